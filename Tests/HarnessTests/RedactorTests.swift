import Benchmark
import Foundation
import Support
import Testing
import Transport

@testable import Harness

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

  /// Characters are what people see: with one of these beside it, the key's last or first character is another.
  @Test(arguments: [
    ("\(key)\u{301}", "[key removed]\u{301}"), ("\(key)\u{200D}", "[key removed]\u{200D}"),
    ("\(key)\u{FE0F}.", "[key removed]\u{FE0F}."), ("\u{600}\(key)", "\u{600}[key removed]"),
    ("\u{1F1E9}\(key)\u{1F3FB}", "\u{1F1E9}[key removed]\u{1F3FB}"), ("\r\n\(key)\r\n", "\r\n[key removed]\r\n"),
  ])
  func `a mark beside a key does not hide it`(text: String, expected: String) throws {
    #expect(Array(try redactor().redacted(text).unicodeScalars) == Array(expected.unicodeScalars))
    #expect(Array(try redactor().redacted(Array(text.utf8))) == Array(expected.utf8))
    let shaped = "sk-or-v1-" + String(repeating: "0123456789abcdef", count: 4)
    let other = text.replacing(key, with: shaped)
    #expect(!Redactor().redacted(other).unicodeScalars.map(String.init).joined().contains("0123456789abcdef"))
  }

  /// A secret whose base64 has both characters in which the alphabets differ, at each alignment.
  @Test(arguments: 0..<3, ["+/=", "-_"])
  func `base64 of either alphabet is found wherever the key begins`(offset: Int, alphabet: String) throws {
    let secret = "~~>sk?>secret~?>~"
    let redactor = Redactor(keys: [try #require(APIKey(secret))])
    var text = Data((String(repeating: "x", count: offset) + secret + " and more").utf8).base64EncodedString()
    if alphabet == "-_" { text = text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "") }
    #expect(text.contains { alphabet.contains($0) })
    let redacted = redactor.redacted(text)
    #expect(redacted.contains("[key removed]"))
    // What is left of it says at most the six bits at either end.
    #expect(redacted.replacing("[key removed]", with: "").count <= text.count - secret.utf8.count * 4 / 3 + 1)
  }

  @Test(arguments: [
    "sk-test-a%2bb%2fc%3dd%3fe", "%73%6B%2D%74%65%73%74%2D%61%2B%62%2F%63%3D%64%3F%65", #"sk-test-a+b\/c=d?e"#,
    #"\u0073k-test-a\u002Bb\/c=d?e"#, #"sk-test-a\\u002bb/c=d?e"#, "c2stdGVzdC1hK2IvYz1kP2U%3D",
    "c2stdGVzdC1hK2IvYz1kP2U",
  ])
  func `escapes hide nothing`(spelling: String) throws {
    let redacted = try redactor().redacted("<\(spelling)>")
    #expect(redacted == "<[key removed]>" || redacted == "<[key removed]%3D>")
  }

  /// What is left must be JSON, whatever stood before the key.
  @Test(arguments: ["n", "t", "\"", "/", "\\", "u0041"])
  func `a line of JSON stays one`(before: String) throws {
    let secret = before + "-secret-key"
    let redactor = Redactor(keys: [try #require(APIKey(secret))])
    for text in ["\n-secret-key \(secret)", "\\\(secret)", "\\\\\(secret)\\", "\u{1}\(secret)", "\(secret)\(secret)"] {
      let line = redactor.redacted(Array(try JSONEncoder().encode([text])))
      let read = try JSONDecoder().decode([String].self, from: Data(line))
      #expect(!read[0].contains(secret))
    }
  }

  @Test func `many backslashes and beginnings of keys take no time that grows with their square`() throws {
    let text = String(repeating: "\\", count: 200_000) + String(repeating: "sk-test-", count: 50_000)
    #expect(try redactor().redacted(text) == text)
  }

  @Test func `what a server says loses its keys before it is read, and its stamps keep their places`() throws {
    var exchange = Exchange.response("a \(key) b", headers: [HTTPHeader(name: "location", value: "/\(key)")])
    exchange.reads = [1, 4, key.utf8.count + 2, key.utf8.count + 4].map { Exchange.Read(at: Int64($0), end: $0) }
    let redacted = try redactor().redacted(exchange)
    #expect(String(decoding: redacted.body, as: UTF8.self) == "a [key removed] b")
    #expect(redacted.headers.map(\.value) == ["/[key removed]"])
    #expect(redacted.reads.map(\.end) == [1, 15, 15, 17])
    #expect(redacted.reads.map(\.at) == exchange.reads.map(\.at))
  }

  /// Each is cut off somewhere: at 200, 300 or 2,000 characters.
  ///
  /// What is before it brings the key to the edge.
  @Test(arguments: [
    (503, "text/html", "%"), (400, "application/json", #"{"error": {"message": "%"}}"#),
    (400, "application/json", #"{"error": {"message": "x", "metadata": {"raw": "%"}}}"#),
    (302, "text/plain", ""), (200, "text/plain", "%"), (200, "application/json", #"{"error": {"message": "%"}}"#),
  ])
  func `no part of a key is left where the words of a server are cut`(
    status: Int, type: String, body: String
  ) async throws {
    for limit in [160, 200, 300, 2000] {
      for shown in [9, 12, 16] {
        let words = String(repeating: "x", count: limit - shown) + key
        let road = Road { _, _ in
          .response(
            body.replacing("%", with: words), status: status,
            headers: [
              HTTPHeader(name: "content-type", value: type), HTTPHeader(name: "location", value: words),
            ])
        }
        _ = try await road.run(key: key)
        let journal = try String(contentsOfFile: road.folder.path("run.jsonl"), encoding: .utf8)
        #expect(!journal.contains(key.prefix(9)), "cut at \(limit) behind \(shown) characters of it")
      }
    }
  }

  @Test func `a key that comes in pieces is whole when a check quotes the beginning of an answer`() async throws {
    var record = RunRecord.sample
    record.suite.output = StructuredOutput(schema: #"{"type":"object"}"#, send: .jsonObject)
    let before = String(repeating: "x", count: 48)
    let pieces: [String] = ["\\\"\(before)\(key.prefix(5))", "\(key.dropFirst(5))\\\""]
    let road = Road(record) { _, _ in
      .response(
        pieces.map { "data: {\"choices\":[{\"delta\":{\"content\":\"\($0)\"}}]}\n\n" }.joined()
          + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n")
    }
    _ = try await road.run(key: key)
    let journal = try String(contentsOfFile: road.folder.path("run.jsonl"), encoding: .utf8)
    #expect(journal.contains("expected an object; found"))
    #expect(!journal.contains(key.prefix(9)))
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
