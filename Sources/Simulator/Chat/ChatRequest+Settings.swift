extension ChatRequest {
  /// A request with the rest of its fields.
  struct Body: Decodable {
    let chat: ChatRequest
    let settings: String

    /// Fields that are conversation, or about how an answer is delivered.
    private static let others: Set<String> = ["model", "messages", "stream", "stream_options", "usage", "user"]

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      chat = try ChatRequest(from: decoder)
      let fields = try decoder.container(keyedBy: Key.self)
      let keys = fields.allKeys.filter { !Self.others.contains($0.stringValue) }
      settings = keys.sorted { $0.stringValue < $1.stringValue }.map { key in
        let value = (try? fields.decode(JSON.self, forKey: key)) ?? .null
        return "\(key.stringValue) \(String(decoding: value.bytes, as: UTF8.self))"
      }.joined(separator: "\n")
    }
  }
}
