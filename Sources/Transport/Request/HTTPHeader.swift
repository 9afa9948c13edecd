/// One header field of a request or a response; the names of received ones are lower-cased.
package struct HTTPHeader: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// Values may be secrets, so a header shows its name only.
extension HTTPHeader: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "\(name): …" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}

extension HTTPHeader {
  /// What would let it begin a second header or a body; nil when it can be sent.
  ///
  /// A name has RFC 9110's token characters alone, a value neither line ends nor NUL. The words repeat no value, nor a
  /// name that could hold one.
  var defect: String? {
    if name.isEmpty || !name.utf8.allSatisfy(Self.isTokenCharacter) { return "a header has a malformed name" }
    let isBroken = value.utf8.contains { [0, 10, 13].contains($0) }
    return isBroken ? "the value of the header \(name) holds a line end or NUL" : nil
  }

  private static func isTokenCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
