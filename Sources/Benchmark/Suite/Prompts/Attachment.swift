/// An image, a document, a sound or a film that a message carries.
package struct Attachment: Hashable, Sendable {
  package enum Kind: String, Codable, CaseIterable, Sendable {
    case image, pdf, audio, video
  }

  /// Where it is: a file beside the suite, or an address that the server fetches it from.
  package enum Place: Hashable, Sendable {
    case file(FileFacts)
    case url(String)
  }

  package var kind: Kind
  package var place: Place
  /// How closely an image is looked at, in the server's words.
  package var detail: String?

  package init(_ kind: Kind, at place: Place, detail: String? = nil) {
    self.kind = kind
    self.place = place
    self.detail = detail
  }

  /// What a person is shown in its place: `[image chart.png]`.
  package var words: String {
    switch place {
    case .file(let facts): "[\(kind.rawValue) \(facts.path)]"
    case .url(let url): "[\(kind.rawValue) \(url)]"
    }
  }
}

/// A file beside the suite as it was when the suite was read; its data is in no journal.
package struct FileFacts: Codable, Hashable, Sendable {
  /// As the suite names it.
  package var path: String
  package var bytes: Int
  /// Lower-case hexadecimal.
  package var sha256: String

  package init(path: String, bytes: Int, sha256: String) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// Those of a file that has just been read.
  package init(path: String, contents: [UInt8]) {
    self.init(path: path, bytes: contents.count, sha256: SHA256.hex(contents))
  }
}

extension Attachment.Kind {
  /// The media types by the extensions that name them.
  private var types: [(fileExtension: String, mediaType: String)] {
    switch self {
    case .image:
      [
        ("png", "image/png"), ("jpg", "image/jpeg"), ("jpeg", "image/jpeg"), ("gif", "image/gif"),
        ("webp", "image/webp"),
      ]
    case .pdf: [("pdf", "application/pdf")]
    case .audio:
      [
        ("wav", "audio/wav"), ("mp3", "audio/mpeg"), ("m4a", "audio/mp4"), ("aac", "audio/aac"),
        ("ogg", "audio/ogg"), ("flac", "audio/flac"), ("aiff", "audio/aiff"),
      ]
    case .video:
      [("mp4", "video/mp4"), ("mpeg", "video/mpeg"), ("mov", "video/mov"), ("webm", "video/webm")]
    }
  }

  /// With its article.
  var noun: String {
    switch self {
    case .image: "an image"
    case .pdf: "a PDF"
    case .audio: "a sound"
    case .video: "a film"
    }
  }

  package var extensions: [String] { types.map(\.fileExtension) }

  /// What a file's name says it is; nil for an extension that is not of this kind.
  package func mediaType(of path: String) -> String? {
    let name = FileName.fileExtension(of: path)
    return types.first { $0.fileExtension == name }?.mediaType
  }
}

/// What the name of a file tells.
package enum FileName {
  /// In lower case, without its point; empty where the name has none.
  package static func fileExtension(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
  }
}
