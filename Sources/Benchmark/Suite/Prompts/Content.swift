/// What a message says: text, and what is attached to it, in order.
package struct Content: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case text(String)
    case attachment(Attachment)
  }

  package var parts: [Part]

  package init(_ parts: [Part]) {
    self.parts = parts
  }

  package init(_ text: String) {
    parts = [.text(text)]
  }

  /// Parts as they are sent: texts alone become one, a line each, since some servers take no list or only its first part.
  package init(joining parts: [Part]) {
    let content = Content(parts)
    self = content.attachments.isEmpty && !parts.isEmpty ? Content(content.text) : content
  }

  /// The text when it is nothing else.
  package var plainText: String? {
    guard parts.count == 1, case .text(let text)? = parts.first else { return nil }
    return text
  }

  /// The text for people, attachments named in brackets.
  package var text: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .attachment(let attachment): attachment.words
      }
    }.joined(separator: "\n")
  }

  package var attachments: [Attachment] {
    parts.compactMap { if case .attachment(let attachment) = $0 { attachment } else { nil } }
  }
}

extension Content: Codable {
  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self.init(text)
    } else {
      self.init(try value.decode([Part].self))
    }
  }

  /// A plain text is written as a string, as in a suite.
  package func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    if let plainText { try value.encode(plainText) } else { try value.encode(parts) }
  }
}

extension Content.Part: Codable {
  private enum Key: String, CodingKey {
    case type, text, path, bytes, sha256, url, detail
  }

  private static let text = "text"

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    if try fields.decode(String.self, forKey: .type) == Self.text {
      self = .text(try fields.decode(String.self, forKey: .text))
      return
    }
    let kind = try fields.decode(Attachment.Kind.self, forKey: .type)
    let place: Attachment.Place =
      if let url = try fields.decodeIfPresent(String.self, forKey: .url) {
        .url(url)
      } else {
        .file(
          FileFacts(
            path: try fields.decode(String.self, forKey: .path), bytes: try fields.decode(Int.self, forKey: .bytes),
            sha256: try fields.decode(String.self, forKey: .sha256)))
      }
    self = .attachment(
      Attachment(kind, at: place, detail: try fields.decodeIfPresent(String.self, forKey: .detail)))
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    switch self {
    case .text(let text):
      try fields.encode(Self.text, forKey: .type)
      try fields.encode(text, forKey: .text)
    case .attachment(let attachment):
      try fields.encode(attachment.kind, forKey: .type)
      try fields.encodeIfPresent(attachment.detail, forKey: .detail)
      switch attachment.place {
      case .url(let url): try fields.encode(url, forKey: .url)
      case .file(let facts):
        try fields.encode(facts.path, forKey: .path)
        try fields.encode(facts.bytes, forKey: .bytes)
        try fields.encode(facts.sha256, forKey: .sha256)
      }
    }
  }
}
