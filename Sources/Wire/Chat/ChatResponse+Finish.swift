#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

// Whether an answer is whole although its response goes on: some servers leave it open behind `[DONE]`.
extension ChatResponse {
  /// Whether these bytes may hold what finishes an answer, `[DONE]` or a `usage` that is an object.
  ///
  /// Asked of every read before anything else is known of it: quick, and true rather too often than too seldom.
  package static func mayFinish(in bytes: UnsafeRawBufferPointer) -> Bool {
    if bytes.end(of: "[DONE]", rare: 1, from: 0) != nil { return true }
    var position = 0
    while let end = bytes.end(of: #""usage""#, rare: 4, from: position) {
      let value = bytes[end...].first { !$0.isBlank && $0 != .colon }
      if value == nil || value == .openingBrace { return true }
      position = end
    }
    return false
  }

  /// Whether a body, as far as it has come, holds a whole answer.
  package static func isFinished(_ body: [UInt8]) -> Bool {
    switch BodyForm(body) {
    case .eventStream, .other:
      stream(body, reads: [], complete: true, longest: EventStreamParser.usualLimit).isFinished
    case .json: json(body, complete: false).isFinished
    case .blank, .markup: false
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The position behind the next occurrence of a text, which is looked for by the byte at `rare` in it: others of it
  /// stand in every chunk many times.
  fileprivate func end(of text: StaticString, rare: Int, from start: Int) -> Int? {
    guard let base = baseAddress else { return nil }
    let length = text.utf8CodeUnitCount
    var position = start + rare
    while position < count, let found = memchr(base + position, Int32(text.utf8Start[rare]), count - position) {
      let first = UnsafeRawPointer(found) - base - rare
      if first + length <= count, memcmp(base + first, text.utf8Start, length) == 0 { return first + length }
      position = first + rare + 1
    }
    return nil
  }
}
