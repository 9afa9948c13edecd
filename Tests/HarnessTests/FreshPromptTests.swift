import Benchmark
import Foundation
import Support
import Synchronization
import Testing
import Transport

@testable import Harness

/// Nonces in front of prompts, so that no server answers from its prompt cache.
@Suite(.timeLimit(.minutes(5))) struct FreshPromptTests {
  private func record(_ prompts: [Prompt] = [Prompt(id: "p", text: "Question?")], repetitions: Int = 3) -> RunRecord {
    var record = RunRecord.sample
    record.suite.prompts = PromptList(prompts)
    record.contestants = [Contestant(name: "a:free", model: "a:free", endpoint: "host")]
    (record.repetitions, record.concurrency, record.freshPrompts) = (repetitions, 1, "salt")
    return record
  }

  /// The nonce in front of a request's first message.
  private func nonce(_ request: HTTPRequest) -> String? {
    String(decoding: request.body, as: UTF8.self)
      .firstMatch(of: /"messages":\[\{"content":"\[([0-9a-f]{16})\]\\n\\n/).map { String($0.1) }
  }

  @Test func `each request has a nonce of its own, which is recorded beside it`() async throws {
    let road = Road(record()) { _, _ in .stream }
    let run = try await road.run().run
    let sent = road.requests.map(nonce)
    #expect(Set(sent).count == 3)
    #expect(!sent.contains(nil))
    #expect(run.attempts.map(\.nonce) == sent)
    #expect(run.record.freshPrompts == "salt")
  }

  @Test func `what is sent again is another request to a cache`() async throws {
    let count = Mutex(0)
    let road = Road(record(repetitions: 1), retries: 1) { _, _ in
      count.withLock {
        $0 += 1
        return $0 == 1 ? .response("", status: 503) : .stream
      }
    }
    let run = try await road.run().run
    let sent = road.requests.map(nonce)
    #expect(Set(sent).count == 2)
    #expect(run.attempts.map(\.nonce) == sent)
  }

  @Test func `a conversation keeps the nonce that its first answer was given behind`() async throws {
    let prompt = Prompt(id: "p", turns: [Turn(Content("A?")), Turn(Content("B?"))])
    let road = Road(record([prompt], repetitions: 2)) { _, _ in .stream }
    let run = try await road.run().run
    let nonces = Dictionary(grouping: run.attempts, by: \.trial).mapValues { Set($0.map(\.nonce)) }
    #expect(road.requests.count == 4)
    #expect(Set(road.requests.map(nonce)) == Set(run.attempts.map(\.nonce)))
    #expect(nonces.values.allSatisfy { $0.count == 1 && $0 != [nil] })
    #expect(Set(nonces.values).count == 2)
  }

  @Test func `without them the request is as it was`() async throws {
    var record = record()
    record.freshPrompts = nil
    let road = Road(record) { _, _ in .stream }
    let run = try await road.run().run
    #expect(Set(road.requests.map(\.body)).count == 1)
    #expect(road.requests.allSatisfy { nonce($0) == nil })
    #expect(run.attempts.allSatisfy { $0.nonce == nil })
  }

  @Test func `nonces are those of one run, one trial and one attempt`() {
    let trials = record().plan.trials
    var other = record()
    other.freshPrompts = "another"
    let all = [record(), other].flatMap { record in
      trials.flatMap { trial in (1...3).map { record.nonce(of: trial, attempt: $0) } }
    }
    #expect(Set(all).count == 18)
    #expect(record().nonce(of: trials[0], attempt: 1) == all[0])
  }

  @Test(arguments: [
    (Message(.user, Content("Hi")), #""[n]\n\nHi""#),
    (Message(.assistant, nil, toolCalls: [ToolCall(name: "f", arguments: "{}")]), #""[n]\n\n""#),
  ])
  func `a message is opened by a nonce on a line of its own`(message: Message, text: String) throws {
    let opened = message.opened(by: "n")
    #expect(opened.content?.plainText.map { "\"\($0.replacing("\n", with: "\\n"))\"" } == text)
    #expect(opened.toolCalls == message.toolCalls)
  }

  @Test func `the cache finds an answer by the request without its nonce`() async throws {
    let folder = TemporaryFolder()
    let cache = try AnswerCache(folder.path("answers.sqlite"))
    let record = record(repetitions: 1)
    let builder = RequestBuilder(record: record, endpoint: try Endpoint("http://127.0.0.1:1/v1"), key: nil)
    let trial = record.plan.trials[0]
    let plain = try builder.request(for: trial, saying: record.conversation(in: trial).messages)
    await cache.store(.sample, for: CacheKey(of: trial, in: record, body: plain.body), at: 0)
    let recall = try await CachedAnswers(of: [trial], by: builder, from: cache)
    #expect(recall.settled == [trial.number])
  }
}
