/// JSON on one line as it grows: what has been opened is closed as soon as somebody writes outside of it.
final class LineText {
  // Nobody holds on to them while another writes: what the runtime would check at every byte of a journal.
  @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
  /// The closing byte of every object and array that is still open, the innermost last.
  @exclusivity(unchecked) private var open: [UInt8] = []
  /// Whether the next value or name stands behind another.
  @exclusivity(unchecked) private var followsValue = false

  var depth: Int { open.count }

  /// Closes what was opened beyond a depth.
  func close(to depth: Int) {
    while open.count > depth, let closing = open.popLast() {
      bytes.append(closing)
      followsValue = true
    }
  }

  /// Opens an object or an array; returns the depth within it.
  func begin(_ opening: Character) -> Int {
    separate()
    bytes.append(UInt8(ascii: opening == "{" ? "{" : "["))
    open.append(UInt8(ascii: opening == "{" ? "}" : "]"))
    followsValue = false
    return open.count
  }

  /// The name of a member; its value comes next.
  func name(_ name: String) {
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    followsValue = false
  }

  /// A value that is written as its own description: a number, `true`, `null`.
  func word(_ word: String) {
    separate()
    bytes += word.utf8
    followsValue = true
  }

  func quote(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { append(escaping: $0) }
    bytes.append(UInt8(ascii: "\""))
    followsValue = true
  }

  private func separate() {
    if followsValue { bytes.append(UInt8(ascii: ",")) }
  }

  /// Whole pieces between the few bytes that JSON has escapes for.
  private func append(escaping text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (index, byte) in text.enumerated() where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    {
      bytes += text[start..<index]
      bytes += Self.escape(byte).utf8
      start = index + 1
    }
    bytes += text[start...]
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\n"): "\\n"
    case UInt8(ascii: "\r"): "\\r"
    case UInt8(ascii: "\t"): "\\t"
    case 0x20...: "\\" + String(Unicode.Scalar(byte))
    default: "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
}
