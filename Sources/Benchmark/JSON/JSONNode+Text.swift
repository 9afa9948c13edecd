extension JSONNode {
  /// The value on one line, the keys in their order.
  package var json: String { text(indent: nil, depth: 0) }

  /// The value over several lines, two spaces a level, the keys in their order.
  package var prettyJSON: String { text(indent: "  ", depth: 0) }

  private func text(indent: String?, depth: Int) -> String {
    switch kind {
    case .array(let elements):
      Self.enclosed("[", elements.map { $0.text(indent: indent, depth: depth + 1) }, "]", indent, depth)
    case .object(let members):
      Self.enclosed(
        "{",
        members.map { member in
          JSONText.quoted(member.key) + (indent == nil ? ":" : ": ")
            + member.value.text(indent: indent, depth: depth + 1)
        }, "}", indent, depth)
    default: value.json
    }
  }

  private static func enclosed(
    _ open: String, _ parts: [String], _ close: String, _ indent: String?, _ depth: Int
  ) -> String {
    guard let indent, !parts.isEmpty else { return open + parts.joined(separator: ",") + close }
    let line = { (depth: Int) in "\n" + String(repeating: indent, count: depth) }
    return open + line(depth + 1) + parts.joined(separator: "," + line(depth + 1)) + line(depth) + close
  }
}
