/// Something other than text that a message brings along.
struct Attachment: Hashable, Sendable {
  let kind: Kind
  /// What stands for it in the conversation: its kind, what it shows or is called, and a mark of its bytes.
  let label: String
  /// What it says of itself that it shows; nil when it says nothing.
  let caption: String?

  /// What models can be able to take, named as the catalogue has it.
  enum Kind: String, CaseIterable, Sendable {
    case image, file, audio, video
  }

  /// Takes a data URL, a link, or bare base64.
  init(kind: Kind, name: String? = nil, source: String) {
    self.kind = kind
    let isLink = source.hasPrefix("http://") || source.hasPrefix("https://")
    caption = isLink ? nil : Picture(source)?.title
    let words = [kind.rawValue, name, caption, isLink ? String(source.prefix(200)) : Self.mark(of: source)]
    label = words.compactMap(\.self).joined(separator: " ")
  }

  /// What it counts in tokens, whatever its size: no model of ours looks closely.
  static let tokens = 256

  /// Length and hash of both ends: a film must not hold up the answers that are being written.
  private static func mark(of source: String) -> String {
    var hash = Dice.Hash()
    hash.add(String(decoding: source.utf8.prefix(4096), as: UTF8.self))
    hash.add(String(decoding: source.utf8.suffix(4096), as: UTF8.self))
    return "\(source.utf8.count):\(String(hash.value, radix: 16))"
  }
}
