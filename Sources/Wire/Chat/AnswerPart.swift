extension ChatReading {
  /// A part of an answer that is no text: an image, a sound.
  package struct Part: Hashable, Sendable {
    /// `image`, `audio`, `video`, `file`, or the server's own word.
    package var kind: String
    /// As a data URL names it (`image/png`), or a sound's format (`mp3`); nil where the server does not tell.
    package var mediaType: String?
    /// The data in base64, or an address.
    package var source: String

    package init(kind: String, mediaType: String? = nil, source: String) {
      self.kind = kind
      self.mediaType = mediaType
      self.source = source
    }
  }
}

extension ChatReading.Part {
  private static let longestKind = 40
  private static let kinds = ["image", "audio", "video", "file"]
  private static let holders: [StaticString] = [
    "image_url", "input_audio", "output_audio", "audio", "video_url", "video", "inline_data", "inlineData", "source",
    "file",
  ]
  private static let sources: [StaticString] = ["url", "data", "b64_json", "file_data", "file_id", "image", "result"]
  private static let types: [StaticString] = ["media_type", "mime_type", "mimeType", "format"]

  /// Reads a part in any of the forms in which servers send it; nil for one that holds nothing.
  init?(_ part: JSON, kind usual: String = "") {
    let word = part["type"]?.filledString ?? usual
    let holder = Self.holders.lazy.compactMap { part[$0] }.first { $0.isObject || $0.filledString != nil } ?? part
    let held = holder.filledString ?? Self.sources.lazy.compactMap { holder[$0]?.filledString }.first
    guard let held else { return nil }
    let type = Self.types.lazy.compactMap { holder[$0]?.filledString }.first
    self.init(
      kind: Self.kinds.first { word.contains($0) } ?? word.shortened(to: Self.longestKind), mediaType: type,
      source: held)
    takeDataURL()
  }

  /// Parts `data:image/png;base64,…` into its type and its data.
  private mutating func takeDataURL() {
    guard source.hasPrefix("data:"), let comma = source.firstIndex(of: ",") else { return }
    let type = source[..<comma].dropFirst("data:".count).prefix { $0 != ";" }
    if !type.isEmpty { mediaType = String(type).shortened(to: Self.longestKind) }
    source = String(source[source.index(after: comma)...])
  }
}
