import Benchmark
import Harness
import Testing

private let key = "sk-test-a+b/c=d?e"

@Suite struct RedactorTests {
  private func redactor() throws -> Redactor { Redactor(keys: [try #require(APIKey(key))]) }

  @Test(arguments: [
    ("your key is \(key)!", "your key is [key removed]!"),
    ("Bearer \(key)\(key)", "Bearer [key removed][key removed]"),
    ("c2stdGVzdC1hK2IvYz1kP2U=", "[key removed]"),
    ("?key=sk-test-a%2Bb%2Fc%3Dd%3Fe&x", "?key=[key removed]&x"),
    ("sk-or-v1-" + String(repeating: "0123456789abcdef", count: 4) + ".", "[key removed]."),
    ("sk-or-v1-short stays", "sk-or-v1-short stays"),
    ("nothing to see", "nothing to see"),
    ("", ""),
  ])
  func `a key is taken out however it is written`(text: String, expected: String) throws {
    #expect(try redactor().redacted(text) == expected)
  }

  @Test func `a word that is used as a key but hides nothing is left in answers`() throws {
    let redactor = Redactor(keys: [try #require(APIKey("ollama"))])
    #expect(redactor.redacted("ollama/llama3") == "ollama/llama3")
  }

  @Test func `every text of a server in an attempt is freed of keys`() throws {
    var attempt = AttemptRecord.sample
    attempt.answer = key
    attempt.reasoningText = key
    attempt.toolCalls = [ToolCall(id: key, name: key, arguments: key)]
    attempt.outcome = Outcome(.streamError, message: key, code: key, limitSource: key)
    attempt.notes = [key]
    attempt.servedModel = key
    attempt.provider = key
    attempt.generationID = key
    attempt.finishReason = key
    attempt.nativeFinishReason = key
    #expect(!"\(try redactor().redacted(attempt))".contains(key))
  }

  @Test func `a key shows itself to nobody`() throws {
    let secret = try #require(APIKey(" \(key)\n"))
    #expect("\(secret)" == "***")
    #expect(String(reflecting: secret) == "***")
    #expect(!"\(Mirror(reflecting: secret).children.map { $0 })".contains(key))
    #expect(secret.authorization == "Bearer \(key)")
  }

  @Test(arguments: ["", "  ", "a b", "a\r\nX-Evil: 1", "käse"])
  func `what cannot stand in a header is no key`(text: String) {
    #expect(APIKey(text) == nil)
  }
}
