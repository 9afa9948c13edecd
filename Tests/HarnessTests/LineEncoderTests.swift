import Benchmark
import Foundation
import Testing
import Wire

@testable import Harness

@Suite struct LineEncoderTests {
  private func text(_ value: some Encodable) throws -> String {
    String(decoding: try LineEncoder.bytes(of: value), as: UTF8.self)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a number that JSON has no word for is refused`(number: Double) {
    #expect(throws: EncodingError.self) { try LineEncoder.bytes(of: [number]) }
    #expect(throws: EncodingError.self) { try LineEncoder.bytes(of: Usage(cost: number)) }
  }

  @Test(arguments: [
    "", "plain", "\"", "\\", "a\"b\\c", "line\nfeed\r\ttab", "\u{0}\u{1}\u{8}\u{c}\u{1f}\u{7f}", "/", "naïve 日本 👩‍👩‍👧",
    "\u{2028}\u{2029}", #"{"reads":[]}"#, "\u{1b}[31mred",
  ])
  func `a text is read back as it was, on one line`(string: String) throws {
    let bytes = try LineEncoder.bytes(of: [string: string])
    #expect(try JSONDecoder().decode([String: String].self, from: Data(bytes)) == [string: string])
    #expect(!bytes.contains { $0 < 0x20 })
  }

  @Test func `numbers, words, nothing and what is empty are as JSON has them`() throws {
    #expect(try text([Int.min, 0, Int.max]) == "[-9223372036854775808,0,9223372036854775807]")
    #expect(try text([UInt8.max]) == "[255]")
    #expect(try text([0.1, -2.5e-9]) == "[0.1,-2.5e-09]")
    #expect(try text([true, false, nil]) == "[true,false,null]")
    #expect(try text([[], [1], [2, 3]] as [[Int]]) == "[[],[1],[2,3]]")
    #expect(try text([String: Int]()) == "{}")
  }

  @Test func `containers that a type opens within its own are closed where they end`() throws {
    #expect(try text([Nested(), Nested()]) == #"[\#(Nested.text),\#(Nested.text)]"#)
    #expect(try JSONEncoder.sorted.encode(Nested()) == Data(Nested.text.utf8))
  }

  @Test func `an attempt with every field, and one with none, is told as the usual encoder tells it`() throws {
    for attempt in [AttemptRecord.full, AttemptRecord.bare] {
      let bytes = Data(try LineEncoder.bytes(of: attempt))
      #expect(try JSONDecoder().decode(AttemptRecord.self, from: bytes) == attempt)
      #expect(try QuickDecoder.decode(AttemptRecord.self, from: Array(bytes)) == attempt)
      let (ours, usual) = (try object(bytes), try object(JSONEncoder().encode(attempt)))
      #expect(ours == usual)
    }
    let fields = Mirror(reflecting: AttemptRecord.full).children.count
    #expect(try object(JSONEncoder().encode(AttemptRecord.full)).count == fields)
  }

  /// What a disk or a hand may do to a line.
  @Test func `whatever byte of a line is another, both decoders read the same or the quick one nothing`() throws {
    let line = try LineEncoder.bytes(of: AttemptRecord.full)
    for place in line.indices {
      for byte in Array("\"\\}],:nu01.-exN ".utf8) + [0x01, 0xFF] where line[place] != byte {
        var changed = line
        changed[place] = byte
        let usual = try? JSONDecoder().decode(AttemptRecord.self, from: Data(changed))
        let quick = try? QuickDecoder.decode(AttemptRecord.self, from: changed)
        #expect(
          quick == usual || quick == nil && byte == UInt8(ascii: ","), "\(String(decoding: changed, as: UTF8.self))")
      }
    }
  }

  @Test func `a trial is told as the usual encoder tells it`() throws {
    for outcome in [OutcomeClass.ok, nil] {
      let trial = TrialRecord(
        trial: 3, prompt: "p\"1", contestant: "a/b:free", repetition: 2, attempts: 1, outcome: outcome,
        notSent: outcome == nil ? "the day is used up" : nil)
      let bytes = Data(try LineEncoder.bytes(of: trial))
      #expect(try object(bytes) == object(JSONEncoder().encode(trial)))
    }
  }

  private func object(_ data: Data) throws -> NSDictionary {
    try #require(try JSONSerialization.jsonObject(with: data) as? NSDictionary)
  }
}

/// Opens containers of both kinds by hand, as hand-written records may.
private struct Nested: Encodable {
  static let text = #"{"a":{"b":1,"c":[null,true,{"d":"e"},[2]]},"f":3}"#

  enum Key: String, CodingKey { case a, b, c, d, f }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    var inner = fields.nestedContainer(keyedBy: Key.self, forKey: .a)
    try inner.encode(1, forKey: .b)
    var list = inner.nestedUnkeyedContainer(forKey: .c)
    try list.encodeNil()
    try list.encode(true)
    var innermost = list.nestedContainer(keyedBy: Key.self)
    try innermost.encode("e", forKey: .d)
    var last = list.nestedUnkeyedContainer()
    try last.encode(2)
    try fields.encode(3, forKey: .f)
  }
}

extension JSONEncoder {
  fileprivate static var sorted: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}

extension AttemptRecord {
  fileprivate static var bare: AttemptRecord {
    AttemptRecord(
      session: 0, trial: 0, prompt: "", contestant: "", repetition: 1, wall: "",
      timeline: Timeline(queued: 0, admitted: 0, ended: 0), requestedModel: "", outcome: Outcome(.timeoutTotal))
  }

  fileprivate static var full: AttemptRecord {
    var attempt = AttemptRecord(
      session: 1, trial: 2, attempt: 3, step: Step(turn: 1, round: 2), prompt: "p", contestant: "c", repetition: 4,
      wall: "2026-01-01T00:00:00.000Z",
      timeline: Timeline(
        queued: -1, admitted: 2, sent: 3, headers: 4, firstByte: 5, firstToken: 6, firstAnswer: 7, lastToken: 8,
        ended: 9),
      reads: [TokenRead(offset: 1, bytes: 2), TokenRead(offset: 3, bytes: 4)], textEvents: 3,
      connection: ConnectionRecord(
        reused: true, httpVersion: "1.1", nameLookup: 1, tcp: 2, tls: 3, bytesSent: 4, bytesReceived: 5),
      status: 200, streamed: true, nonce: "0", requestedModel: "m", servedModel: "s", provider: "p", generationID: "g",
      finishReason: "stop", nativeFinishReason: "end",
      usage: Usage(
        promptTokens: 1, completionTokens: 2, totalTokens: 3, reasoningTokens: 4, cachedTokens: 5, cost: 0.0625),
      answer: "a\n\"b\"", reasoningText: "r", reasoning: .shown,
      toolCalls: [ToolCall(id: "i", name: "n", arguments: "{}"), ToolCall(name: "n", arguments: "{}")],
      outcome: Outcome(
        .rateMinute, message: "m", code: "429", curlCode: 1, limitSource: "l", retryAfter: 1.5, resetsAt: "r",
        limit: 20, shouldRetry: false),
      retry: RetryRecord(again: true, wait: 5, scope: .model, reason: "r"), notes: ["n", "o"], simulated: true,
      suspended: true, cached: "2026-01-01T00:00:00Z")
    attempt.parts = [AnswerPart(kind: "image", mediaType: "image/png", bytes: 6, hash: "ab")]
    attempt.stripped = [JSONAnswer.Wrapping.prefix, .suffix]
    return attempt
  }
}
