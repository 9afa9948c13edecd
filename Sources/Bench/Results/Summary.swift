internal import Benchmark

/// Everything that a benchmark prints at its end.
struct Summary: Sendable {
  var machine: Machine
  var results: [WorkloadResult]

  var text: String {
    [machine.description, clients.text, reports.text, Target.all(results).compactMap(\.text).joined(separator: "\n")]
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// A row for each client of each workload, medians over its rounds, and their ratio below.
  private var clients: TextTable {
    TextTable(
      header: ["work", "client"] + Figure.all.map(\.title) + ["journal"],
      rows: results.flatMap { result in
        let journal = result.journalShare.map { Decimals.text($0 * 100, 1) + " %" } ?? "–"
        return row(result, "C", result.floor) + row(result, "bakeoff", result.ours, journal: journal) + ratios(result)
      })
  }

  private func row(
    _ result: WorkloadResult, _ client: String, _ rounds: [Measurement], journal: String = ""
  ) -> [[String]] {
    guard !rounds.isEmpty else { return [] }
    let cells = Figure.all.map { figure in
      Middle(rounds.compactMap(figure.value)).map { Decimals.text($0.median, figure.decimals) } ?? "–"
    }
    return [[result.workload.name, client] + cells + [journal]]
  }

  private func ratios(_ result: WorkloadResult) -> [[String]] {
    guard !result.floor.isEmpty else { return [] }
    let cells = Figure.all.map { result.ratio($0).map { "×" + Decimals.text($0.median, 2) } ?? "–" }
    return [[result.workload.name, "ratio"] + cells + [""]]
  }

  /// What reading a run and making its reports cost, by the size of the run.
  private var reports: TextTable {
    let sizes = [Workload.trials1k, .trials10k, .trials100k]
    let replays = results.filter { sizes.contains($0.workload) }.compactMap(\.replay)
    return TextTable(
      header: ["measurements", "reading the journal s", "making the reports s", "peak MB"],
      rows: replays.map { replay in
        [
          Decimals.text(Double(replay.measurements), 0), Decimals.text(replay.loading.seconds, 2),
          Decimals.text(replay.reporting.seconds, 2), Decimals.text(Double(replay.peakMemory) / 1_000_000, 0),
        ]
      })
  }
}
