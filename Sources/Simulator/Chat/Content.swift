/// A message's content: a text, or parts of which some may be files of many kinds.
struct Content: Sendable, Decodable {
  var text: String
  let attachments: [Attachment]

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self.text = text
      attachments = []
    } else {
      let parts = try value.decode([Part].self)
      text = parts.compactMap(\.text).joined(separator: "\n")
      attachments = parts.compactMap(\.attachment)
    }
  }

  /// One part of a content; which fields it has depends on its type.
  private struct Part: Decodable {
    var type: String
    var text: String?
    var image: Link?
    var video: Link?
    var file: File?
    var audio: Audio?

    private enum CodingKeys: String, CodingKey {
      case type, text, file
      case image = "image_url"
      case video = "video_url"
      case audio = "input_audio"
    }

    struct Link: Decodable {
      var url: String
    }

    struct File: Decodable {
      var filename: String?
      var data: String?

      private enum CodingKeys: String, CodingKey {
        case filename
        case data = "file_data"
      }
    }

    struct Audio: Decodable {
      var data: String
      var format: String?
    }

    var attachment: Attachment? {
      switch type {
      case "image_url": Attachment(kind: .image, source: image?.url ?? "")
      case "video_url": Attachment(kind: .video, source: video?.url ?? "")
      case "file": Attachment(kind: .file, name: file?.filename, source: file?.data ?? "")
      case "input_audio": Attachment(kind: .audio, name: audio?.format, source: audio?.data ?? "")
      default: nil
      }
    }
  }
}
