/// A message's content: a text, or parts of which some may be images.
struct Content: Sendable, Decodable {
  let text: String
  let hasImages: Bool

  /// One part of a content.
  private struct Part: Decodable {
    var type: String
    var text: String?
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self.text = text
      hasImages = false
    } else {
      let parts = try value.decode([Part].self)
      text = parts.compactMap(\.text).joined(separator: "\n")
      hasImages = parts.contains { $0.type == "image_url" }
    }
  }
}
