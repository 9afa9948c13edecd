import Benchmark
import Foundation
import Support
import Testing

@testable import Harness

/// Answers that are kept by what was asked: which are, which are not, and what stands in the file.
@Suite(.timeLimit(.minutes(5))) struct AnswerCacheTests {
  let folder = TemporaryFolder()
  private var file: String { folder.path("answers.sqlite") }

  private func key(
    endpoint: String = "https://a.test/v1", model: String = "m", body: String = "{}", repetition: Int = 1
  ) -> CacheKey {
    CacheKey(endpoint: endpoint, model: model, body: Array(body.utf8), repetition: repetition)
  }

  private func attempt(_ kind: OutcomeClass = .ok, answer: String = "42") -> AttemptRecord {
    var attempt = AttemptRecord.sample
    attempt.outcome = Outcome(kind)
    attempt.answer = answer
    return attempt
  }

  // MARK: - What is not kept

  @Test(arguments: OutcomeClass.allCases)
  func `an answer is kept and nothing else is`(kind: OutcomeClass) async throws {
    let cache = try AnswerCache(file)
    await cache.store(attempt(kind), for: key(), at: 0)
    #expect(try await (cache.answer(for: key()) != nil) == [.ok, .length, .invalid].contains(kind))
  }

  @Test func `what came from the cache is not put there again`() async throws {
    var attempt = attempt()
    attempt.cached = "2026-01-01T00:00:00.000Z"
    let cache = try AnswerCache(file)
    await cache.store(attempt, for: key(), at: 0)
    #expect(try await cache.answer(for: key()) == nil)
  }

  @Test func `any difference in what was asked makes another question`() {
    let others = [
      key(endpoint: "https://b.test/v1"), key(model: "n"), key(body: "{ }"), key(repetition: 2),
    ]
    #expect(Set(others + [key()]).count == 5)
    #expect(key() == key())
  }

  @Test func `a key that a model repeats is not in the file`() async throws {
    let secret = "sk-or-v1-" + String(repeating: "0123456789abcdef", count: 4)
    let cache = try AnswerCache(file, redactor: Redactor(keys: [APIKey(secret)].compactMap(\.self)))
    await cache.store(attempt(answer: "Your key is \(secret)."), for: key(), at: 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path(name)))
      #expect(bytes.range(of: Data(secret.utf8)) == nil)
      #expect(try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int == 0o600)
    }
    #expect(try await cache.answer(for: key())?.answer.hasPrefix("Your key is [key removed]") == true)
  }

  @Test func `a file that is none is refused in a sentence and left as it is`() throws {
    let text = Data(String(repeating: "not a cache ", count: 100).utf8)
    try text.write(to: URL(fileURLWithPath: file))
    let failure = #expect(throws: CacheFailure.self) { try AnswerCache(file) }
    #expect(
      failure?.description == "The cache \(file) cannot be used: file is not a database. Move it away, or name another "
        + "with '--cache-file FILE'.")
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == text)
  }

  @Test func `a ledger is not taken for a cache`() throws {
    _ = try Ledger(file) { LedgerTime(wall: 0, continuous: 0, boot: "") }
    let failure = #expect(throws: CacheFailure.self) { try AnswerCache(file) }
    #expect(failure?.description.contains("cannot be used: it is another program's database.") == true)
  }

  // MARK: - What is

  @Test func `an answer comes back as it was, without the times it took`() async throws {
    let attempt = attempt(.length, answer: "a \"quoted\" 🧁\n")
    try await AnswerCache(file).store(attempt, for: key(), at: 0)
    let found = try #require(try await AnswerCache(file).answer(for: key()))
    #expect(found.answer == attempt.answer)
    #expect(found.usage == attempt.usage)
    #expect(found.outcome == attempt.outcome)
    #expect(found.wall == attempt.wall)
    #expect(found.reads.isEmpty)
    #expect(found.latency == nil)
  }

  @Test func `the first answer to a question stays`() async throws {
    let cache = try AnswerCache(file)
    await cache.store(attempt(answer: "first"), for: key(), at: 0)
    await cache.store(attempt(answer: "second"), for: key(), at: 0)
    #expect(try await cache.answer(for: key())?.answer == "first")
  }

  @Test func `what is kept can be counted and forgotten`() async throws {
    let cache = try AnswerCache(file)
    for number in 1...3 {
      await cache.store(attempt(), for: key(repetition: number), at: Int64(number) * 1000)
    }
    let holdings = try await cache.holdings()
    #expect(holdings.map(\.answers) == [3])
    #expect(holdings.map(\.model) == [AttemptRecord.sample.requestedModel])
    #expect(holdings.map(\.oldest) == [1000])
    #expect(holdings.map(\.newest) == [3000])
    try await cache.clear()
    #expect(try await cache.holdings().isEmpty)
    #expect(try await cache.answer(for: key()) == nil)
  }
}
