import Benchmark
import Foundation
import Testing

@testable import Reporting

struct TimeSpentTests {
  /// Requests as a run would have made them, in seconds: at the gate, admitted, ended.
  private static func request(
    _ queued: Int64, _ admitted: Int64, _ ended: Int64, contestant: String = "a", session: Int = 0,
    retry: RetryRecord? = nil
  ) -> AttemptRecord {
    AttemptRecord(
      session: session, trial: 0, prompt: "p", contestant: contestant, repetition: 1, wall: "",
      timeline: Timeline(
        queued: queued * .perSecond, admitted: admitted * .perSecond, sent: admitted * .perSecond,
        ended: ended * .perSecond),
      requestedModel: contestant, outcome: Outcome(retry == nil ? .ok : .rateMinute), retry: retry)
  }

  private static func wait(_ seconds: Int64, _ scope: RetryRecord.Scope) -> RetryRecord {
    RetryRecord(again: true, wait: seconds * .perSecond, scope: scope)
  }

  private static func run(_ attempts: [AttemptRecord]) -> Run {
    var run = MadeRun(prompts: 1).run
    run.attempts = AttemptList(attempts)
    return run
  }

  /// Seconds by cause; those that took none left out.
  private static func seconds(_ spent: TimeSpent) -> [TimeSpent.Cause: Double] {
    Dictionary(uniqueKeysWithValues: spent.shares.filter { $0.time > 0 }.map { ($0.cause, $0.time.seconds) })
  }

  @Test func `a run that waited for nothing but answers has nothing to tell`() throws {
    let run = Self.run([Self.request(0, 0, 3), Self.request(0, 0, 4), Self.request(3, 3, 5)])
    let spent = TimeSpent(run)
    #expect(Self.seconds(spent) == [.answers: 5])
    #expect(!spent.isWorthTelling)
    #expect(spent.sentence == nil)
    #expect(try !MarkdownRenderer().render(Report(run)).contains("Where the time went"))
  }

  @Test func `a run without a request took no time`() {
    let spent = Report(Self.run([])).timeSpent
    #expect(spent.total == 0)
    #expect(!spent.isWorthTelling)
  }

  @Test func `a wait at the gate is the pace's, and what is under way meanwhile is not counted again`() {
    let spent = TimeSpent(Self.run([Self.request(0, 0, 10), Self.request(0, 4, 6), Self.request(4, 8, 9)]))
    #expect(spent.total.seconds == 10)
    #expect(Self.seconds(spent) == [.pace: 8, .answers: 2])
    #expect(spent.shares[0].count == 2)
    #expect(spent.shares[0].longest == 4 * .perSecond)
  }

  @Test func `refusals that overlap hold a run up once`() {
    let spent = TimeSpent(
      Self.run([
        Self.request(0, 0, 1, retry: Self.wait(10, .account)), Self.request(0, 0, 2, retry: Self.wait(10, .account)),
        // It stood at the gate from the second second on, four of them for the pace that came after the hold.
        Self.request(2, 16, 17),
        Self.request(16, 16, 20),
      ]))
    #expect(Self.seconds(spent) == [.usedUp: 10, .pace: 4, .answers: 6])
    #expect(spent.shares[1].count == 2)
    #expect(spent.shares[1].longest == 10 * .perSecond)
  }

  @Test func `when only the refused request is left, the limit is what it waits for`() {
    let spent = TimeSpent(
      Self.run([Self.request(0, 0, 1, retry: Self.wait(30, .account)), Self.request(31, 31, 33)]))
    #expect(Self.seconds(spent) == [.usedUp: 30, .answers: 3])
  }

  @Test func `a model that is left alone costs a run nothing while others go on`() {
    let spent = TimeSpent(
      Self.run([
        Self.request(0, 0, 1, retry: Self.wait(15, .model)), Self.request(0, 0, 1, retry: Self.wait(5, .model)),
        Self.request(1, 1, 10, contestant: "b"), Self.request(16, 16, 17),
      ]))
    #expect(Self.seconds(spent) == [.pause: 6, .answers: 11])
    #expect(
      spent.pauses == [TimeSpent.Pause(contestant: "a", time: 15 * .perSecond, refusals: 2, longest: 15 * .perSecond)])
  }

  @Test func `a pause is over when the run is`() {
    let spent = TimeSpent(
      Self.run([Self.request(0, 0, 1, retry: Self.wait(45, .model)), Self.request(0, 0, 3, contestant: "b")]))
    #expect(spent.pauses.map(\.time) == [2 * .perSecond])
    #expect(Self.seconds(spent) == [.answers: 3])
  }

  @Test func `a back-off counts where nothing else was to do`() {
    let spent = TimeSpent(
      Self.run([
        Self.request(0, 0, 1, retry: Self.wait(4, .request)), Self.request(1, 1, 3), Self.request(5, 5, 6),
      ]))
    #expect(Self.seconds(spent) == [.backOff: 2, .answers: 4])
    #expect(spent.sentence == "Of 6.0 s the run waited 2.0 s to send again what had failed.")
  }

  @Test func `sessions count from moments of their own and add up`() {
    let spent = TimeSpent(
      Self.run([Self.request(0, 2, 3), Self.request(100, 103, 104, session: 1), Self.request(1, 1, 3)]))
    #expect(spent.sessions == 2)
    #expect(Self.seconds(spent) == [.pace: 5, .answers: 2])
    #expect(spent.opening == "The run took 7.0 s in 2 sessions, each from its first request to its last answer.")
  }

  @Test func `a damaged wait does no harm`() {
    let wait = RetryRecord(again: true, wait: .max, scope: .account)
    let spent = TimeSpent(Self.run([Self.request(0, 0, 1, retry: wait), Self.request(1, 5, 6)]))
    #expect(Self.seconds(spent) == [.usedUp: 4, .answers: 2])
  }

  @Test func `a report says in words what a run waited for and which limits it learned`() throws {
    var run = Self.run([
      Self.request(0, 0, 1, retry: Self.wait(10, .account)), Self.request(1, 11, 12),
      Self.request(12, 90, 91, retry: Self.wait(2, .model)), Self.request(91, 91, 95, contestant: "b"),
    ])
    run.limits = [
      LimitRecord(
        session: 0, wall: "2026-03-01T10:12:03.250Z", endpoint: "e", allowed: 16, before: "18/min", after: "14/min"),
      LimitRecord(session: 0, wall: "2026-03-01T10:13:00Z", endpoint: "e", allowed: 1, before: nil, after: "1/min"),
    ]
    let text = try MarkdownRenderer().render(Report(run))
    let section = text.components(separatedBy: "## Where the time went\n\n").last?.components(separatedBy: "\n## ")
    #expect(
      section?.first == """
        The run took 1 min 35 s from its first request to its last answer. None of its waits is inside any latency.

        | time | share | what it went to |
        | --: | --: | :-- |
        | 1 min 18 s | 82 % | the next request was ready and waited for the rate limit's pace (1 request, the longest wait 1 min 18 s) |
        | 10 s | 11 % | a limit of the account was used up, and nothing might leave (1 refusal, the longest wait 10 s) |
        | 7.0 s | 7 % | requests were under way, and the run waited for nothing but them (4 requests) |

        - At 2026-03-01 10:12:03 UTC the server said that it allows 16 requests a minute: the run went on at 14/min instead of 18/min.
        - At 2026-03-01 10:13:00 UTC the server said that it allows 1 request a minute: the run went on at 1/min, where nothing had limited it.
        - **a** was left alone for 2.0 s, after 1 refusal: its provider was busy.

        """)
    let summary = try SummaryJSON.render(Report(run))
    #expect(summary.contains(#"{"cause":"rate_limit","count":1,"longest_ms":78000,"ms":78000}"#))
    #expect(summary.contains(#""model_pauses":[{"contestant":"a","longest_ms":2000,"ms":2000,"refusals":1}]"#))
    #expect(summary.contains(#""after":"1/min","allowed_per_minute":1,"before":null,"endpoint":"e""#))
  }

  @Test func `spans unite, meet and part`() {
    let spans = Spans([5..<9, 0..<3, 2..<4, 7..<7])
    #expect(spans.ranges == [0..<4, 5..<9])
    #expect(spans.length == 8)
    #expect(spans.intersection(Spans([3..<6, 8..<20])).ranges == [3..<4, 5..<6, 8..<9])
    #expect(spans.subtracting(Spans([3..<6, 8..<20])).ranges == [0..<3, 6..<8])
    #expect(spans.subtracting(Spans([-5..<1, 30..<40])).ranges == [1..<4, 5..<9])
    #expect(spans.subtracting(Spans([Range<Nanoseconds>]())) == spans)
    #expect(spans.subtracting(spans).ranges.isEmpty)
  }
}

extension TimeSpent {
  fileprivate init(_ run: Run) {
    self = Report(run).timeSpent
  }
}
