/// A part of an answer that is no text, an image or a sound: how to know it again, not its data.
package struct AnswerPart: Codable, Hashable, Sendable {
  /// `image`, `audio`, `video`, `file`, or the server's own word.
  package var kind: String
  /// `image/png`, or a sound's format (`mp3`); nil where the server did not tell.
  package var mediaType: String?
  /// Bytes of its data; nil where the server sent an address.
  package var bytes: Int?
  /// SHA-256 of its data, or of its address, in hexadecimal.
  package var hash: String

  package init(kind: String, mediaType: String? = nil, bytes: Int? = nil, hash: String) {
    self.kind = kind
    self.mediaType = mediaType
    self.bytes = bytes
    self.hash = hash
  }

  package enum CodingKeys: String, CodingKey {
    case kind
    case mediaType = "media_type"
    case bytes
    case hash = "sha256"
  }
}

extension AnswerPart {
  /// `an image`, `a sound`.
  package var noun: String {
    let known = ["image": "an image", "audio": "a sound", "video": "a video", "file": "a file"]
    return known[kind] ?? "a part of the kind \(kind.excerpt(40))"
  }

  /// `an image (image/png, 1290 bytes)`, as far as it is known.
  package var words: String {
    let facts = [mediaType?.excerpt(40), bytes.map { $0 == 1 ? "1 byte" : "\($0) bytes" }].compactMap(\.self)
    return noun + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")
  }
}
