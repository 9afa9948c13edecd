/// The longest object or array that stands somewhere in a text.
struct EmbeddedJSON {
  let node: JSONNode
  private let bytes: [UInt8]

  /// A text of brackets that are never closed would be read again from each of them.
  private static let mostReadings = 4

  /// Nil when there is none, or none was found within a few times the reading of the whole text.
  init?(in bytes: [UInt8]) {
    var longest: JSONNode?
    var budget = Self.mostReadings * bytes.count
    var position = 0
    while budget > 0, let start = bytes[position...].firstIndex(where: Self.opens) {
      let (reading, end) = JSONReader.readValue(at: start, in: bytes)
      budget -= end - start
      position = start + 1
      guard let found = reading.grammatical else { continue }
      position = end
      if found.range.count > longest?.range.count ?? 0 { longest = found }
    }
    guard let longest else { return nil }
    node = longest
    self.bytes = bytes
  }

  private static func opens(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") }

  /// What stands around it, white space apart.
  var around: [JSONAnswer.Wrapping] {
    var before = String(decoding: bytes[..<node.range.lowerBound], as: UTF8.self).trimmed[...]
    var after = String(decoding: bytes[node.range.upperBound...], as: UTF8.self).trimmed[...]
    // The fence's own line may name a language.
    let lastLine = before.split(whereSeparator: \.isNewline).last ?? ""
    let isFenced = lastLine.hasPrefix("```") && !lastLine.dropFirst(3).contains("`") && after.hasPrefix("```")
    if isFenced { (before, after) = (before.dropLast(lastLine.count), after.dropFirst(3)) }
    return (before.trimmed.isEmpty ? [] : [.prefix]) + (isFenced ? [.fence] : [])
      + (after.trimmed.isEmpty ? [] : [.suffix])
  }
}
