/// A JSON text as a flat list of its values in order; no text is copied until it is asked for.
///
/// One array instead of a tree: a stream chunk costs a handful of allocations, and hostile nesting costs no stack. A
/// class, so that each value that is asked for holds one reference and not two.
final class JSONDocument: Sendable {
  enum Kind: UInt8, Sendable { case null, yes, no, number, text, escapedText, array, object }

  /// One value; a member of an object is two of them, the key first.
  struct Node: Sendable {
    var kind: Kind
    /// Where it begins in `bytes`; for text, behind the quotation mark.
    var start: UInt32
    /// Where it ends in `bytes`; for text, at the closing quotation mark.
    var end: UInt32
    /// The node behind this value and all that it holds.
    var next: UInt32
  }

  let bytes: [UInt8]
  let nodes: [Node]

  /// Reads `bytes` from the first to the last; blanks around the value are fine, as keep-alive padding is.
  init(_ bytes: [UInt8]) throws(JSONFault) {
    var parser = JSONParser(bytes)
    try parser.run()
    self.bytes = bytes
    nodes = parser.nodes
  }

  var root: JSON { JSON(document: self, node: 0) }
}

extension JSONDocument {
  /// The node of an object's first member of this name; walks the nodes alone, since a chunk asks some twenty times.
  func member(_ name: StaticString, of object: Int) -> Int? {
    name.withUTF8Buffer { member($0, of: object) }
  }

  func member(_ name: UnsafeBufferPointer<UInt8>, of object: Int) -> Int? {
    guard nodes[object].kind == .object else { return nil }
    let end = Int(nodes[object].next)
    var key = object + 1
    while key < end {
      if isText(key, name) { return key + 1 }
      key = Int(nodes[key + 1].next)
    }
    return nil
  }

  /// Where a node stands in the bytes; of text without its quotation marks.
  func place(_ node: Int) -> Range<Int> { Int(nodes[node].start)..<Int(nodes[node].end) }

  /// Nil for what is no text.
  func string(_ node: Int) -> String? {
    switch nodes[node].kind {
    case .text, .escapedText: text(node)
    default: nil
    }
  }

  /// A whole number, also when it came as `12.0`.
  func int(_ node: Int) -> Int? {
    guard nodes[node].kind == .number else { return nil }
    return bytes.withUnsafeBufferPointer { $0.integer(in: place(node)) }
      ?? Int(String(decoding: bytes[place(node)], as: UTF8.self))
      ?? double(node).flatMap { Int(exactly: $0) }
  }

  /// A finite number.
  func double(_ node: Int) -> Double? {
    guard nodes[node].kind == .number else { return nil }
    return Double(String(decoding: bytes[place(node)], as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The text of a text node; broken UTF-8 and lone surrogates come out as U+FFFD.
  func text(_ node: Int) -> String { text(nodes[node]) }

  private func text(_ node: Node) -> String {
    let source = bytes[Int(node.start)..<Int(node.end)]
    return node.kind == .escapedText ? source.unescapedText : String(decoding: source, as: UTF8.self)
  }

  private func isText(_ node: Int, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let node = nodes[node]
    if node.kind == .escapedText { return text(node).utf8.elementsEqual(other) }
    guard Int(node.end - node.start) == other.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var position = Int(node.start)
      for byte in other {
        if bytes[position] != byte { return false }
        position += 1
      }
      return true
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The whole number that these digits are; nil where they are anything else, or too many.
  fileprivate func integer(in digits: Range<Int>) -> Int? {
    let isNegative = self[digits.lowerBound] == .minus
    let digits = isNegative ? digits.dropFirst() : digits
    // As many as always fit.
    guard !digits.isEmpty, digits.count < 19 else { return nil }
    var number = 0
    for place in digits {
      guard self[place].isDigit else { return nil }
      number = number &* 10 &+ Int(self[place] & 0xF)
    }
    return isNegative ? -number : number
  }
}
