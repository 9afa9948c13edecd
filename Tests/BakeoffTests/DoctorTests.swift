import Benchmark
import Support
import Testing

@testable import bakeoff

@Suite(.timeLimit(.minutes(5))) struct DoctorTests {
  private func lines(p95: Double, rate: Double) -> [String] {
    DoctorText(
      CalibrationRecord(
        concurrency: 64, streams: 128,
        ttftError: CalibrationRecord.Spread(p5: 100_000, median: 204_000, p95: p95),
        chunkError: CalibrationRecord.Spread(p5: 10_000, median: 40_000, p95: 410_000), chunkRate: rate)
    ).lines
  }

  @Test func `a diagnosis says how far TTFTs and chunks are off, and what is too much`() {
    #expect(
      lines(p95: 300_000, rate: 91_234) == [
        "This machine adds 0.20 ms ± 0.10 to a TTFT (median, and where nine in ten lie; n = 128 streams, 64 at once).",
        "It sees a chunk 0.04 ms late, 0.41 ms at p95.",
        "It keeps up with 91,200 chunks a second: keep concurrency at or below 900 where models send 50 chunks a "
          + "second each.",
      ])
  }

  @Test(arguments: [
    (300_000, 91_234, "900"), (2_000_000, 91_234, "30"), (300_000, 900, "9"), (9e9, 10, "1"), (1, 1e6, "10,000"),
  ])
  func `the advice leaves room, and goes down where TTFTs are far off`(p95: Double, rate: Double, most: String) {
    #expect(lines(p95: p95, rate: rate)[2].contains("at or below \(most) where"))
  }

  @Test(arguments: [
    (
      90_000_000.0, 101_432.0,
      "It keeps up with 101,400 chunks a second, enough for 1,000 streams of 50 each, but with 64 at once a TTFT is "
        + "90.00 ms off at p95: that is the tighter limit, so keep concurrency at or below 1 where a millisecond counts."
    ),
    (
      90_000_000, 150,
      "It keeps up with 100 chunks a second, enough for 1 streams of 50 each, but with 64 at once a TTFT is 90.00 ms "
        + "off at p95: that is the tighter limit, so keep concurrency at or below 1 where a millisecond counts."
    ),
    (
      2_000_000, 900,
      "It keeps up with 900 chunks a second: keep concurrency at or below 9 where models send 50 chunks a second each."
    ),
  ])
  func `the advice names the limit that binds`(p95: Double, rate: Double, line: String) {
    #expect(lines(p95: p95, rate: rate)[2] == line)
  }

  @Test func `thousands are told apart`() {
    #expect(lines(p95: 1, rate: 1_200_099)[2].hasPrefix("It keeps up with 1,200,000 chunks a second: "))
    #expect(lines(p95: 1, rate: 1_005)[2].hasPrefix("It keeps up with 1,000 chunks a second: "))
    #expect(lines(p95: 1, rate: 999)[2].hasPrefix("It keeps up with 900 chunks a second: "))
  }

  @Test func `the doctor examines the program that is asked`() async throws {
    let ending = try await Tool.run(["doctor", "-c", "2"], in: TemporaryFolder(), environment: ["TMPDIR": "/tmp"])
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(ending.output.split(separator: "\n").count == 3)
    #expect(ending.output.contains("n = 60 streams, 2 at once"))
  }

  @Test func `a run keeps its harness's figures, and its report tells them`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff(try stage.suite("one", prompts: 1), ["--doctor", "-c", "2"])
    #expect(ending.status == 0)
    #expect(try stage.latest("run.jsonl").contains(#"{"kind":"calibration","seq":3,"#))
    #expect(try stage.latest("report.md").contains("**Harness of session 0**: measured before the run with 2 streams"))
  }
}
