#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Cuts an event stream into events as its bytes arrive, whatever the pieces.
///
/// https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation, with two differences: an
/// event that the end of the stream left without its blank line is not lost but given by `finish()`, and a line `error:`,
/// by which some servers tell that they failed, is an event named `error`.
package struct EventStreamParser: Sendable {
  /// 8 MiB: what an event may have where nobody says otherwise.
  package static let usualLimit = 8 << 20

  /// Bytes that one event, or one line, may have.
  private let longestEvent: Int
  /// The part of a line that earlier bytes brought.
  private var begun: [UInt8] = []
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
    while !isOverLimit, let line = takeLine(from: &bytes) {
      if let event = read(line) { return event }
    }
    return nil
  }

  /// An event that the end of the stream left without its blank line, if it has data; asked until there is none.
  package mutating func finish() -> ServerSentEvent? {
    guard !isOverLimit else { return nil }
    let line = begun[...]
    begun = []
    if !line.isEmpty, let event = read(line) { return event }
    return dispatch()
  }

  /// The next line that these bytes complete, without its terminator; what is left of them without one is kept.
  private mutating func takeLine(from bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if skipsLineFeed, let first = bytes.first {
      skipsLineFeed = false
      if first == .lineFeed { bytes.removeFirst() }
    }
    let end = bytes.endOfLine
    let piece = bytes[..<end]
    isOverLimit = begun.count + data.count + piece.count > longestEvent
    guard !isOverLimit, end < bytes.endIndex else {
      if !isOverLimit { begun += piece }
      bytes = []
      return nil
    }
    skipsLineFeed = bytes[end] == .carriageReturn
    bytes = bytes[(end + 1)...]
    return whole(endingIn: piece)
  }

  /// Mostly a line comes in one piece, and is not copied.
  private mutating func whole(endingIn piece: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard !begun.isEmpty else { return piece }
    defer { begun = [] }
    return (begun + piece)[...]
  }

  /// Reads a whole line; the blank one completes an event.
  private mutating func read(_ line: ArraySlice<UInt8>) -> ServerSentEvent? {
    var line = line
    if isFirstLine {
      isFirstLine = false
      if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    }
    guard let first = line.first else { return dispatch() }
    if first != .colon { return readField(line) }
    comments += 1
    return nil
  }

  private mutating func readField(_ line: ArraySlice<UInt8>) -> ServerSentEvent? {
    let colon = line.firstIndex(of: .colon) ?? line.endIndex
    var value = line[min(colon + 1, line.endIndex)...]
    if value.first == .space { value.removeFirst() }
    switch line[..<colon] {
    case let field where field.elementsEqual("data".utf8): appendData(value)
    case let field where field.elementsEqual("event".utf8): name = String(decoding: value, as: UTF8.self)
    case let field where field.elementsEqual("error".utf8): return ServerSentEvent(name: "error", data: Array(value))
    default: break
    }
    return nil
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
      var start = 0
      // Block by block: a stream without line feeds would be searched through for one at every carriage return.
      while start < bytes.count {
        let block = UnsafeBufferPointer(rebasing: bytes[start..<Swift.min(start + 256, bytes.count)])
        let lineFeed = block.place(of: .lineFeed) ?? block.count
        let before = UnsafeBufferPointer(rebasing: block[..<lineFeed])
        let end = before.place(of: .carriageReturn) ?? lineFeed
        if end < block.count { return startIndex + start + end }
        start += block.count
      }
      return endIndex
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func place(of byte: UInt8) -> Int? {
    guard let start = baseAddress, let found = memchr(start, Int32(byte), count) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(start)
  }
}
