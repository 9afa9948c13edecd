import Benchmark
import Harness
import Testing

private let second = Nanoseconds.perSecond

@Suite struct PaceTextTests {
  @Test(arguments: [
    "", "20", "/min", "20/", "0/min", "-1/min", "20/fortnight", "20/min/s", "1.5/min", "20/0s", "٣/min",
  ])
  func `what is no rate is refused`(text: String) {
    #expect(RequestRate(text) == nil)
  }

  @Test(arguments: [
    ("20/min", 20, 60 * second, "20/min"), ("6/10s", 6, 10 * second, "6/10s"), ("18/1min", 18, 60 * second, "18/min"),
    ("5/s", 5, second, "5/s"), ("50/day", 50, 86_400 * second, "50/d"), ("1/250ms", 1, second / 4, "1/250ms"),
  ])
  func `a rate is a count and a window`(text: String, limit: Int, window: Nanoseconds, shown: String) {
    #expect(RequestRate(text) == RequestRate(limit: limit, window: window))
    #expect(RequestRate(text)?.description == shown)
  }

  @Test(arguments: ["", "s1", "5", "-5s", "0s", "5 s", "1e3s", "nan", "1..5s", "367d"])
  func `what is no span of time is refused`(text: String) {
    #expect(TimeSpan(text) == nil)
  }

  @Test(arguments: [
    ("250ms", second / 4), ("5s", 5 * second), ("1.5min", 90 * second), ("2h", 7_200 * second), ("min", 60 * second),
  ])
  func `a span is a number and a unit`(text: String, nanoseconds: Nanoseconds) {
    #expect(TimeSpan(text)?.nanoseconds == nanoseconds)
  }

  @Test func `the time for a plan is that of its waits`() {
    let rate = RequestRate(limit: 18, window: 60 * second)
    #expect(rate.time(for: 0) == 0)
    #expect(rate.time(for: 1) == 0)
    #expect(RequestRate(limit: 1, window: 366 * 86_400 * second).time(for: 10_000_000) == .max)
    #expect(rate.time(for: 19) == 18 * 3_333_333_334)
  }
}
