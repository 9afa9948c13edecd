import Testing

@testable import Bench

@Suite struct TextTests {
  @Test(arguments: [
    (0, 0, "0"), (0.004, 2, "0.00"), (-0.004, 2, "0.00"), (0.005, 2, "0.01"), (-0.4, 2, "−0.40"), (999.6, 0, "1,000"),
    (1_234_567.891, 1, "1,234,567.9"), (12, 4, "12.0000"),
  ])
  func `numbers are written with their decimals`(value: Double, decimals: Int, text: String) {
    #expect(Decimals.text(value, decimals) == text)
  }

  @Test func `a table without rows is nothing`() {
    #expect(TextTable(header: ["work"]).text.isEmpty)
  }

  @Test func `a table is padded Markdown`() {
    let table = TextTable(header: ["work", "p50"], rows: [["1 stream", "0.1"], ["flat", "–"]])
    #expect(
      table.text == """
        | work     | p50 |
        | -------- | --: |
        | 1 stream | 0.1 |
        | flat     |   – |
        """)
  }

  @Test(arguments: [
    (0.9, "2 cores; load 0.9 before the benchmark, 2.5 at its end."),
    (
      1.1,
      "2 cores; load 1.1 before the benchmark, 2.5 at its end. "
        + "Other programs were running: repeat it on a quiet machine."
    ),
  ])
  func `a busy machine is told`(load: Double, text: String) {
    #expect(Machine(cores: 2, loads: (load, 2.5)).description == text)
  }

  @Test(arguments: ["", "1 2 3 4", "1 2 3 4 five"])
  func `a replay without all its figures is refused`(line: String) {
    #expect(throws: BenchFailure("A replay ended without its figures: '\(line)'.")) { try Replay(line) }
  }

  @Test func `a replay is read from its own line`() throws {
    let replay = Replay(measurements: 10, loading: 20, reporting: 30, journaling: 40, peakMemory: 50)
    #expect(try Replay(replay.description) == replay)
  }
}
