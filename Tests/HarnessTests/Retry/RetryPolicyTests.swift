import Benchmark
import Testing

@testable import Harness

private let second = Double(Nanoseconds.perSecond)

@Suite struct RetryPolicyTests {
  private let policy = RetryPolicy(retries: 2)

  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var outcome: Outcome
    var status: Int?
    var received = 1
    var scope = RetryRecord.Scope.request

    init(
      _ kind: OutcomeClass, _ status: Int? = nil, code: String? = nil, source: String? = nil, after: Double? = nil,
      should: Bool? = nil, received: Int = 1, _ scope: RetryRecord.Scope = .request, why: String
    ) {
      testDescription = why
      outcome = Outcome(kind, code: code, limitSource: source, retryAfter: after, shouldRetry: should)
      self.status = status
      self.received = received
      self.scope = scope
    }

    var context: RetryPolicy.FailureContext {
      var context = RetryPolicy.FailureContext(outcome, status: status)
      context.received = received
      return context
    }
  }

  static let final = [
    Row(.ok, 200, why: "an answer"),
    Row(.length, 200, why: "an answer that ended at its limit"),
    Row(.cancelled, why: "what we broke off"),
    Row(.refused, 200, why: "a refusal would be one again"),
    Row(.tls, why: "a certificate does not mend itself"),
    Row(.tooLarge, 200, why: "what is too large stays it"),
    Row(.timeoutFirstToken, 200, why: "a wait for the first token is the measurement"),
    Row(.timeoutGap, 200, why: "a silence is the measurement"),
    Row(.timeoutTotal, 200, why: "a long answer is the measurement"),
    Row(.auth, 401, why: "the key stays refused"),
    Row(.auth, 401, should: true, why: "the key stays refused, whatever the server says of trying"),
    Row(.payment, 402, why: "credit does not come by itself"),
    Row(.payment, 402, after: 5, why: "credit does not come by itself, even by a time"),
    Row(.payment, 402, source: "openrouter_in_flight_budget", why: "credit in flight, but nobody says until when"),
    Row(.policy, 403, why: "what is forbidden stays it"),
    Row(.policy, 404, why: "a data policy stays what it is"),
    Row(.rateDay, 429, after: 30, why: "a day's quota is no matter of seconds"),
    Row(.http4xx, 400, why: "a bad request stays bad"),
    Row(.http4xx, 404, why: "what is not there"),
    Row(.http4xx, 413, why: "too large a request"),
    Row(.http4xx, 422, why: "an unprocessable request"),
    Row(.streamError, 200, code: "1301", why: "a code of the server's own, which is no status"),
    Row(.badResponse, 200, why: "a page where an answer was due"),
    Row(.badResponse, 307, received: 0, why: "a redirect"),
    Row(.streamError, 200, code: "400", why: "a bad request told in a 200"),
    Row(.streamError, 200, code: "402", why: "no credit told in a 200"),
  ]

  @Test(arguments: final)
  func `what no further try can mend is left alone`(row: Row) {
    #expect(policy.decision(on: row.context, jitter: 0.5) == nil)
  }

  static let passing = [
    Row(.network, why: "no connection"),
    Row(.timeoutConnect, why: "no connection in time"),
    Row(.http4xx, 408, why: "a timeout of the server"),
    Row(.http4xx, 409, why: "a conflict: OpenAI's library tries again"),
    Row(.http4xx, 422, should: true, why: "what the server wants tried again"),
    Row(.http4xx, 425, why: "too early"),
    Row(.http5xx, 500, why: "a masked error"),
    Row(.http5xx, 501, why: "not implemented by the backend that was asked"),
    Row(.http5xx, 502, why: "a provider that failed"),
    Row(.http5xx, 503, why: "no provider"),
    Row(.http5xx, 503, after: 2, .model, why: "a provider that names a time is left alone by its model"),
    Row(.http5xx, 504, why: "a provider's timeout"),
    Row(.http5xx, 507, why: "no room"),
    Row(.http5xx, 508, why: "a loop behind a proxy"),
    Row(.http5xx, 520, why: "an edge that got nothing"),
    Row(.http5xx, 524, why: "an edge's timeout"),
    Row(.http5xx, 529, why: "an overloaded provider"),
    Row(.http5xx, 530, why: "an edge that found no origin"),
    Row(.http5xx, 599, why: "a proxy that gave up"),
    Row(.empty, 200, why: "a cold start's empty answer"),
    Row(.badResponse, 200, received: 0, why: "a 200 without a body"),
    Row(.cutOff, 200, why: "a stream that broke before its first token"),
    Row(.streamError, 200, code: "502", why: "a provider's failure told in a 200"),
    Row(.streamError, 200, code: "server_error", why: "a failure in words told in a 200"),
    Row(.streamError, 200, why: "a failure without a code told in a 200"),
    Row(.rateMinute, 429, .account, why: "the minute is everybody's"),
    Row(.rateUpstream, 429, .model, why: "a provider's pool is its model's"),
    Row(
      .payment, 402, source: "openrouter_in_flight_budget", after: 3, .account,
      why: "credit that requests in flight hold comes back"),
  ]

  @Test(arguments: passing)
  func `what passes by itself is sent again, and others wait as far as it is theirs`(row: Row) throws {
    let retry = try #require(policy.decision(on: row.context, jitter: 0.5))
    #expect(retry.again)
    #expect(retry.reason == nil)
    #expect(retry.scope == row.scope)
    #expect(try #require(retry.wait) > 0)
  }

  @Test(arguments: passing)
  func `nothing is sent again after its first token`(row: Row) throws {
    var context = row.context
    context.hasBegun = true
    let retry = try #require(policy.decision(on: context, jitter: 0.5))
    #expect(!retry.again)
    #expect(retry.reason == "the answer had begun")
  }

  @Test(arguments: passing)
  func `an attempt limit, a budget and the server's no end it, and a wait for others stays`(row: Row) throws {
    var (last, dear, forbidden) = (row.context, row.context, row.context)
    last.attempt = 3
    dear.isAffordable = false
    forbidden.outcome.shouldRetry = false
    let reasons = [
      (last, "all 3 attempts are used up"), (dear, "the run has sent again as much as it may"),
    ]
    for (context, reason) in reasons {
      let retry = try #require(policy.decision(on: context, jitter: 0.5))
      #expect(!retry.again)
      #expect(retry.reason == reason)
      #expect((retry.wait == nil) == (row.scope == .request))
    }
    #expect(policy.decision(on: forbidden, jitter: 0.5)?.again != true)
    #expect(RetryPolicy(retries: 0).decision(on: row.context, jitter: 0.5)?.reason == "retries are switched off")
  }

  @Test func `a broken encoding is sent once, although nothing of it could be read`() {
    let context = RetryPolicy.FailureContext(Outcome(.badResponse, curlCode: 61), status: 200)
    #expect(policy.decision(on: context, jitter: 0) == nil)
  }

  @Test func `who waits with all others for the minute's reset needs no budget`() {
    var context = RetryPolicy.FailureContext(Outcome(.rateMinute, retryAfter: 30), status: 429)
    context.isAffordable = false
    #expect(policy.decision(on: context, jitter: 0)?.again == true)
  }

  @Test func `the server's no is told as such`() {
    let context = RetryPolicy.FailureContext(Outcome(.http5xx, shouldRetry: false), status: 500)
    #expect(
      policy.decision(on: context, jitter: 0)?.reason == "the server says that another try makes no sense")
  }

  @Test(arguments: [(1, 1.0), (2, 2), (3, 4), (4, 8), (5, 16), (6, 20), (7, 20), (60, 20)] as [(Int, Double)])
  func `without a hint chance decides up to a ceiling that doubles to 20 s`(attempt: Int, ceiling: Double) throws {
    for jitter in [0, 0.25, 0.999] {
      var context = RetryPolicy.FailureContext(Outcome(.http5xx), status: 500)
      context.attempt = attempt
      let retry = try #require(RetryPolicy(retries: 99).decision(on: context, jitter: jitter))
      #expect(retry.wait == Nanoseconds(ceiling * jitter * second))
    }
  }

  @Test func `a hint is a floor, and up to a tenth more keeps the waiters apart`() throws {
    for (jitter, least, most) in [(0, 30.0, 30.0), (0.5, 31.4, 31.6), (0.999, 32.9, 33)] as [(Double, Double, Double)] {
      let context = RetryPolicy.FailureContext(Outcome(.rateMinute, retryAfter: 30), status: 429)
      let wait = Double(try #require(policy.decision(on: context, jitter: jitter)?.wait)) / second
      #expect((least...most).contains(wait))
    }
  }

  @Test func `a hint of next to nothing does not lead to hammering`() throws {
    let context = RetryPolicy.FailureContext(Outcome(.rateMinute, retryAfter: 0.001), status: 429)
    #expect(policy.decision(on: context, jitter: 0.5)?.wait == Nanoseconds.perSecond / 2)
  }

  @Test func `a server that asks for more than two minutes is not waited for`() throws {
    let long = RetryPolicy.FailureContext(Outcome(.rateMinute, retryAfter: 120.5), status: 429)
    let retry = try #require(policy.decision(on: long, jitter: 0))
    #expect(!retry.again)
    #expect(retry.reason == "the server asks for a longer wait than 120 s")
    let patient = RetryPolicy.FailureContext(Outcome(.rateMinute, retryAfter: 120), status: 429)
    #expect(policy.decision(on: patient, jitter: 0.9)?.again == true)
  }

  @Test(arguments: [(1, 5.0), (2, 15), (3, 45), (9, 45)] as [(Int, Double)])
  func `a provider that names no time is left alone for longer from round to round`(round: Int, pause: Double) {
    var context = RetryPolicy.FailureContext(Outcome(.rateUpstream), status: 429)
    context.rounds = round
    #expect(policy.decision(on: context, jitter: 0)?.wait == Nanoseconds(pause * second))
  }
}
