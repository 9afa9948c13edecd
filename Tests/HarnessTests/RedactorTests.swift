import Benchmark
import Harness
import Support
import Testing

private let key = "sk-test-a+b/c=d?e"

@Suite struct RedactorTests {
  private func redactor() throws -> Redactor { Redactor(keys: [try #require(APIKey(key))]) }

  @Test(arguments: [
    ("your key is \(key)!", "your key is [key removed]!"),
    ("Bearer \(key)\(key)", "Bearer [key removed][key removed]"),
    ("c2stdGVzdC1hK2IvYz1kP2U=", "[key removed]"),
    ("QmVhcmVyIHNrLXRlc3QtYStiL2M9ZD9l", "QmVhcmVyIH[key removed]"),
    ("eHNrLXRlc3QtYStiL2M9ZD9leQ==", "eH[key removed]eQ=="),
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

  @Test func `no line of a journal holds a key, whoever wrote it`() throws {
    let folder = TemporaryFolder()
    let secret = #"sk-"quoted\key"#
    let journal = try JournalWriter(
      creating: folder.path("run.jsonl"), redactor: Redactor(keys: [try #require(APIKey(secret))]), now: { 0 })
    var record = RunRecord.sample
    record.suite.prompts = [Prompt(id: "p", text: "say \(secret)")]
    var attempt = AttemptRecord.sample
    attempt.answer = secret
    attempt.toolCalls = [ToolCall(id: secret, name: secret, arguments: secret)]
    attempt.outcome = Outcome(.streamError, message: secret)
    try journal.write(.run(record))
    try journal.write(.attempt(attempt))
    let run = try JournalReader.load(folder.path("run.jsonl"))
    #expect(!"\(run)".contains("quoted"))
    #expect(run.record.suite.prompts[0].text == "say [key removed]")
    #expect(run.attempts.count == 1)
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
