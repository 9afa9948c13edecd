import CSQLite
import Foundation
import Simulator
import Support
import Testing

private let key = "sk-or-v1-" + String(repeating: "0123456789abcdef", count: 4)

/// A ledger whose numbers are as far off as numbers go: a run and a quota end with a sentence, and never with a signal.
@Suite(.timeLimit(.minutes(5))) struct EditedLedgerTests {
  private static let columns = [
    "accounts": [
      "stamp", "full", "held", "rate_limit", "rate_window", "learned_limit", "learned_window", "learned_day",
      "day_limit",
    ],
    "bookings": ["day", "wall", "continuous"], "days": ["day", "counted", "elsewhere"],
  ]

  private static let extremes = ["-9223372036854775808", "-1", "9223372036854775807"]

  static let edits = columns.keys.sorted().flatMap { table in
    (columns[table] ?? []).flatMap { column in
      extremes.map { "UPDATE \(table) SET \(column) = \($0)" }
    }
  }

  /// A ledger that a run has booked two requests in; made once, and copied for each edit.
  private func booked() async throws -> Stage {
    let stage = try Stage(freeTier: FreeTier(perMinute: 1000, perDay: 50), requiresKey: true)
    let ending = try await stage.bakeOff(
      try stage.suite("two", prompts: 2), ["--dialect", "openrouter", "--api-key-env", "K", "--rate", "100/1s"],
      environment: ["K": key])
    #expect(ending.status == 0, "it said: \(ending.error)")
    return stage
  }

  private func edit(_ file: String, by sql: String) throws {
    var database: OpaquePointer?
    defer { sqlite3_close_v2(database) }
    try #require(sqlite3_open_v2(file, &database, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK)
    try #require(sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK, "\(sql)")
  }

  @Test func `no number of a ledger ends a quota or a plan by a signal`() async throws {
    let stage = try await booked()
    let whole = try Data(contentsOf: URL(fileURLWithPath: stage.ledger))
    for sql in Self.edits {
      let file = stage.folder.path("edited.sqlite")
      for name in [file, file + "-wal", file + "-shm"] { try? FileManager.default.removeItem(atPath: name) }
      try whole.write(to: URL(fileURLWithPath: file))
      try edit(file, by: sql)
      let words = ["--endpoint", stage.endpoint, "--dialect", "openrouter", "--api-key-env", "K", "--ledger", file]
      for command in [["quota"] + words, ["plan", "two.json", "-m", Stage.otter] + words] {
        let ending = try await stage.run(command, environment: ["K": key])
        #expect(!ending.crashed, "\(sql): \(ending.error)")
        #expect([0, 3, 74].contains(ending.status), "\(sql): \(ending.status) \(ending.error)")
        #expect(ending.status != 74 || ending.error.hasPrefix("Error: The ledger "), "\(sql): \(ending.error)")
      }
    }
  }
}
