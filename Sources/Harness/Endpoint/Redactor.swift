#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Takes keys out of every text that is stored or shown, whoever wrote it.
///
/// It looks for the keys in use, plain, as a JSON string holds them, in base64 and percent-encoded, and for anything
/// shaped like an OpenRouter key.
package struct Redactor: Sendable {
  /// Shorter words ("ollama", "EMPTY") are no secrets, and taking them out would falsify answers.
  private static let shortestSecret = 8
  private static let openRouterPrefix = "sk-or-v1-"
  private static let replacement = "[key removed]"

  private let needles: [String]
  /// The same and how every OpenRouter key begins, as bytes: looked for in each line of a journal.
  private let sought: [[UInt8]]

  package init(keys: [APIKey] = []) {
    needles =
      keys
      .map(\.text)
      .filter { $0.utf8.count >= Redactor.shortestSecret }
      .flatMap { Set([$0, Redactor.inJSON($0), Redactor.percentEncoded($0)] + Redactor.base64($0)) }
      .sorted { $0.utf8.count > $1.utf8.count }
    sought = (needles + [Redactor.openRouterPrefix]).map { Array($0.utf8) }
  }

  private static func inJSON(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  /// What a key looks like in base64: alone, and within a longer text, as in that of `Bearer KEY`.
  ///
  /// There it depends on how many bytes of its group of three come before; characters that neighbours decide are left out.
  private static func base64(_ key: String) -> [String] {
    let inside = (0..<3).map { offset in
      let bytes = Data(repeating: 0, count: offset) + Data(key.utf8)
      return String(bytes.base64EncodedString().prefix(bytes.count * 4 / 3).dropFirst(offset == 0 ? 0 : offset + 1))
    }
    return [Data(key.utf8).base64EncodedString()] + inside
  }

  private static func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
      let scalar = Character(UnicodeScalar(byte))
      if scalar.isLetter || scalar.isNumber || "-._~".contains(scalar) { return String(scalar) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  package func redacted(_ text: String) -> String {
    var result = text
    for needle in needles where result.utf8.contains(needle.utf8) {
      result = result.replacing(needle, with: Redactor.replacement)
    }
    return result.utf8.contains(Redactor.openRouterPrefix.utf8) ? withoutOpenRouterKeys(result) : result
  }

  /// The same for encoded text: a key holds nothing that ends a JSON string.
  func redacted(_ bytes: [UInt8]) -> [UInt8] {
    guard sought.contains(where: { bytes.firstIndex(of: $0) != nil }) else { return bytes }
    return Array(redacted(String(decoding: bytes, as: UTF8.self)).utf8)
  }

  private func withoutOpenRouterKeys(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: Redactor.openRouterPrefix) {
      let tail = rest[start.upperBound...].prefix { $0.isHexDigit && $0.isASCII }
      result += rest[..<start.lowerBound]
      result += tail.count >= 32 ? Redactor.replacement : String(rest[start.lowerBound..<tail.endIndex])
      rest = rest[tail.endIndex...]
    }
    return result + rest
  }
}

extension String.UTF8View {
  /// Whether the bytes of `other` stand here in a row.
  fileprivate func contains(_ other: String.UTF8View) -> Bool {
    guard let first = other.first else { return true }
    var rest = self[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: other) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
