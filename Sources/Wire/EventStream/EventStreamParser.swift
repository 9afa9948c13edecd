/// Cuts an event stream into events as its bytes arrive, whatever the pieces.
///
/// https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation, with one difference: an
/// event that the end of the stream left without its blank line is not lost but given by `finish()`.
package struct EventStreamParser: Sendable {
  /// 8 MiB: what an event may have where nobody says otherwise.
  package static let usualLimit = 8 << 20

  /// Bytes that one event, or one line, may have.
  private let longestEvent: Int
  private var line: [UInt8] = []
  private var name = ""
  private var data: [UInt8] = []
  private var hasData = false
  private var isFirstLine = true
  private var skipsLineFeed = false

  /// Comment lines so far.
  package private(set) var comments = 0
  /// Whether an event or a line was longer than allowed; nothing is read any more.
  package private(set) var isOverLimit = false

  package init(longestEvent: Int = usualLimit) {
    self.longestEvent = longestEvent
  }

  /// The next event that these bytes complete; what was read is taken from their front.
  package mutating func next(from bytes: inout ArraySlice<UInt8>) -> ServerSentEvent? {
    while !isOverLimit, takeLine(from: &bytes) {
      if let event = endLine() { return event }
    }
    return nil
  }

  /// The event that the end of the stream left without its blank line, if it has data.
  package mutating func finish() -> ServerSentEvent? {
    guard !isOverLimit else { return nil }
    if !line.isEmpty { _ = endLine() }
    return dispatch()
  }

  /// Moves bytes into `line`, and says whether the line is complete.
  private mutating func takeLine(from bytes: inout ArraySlice<UInt8>) -> Bool {
    if skipsLineFeed, let first = bytes.first {
      skipsLineFeed = false
      if first == .lineFeed { bytes.removeFirst() }
    }
    let end = bytes.endOfLine
    append(bytes[..<end])
    guard end < bytes.endIndex, !isOverLimit else {
      bytes = []
      return false
    }
    skipsLineFeed = bytes[end] == .carriageReturn
    bytes = bytes[(end + 1)...]
    return true
  }

  private mutating func append(_ piece: ArraySlice<UInt8>) {
    guard line.count + data.count + piece.count <= longestEvent else {
      isOverLimit = true
      return
    }
    line += piece
  }

  /// Reads a whole line; the blank one completes an event.
  private mutating func endLine() -> ServerSentEvent? {
    defer { line.removeAll(keepingCapacity: true) }
    if isFirstLine {
      isFirstLine = false
      if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    }
    if line.isEmpty { return dispatch() }
    if line[0] == .colon { comments += 1 } else { readField() }
    return nil
  }

  private mutating func readField() {
    let colon = line.firstIndex(of: .colon) ?? line.count
    var value = line[min(colon + 1, line.count)...]
    if value.first == .space { value.removeFirst() }
    switch line[..<colon] {
    case let field where field.elementsEqual("data".utf8): appendData(value)
    case let field where field.elementsEqual("event".utf8): name = String(decoding: value, as: UTF8.self)
    default: break
    }
  }

  private mutating func appendData(_ value: ArraySlice<UInt8>) {
    if hasData { data.append(.lineFeed) }
    data += value
    hasData = true
  }

  private mutating func dispatch() -> ServerSentEvent? {
    defer {
      name = ""
      data = []
      hasData = false
    }
    return hasData ? ServerSentEvent(name: name, data: data) : nil
  }
}

extension ArraySlice<UInt8> {
  /// Where the first line ends: at its terminator or at the end.
  ///
  /// U+2028 and U+0085 end no line here.
  fileprivate var endOfLine: Int {
    withUnsafeBufferPointer { bytes in
      var end = 0
      while end < bytes.count, bytes[end] != .lineFeed, bytes[end] != .carriageReturn { end += 1 }
      return startIndex + end
    }
  }
}
