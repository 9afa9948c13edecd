/// What a message says: a text, or parts of several kinds.
package enum ChatContent: Encodable, Hashable, Sendable {
  case text(String)
  case parts([ChatPart])

  package func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .text(let text): try value.encode(text)
    case .parts(let parts): try value.encode(parts)
    }
  }
}

/// A part of a message, in the forms that OpenRouter documents; a `url` is an address or a data URL.
package enum ChatPart: Hashable, Sendable {
  case text(String)
  case image(url: String, detail: String?)
  case file(name: String, url: String)
  /// `data` is base64; `format` the extension that names it.
  case audio(data: String, format: String)
  case video(url: String)
}

extension ChatPart: Encodable {
  private enum Key: String, CodingKey {
    case type, text, url, detail, filename, data, format
    case image = "image_url"
    case file
    case fileData = "file_data"
    case audio = "input_audio"
    case video = "video_url"
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    let key: Key =
      switch self {
      case .text: .text
      case .image: .image
      case .file: .file
      case .audio: .audio
      case .video: .video
      }
    try fields.encode(key.rawValue, forKey: .type)
    if case .text(let text) = self { return try fields.encode(text, forKey: .text) }
    var inner = fields.nestedContainer(keyedBy: Key.self, forKey: key)
    switch self {
    case .text: break
    case .image(let url, let detail):
      try inner.encode(url, forKey: .url)
      try inner.encodeIfPresent(detail, forKey: .detail)
    case .file(let name, let url):
      try inner.encode(name, forKey: .filename)
      try inner.encode(url, forKey: .fileData)
    case .audio(let data, let format):
      try inner.encode(data, forKey: .data)
      try inner.encode(format, forKey: .format)
    case .video(let url): try inner.encode(url, forKey: .url)
    }
  }
}
