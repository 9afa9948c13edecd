/// What a server answered.
struct RawResponse {
  let status: Int
  private let fields: [String: String]
  var chunks: [[UInt8]] = []
  var body: [UInt8] = []

  init(head: String) {
    let lines = head.split(separator: "\n")
    status = lines.first.flatMap { Int($0.split(separator: " ")[1]) } ?? 0
    let pairs = lines.dropFirst().map { line in
      let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
      return (parts[0].lowercased(), parts.count > 1 ? parts[1] : "")
    }
    fields = Dictionary(pairs) { _, last in last }
  }

  subscript(name: String) -> String? { fields[name.lowercased()] }

  var text: String { String(decoding: body, as: UTF8.self) }

  /// The data of every event but `[DONE]`.
  var events: [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("data: {") }.map { String($0.dropFirst("data: ".count)) }
  }

  var comments: Int { text.split(separator: "\n").filter { $0 == ": OPENROUTER PROCESSING" }.count }
}
