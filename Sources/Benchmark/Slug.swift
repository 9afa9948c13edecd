/// A name for a file made of any text, such as a model's id: readable, and never a path.
package enum Slug {
  /// Of the readable part, in bytes.
  private static let mostBytes = 80

  /// `[A-Za-z0-9._-]` of the text (at most 80 bytes, no dot or dash first), then `-` and the first 8 hexadecimal
  /// digits of the SHA-256 of the exact text, so that texts which read alike have names of their own.
  package static func of(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { isKept($0) ? Character($0) : "-" }
    let readable = scalars.drop { $0 == "." || $0 == "-" }.prefix(mostBytes)
    let stem = readable.isEmpty ? "_" : String(readable)
    return "\(stem)-\(SHA256.hex(text.utf8).prefix(8))"
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "A"..."Z", "a"..."z", "0"..."9", ".", "_", "-": true
    default: false
    }
  }
}
