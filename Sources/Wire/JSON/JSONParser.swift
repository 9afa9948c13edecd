/// Cuts bytes into JSON values, without recursion and in one pass.
///
/// Strict about structure; lenient about what real servers send inside values: control characters, wrong escapes,
/// broken UTF-8 and the `NaN` of Python's encoder, which is read as null.
struct JSONParser {
  /// Deeper nesting than any answer has, and what RELIABILITY.md allows.
  static let deepest = 512
  /// 64 MB of nodes; a catalogue of 650 models needs 70,000.
  static let mostNodes = 1 << 22

  private let bytes: [UInt8]
  private var position = 0
  private var open: [Int] = []
  private(set) var nodes: [JSONDocument.Node] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    nodes.reserveCapacity(min(bytes.count / 6 + 8, 4096))
  }

  mutating func run() throws(JSONFault) {
    guard bytes.count < Int(UInt32.max) else { throw .tooLarge }
    try value()
    while let container = open.last { try step(in: container) }
    if let extra = peek() { throw .unexpected(extra, at: position) }
  }

  /// Reads one member or element, or the end of the container.
  private mutating func step(in container: Int) throws(JSONFault) {
    let isObject = nodes[container].kind == .object
    let closing: UInt8 = isObject ? .closingBrace : .closingBracket
    if peek() == closing { return close(container) }
    if nodes.count > container + 1 { try expect(.comma) }
    if isObject {
      try expect(.quote)
      try text()
      try expect(.colon)
    }
    try value()
  }

  private mutating func value() throws(JSONFault) {
    guard nodes.count < Self.mostNodes else { throw .tooLarge }
    switch peek() {
    case UInt8.quote:
      position += 1
      try text()
    case UInt8.openingBrace: try begin(.object)
    case UInt8.openingBracket: try begin(.array)
    case nil: throw .cut
    default: try word()
    }
  }

  private mutating func begin(_ kind: JSONDocument.Kind) throws(JSONFault) {
    guard open.count < Self.deepest else { throw .tooDeep }
    open.append(nodes.count)
    append(kind, from: position, to: position)
    position += 1
  }

  private mutating func close(_ container: Int) {
    position += 1
    nodes[container].end = UInt32(position)
    nodes[container].next = UInt32(nodes.count)
    open.removeLast()
  }

  /// Reads text whose opening quotation mark has been read.
  private mutating func text() throws(JSONFault) {
    let start = position
    let (end, isEscaped) = bytes.withUnsafeBufferPointer { $0.endOfText(from: start) }
    guard end < bytes.count else {
      position = end
      throw .cut
    }
    append(isEscaped ? .escapedText : .text, from: start, to: end)
    position = end + 1
  }

  /// Reads a number or one of the words; whether a number makes sense is asked when it is used.
  private mutating func word() throws(JSONFault) {
    let start = position
    position = bytes.withUnsafeBufferPointer { $0.endOfWord(from: start) }
    guard position > start else { throw .unexpected(bytes[start], at: start) }
    if bytes.withUnsafeBufferPointer({ $0.beginsNumber(start..<position) }) {
      return append(.number, from: start, to: position)
    }
    let word = bytes[start..<position]
    guard let kind = Self.words.first(where: { word.elementsEqual($0.word.utf8) })?.kind else {
      let isCut = position == bytes.count && Self.words.contains { $0.word.utf8.starts(with: word) }
      throw isCut ? .cut : .unexpected(bytes[start], at: start)
    }
    append(kind, from: start, to: position)
  }

  private static let words: [(word: String, kind: JSONDocument.Kind)] = [
    ("null", .null), ("false", .no), ("true", .yes),
    ("NaN", .null), ("Infinity", .null), ("-Infinity", .null),
  ]

  private mutating func append(_ kind: JSONDocument.Kind, from start: Int, to end: Int) {
    // There are fewer bytes than this holds, and no more nodes than bytes.
    let number = { (value: Int) in UInt32(truncatingIfNeeded: value) }
    nodes.append(.init(kind: kind, start: number(start), end: number(end), next: number(nodes.count + 1)))
  }

  private mutating func expect(_ byte: UInt8) throws(JSONFault) {
    guard let found = peek() else { throw .cut }
    guard found == byte else { throw .unexpected(found, at: position) }
    position += 1
  }

  /// The next byte that is not blank; it is left where it is.
  private mutating func peek() -> UInt8? {
    let next = bytes.withUnsafeBufferPointer { bytes in
      var next = position
      while next < bytes.count, bytes[next].isBlank { next += 1 }
      return next
    }
    position = next
    return next < bytes.count ? bytes[next] : nil
  }
}

/// Where a value ends, for whoever knows where it begins.
extension UnsafeBufferPointer<UInt8> {
  /// Of the text that begins here its closing quotation mark, or the end of the bytes; most of a body is passed here, a
  /// byte at a time.
  func endOfText(from start: Int) -> (end: Int, isEscaped: Bool) {
    var end = start
    var isEscaped = false
    while end < count, self[end] != .quote {
      if self[end] == .backslash {
        isEscaped = true
        end += 1
      }
      end += 1
    }
    return (end, isEscaped)
  }

  /// Nil where no number begins.
  func endOfNumber(from start: Int) -> Int? {
    let end = endOfWord(from: start)
    return beginsNumber(start..<end) ? end : nil
  }

  fileprivate func endOfWord(from start: Int) -> Int {
    var end = start
    while end < count, !self[end].endsWord { end += 1 }
    return end
  }

  /// Whether a word is a number, or would like to be one.
  fileprivate func beginsNumber(_ word: Range<Int>) -> Bool {
    guard let first = word.first else { return false }
    return self[first].isDigit || self[first] == .minus && word.count > 1 && self[first + 1].isDigit
  }
}
