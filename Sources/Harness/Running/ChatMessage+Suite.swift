internal import Benchmark
internal import Wire

extension ChatMessage {
  /// A suite's message with its attachments.
  ///
  /// - Throws: `AttachmentFault`.
  init(_ message: Message, _ attachments: AttachmentText) throws {
    self.init(
      role: message.role.rawValue, content: try message.content.map { try ChatContent($0, attachments) },
      toolCalls: message.toolCalls.map { ChatToolCall(id: $0.id ?? "", name: $0.name, arguments: $0.arguments) },
      toolCallID: message.toolCallID)
  }
}

extension ChatContent {
  fileprivate init(_ content: Content, _ attachments: AttachmentText) throws {
    if let text = content.plainText {
      self = .text(text)
    } else {
      self = .parts(try content.parts.map { try ChatPart($0, attachments) })
    }
  }
}

extension ChatPart {
  fileprivate init(_ part: Content.Part, _ attachments: AttachmentText) throws {
    switch part {
    case .text(let text): self = .text(text)
    case .attachment(let attachment): self = try ChatPart(attachment, attachments)
    }
  }

  private init(_ attachment: Attachment, _ attachments: AttachmentText) throws {
    switch (attachment.kind, attachment.place) {
    case (.audio, .file(let facts)):
      self = .audio(data: try attachments.base64(facts), format: FileName.fileExtension(of: facts.path))
    // A suite has no sound by address, and no server takes one.
    case (.audio, .url(let url)): self = .text(url)
    case (.image, let place):
      self = .image(url: try attachments.url(of: place, attachment.kind), detail: attachment.detail)
    case (.pdf, let place):
      self = .file(name: place.fileName, url: try attachments.url(of: place, attachment.kind))
    case (.video, let place): self = .video(url: try attachments.url(of: place, attachment.kind))
    }
  }
}

extension AttachmentText {
  /// The address itself, or a data URL.
  fileprivate func url(of place: Attachment.Place, _ kind: Attachment.Kind) throws -> String {
    switch place {
    case .url(let url): url
    case .file(let facts): "data:\(kind.mediaType(of: facts.path) ?? "");base64,\(try base64(facts))"
    }
  }
}

extension Attachment.Place {
  fileprivate var fileName: String {
    let path =
      switch self {
      case .file(let facts): facts.path
      case .url(let url): url
      }
    return path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension ChatTool {
  init(_ tool: Tool) {
    self.init(
      name: tool.name, description: tool.description, parameters: tool.parameters, strict: tool.strict)
  }
}
