extension AnswerBook {
  static let extraction: [Entry] = [
    record(
      of: "2026-03-14T02:11:09Z ERROR payment-gateway[412]: connection pool exhausted after 30s, 118 requests waiting",
      "error", "payment-gateway", "Connection pool exhausted, 118 requests waiting.",
      flawed: ("error", "payment-gateway[412]")),
    record(
      of: #"10.0.3.17 - - [14/Mar/2026:02:12:44 +0000] "GET /cart HTTP/1.1" 502 157 "-" "#
        + "service=checkout-web upstream timed out",
      "error", "checkout-web", "Upstream timed out, GET /cart answered 502.", flawed: ("warning", "checkout-web")),
    record(
      of: "<132>Mar 14 02:13:01 edge-07 dns-resolver: WARN cache hit ratio 41% below threshold 80% for 15 minutes",
      "warning", "dns-resolver", "Cache hit ratio below the threshold for 15 minutes.", flawed: ("warning", "edge-07")),
    record(
      of: #"{"ts":1773454402,"lvl":30,"level":"info","svc":"mail-relay","msg":"queue drained","sent":1842,"#
        + #""deferred":3}"#,
      "info", "mail-relay", "Queue drained: 1842 sent, 3 deferred.", flawed: ("30", "mail-relay")),
    record(
      of: "[  913.442107] storage-node: I/O error, dev nvme1n1, sector 20971552; file system now read-only",
      "critical", "storage-node", "I/O error on nvme1n1, file system read-only.", flawed: ("error", "nvme1n1")),
    record(
      of: "14-03-2026 02:15:30,118 FATAL [main] inventory-sync - Out of memory: heap space; shutting down",
      "critical", "inventory-sync", "Out of heap memory, the service shuts down.", flawed: ("fatal", "inventory-sync")),
    record(
      of: #"level=debug service=feature-flags ts=02:15:31Z msg="evaluated 214 rules" took=3.1ms"#,
      "debug", "feature-flags", "Evaluated 214 rules in 3.1 ms.", flawed: ("info", "feature-flags")),
    record(
      of: "02:16:00 I/search-indexer: reindex finished, 0 errors, 98112 documents in 41 s",
      "info", "search-indexer", "Reindexed 98112 documents in 41 s without errors.",
      flawed: ("error", "search-indexer")),
  ]

  private static func record(
    of line: String, _ severity: String, _ service: String, _ summary: String,
    flawed: (severity: String, service: String)
  ) -> Entry {
    Entry(
      question: line, subject: .extraction,
      good: [
        object(severity, service, summary),
        "{\n  \"severity\": \"\(severity)\",\n  \"service\": \"\(service)\",\n  \"summary\": \"\(summary)\"\n}",
      ],
      flawed: [
        object(flawed.severity, flawed.service, summary),
        "severity: \(severity), service: \(service), summary: \(summary)",
      ])
  }

  private static func object(_ severity: String, _ service: String, _ summary: String) -> String {
    #"{"severity": "\#(severity)", "service": "\#(service)", "summary": "\#(summary)"}"#
  }
}
