internal import Benchmark

extension OrderedJSON {
  /// A value that fits stands on one line.
  private static let columns = 110

  /// The value as a person would lay it out, two spaces a level, with a line end at its end.
  var text: String { laidOut(at: 0, isRoot: true) + "\n" }

  /// The value on a line of any length.
  var oneLine: String { line(within: .max) ?? "" }

  private func laidOut(at depth: Int, isRoot: Bool = false, behind width: Int = 0) -> String {
    if !isRoot, let line = line(within: Self.columns - 2 * depth - width) { return line }
    let margin = String(repeating: "  ", count: depth + 1)
    let end = "\n" + String(repeating: "  ", count: depth)
    switch self {
    case .array(let elements):
      let lines = elements.map { margin + $0.laidOut(at: depth + 1) }
      return "[\n" + lines.joined(separator: ",\n") + end + "]"
    case .object(let members):
      let lines = members.map { member in
        let key = JSONText.quoted(member.key) + ": "
        return margin + key + member.value.laidOut(at: depth + 1, behind: key.count)
      }
      return "{\n" + lines.joined(separator: ",\n") + end + "}"
    default: return leaf
    }
  }

  /// The value on one line of at most so many characters; nil when it takes more.
  private func line(within width: Int) -> String? {
    switch self {
    case .array(let elements): line(elements.map { ("", $0) }, "[", "]", within: width)
    case .object(let members):
      line(members.map { (JSONText.quoted($0.key) + ": ", $0.value) }, "{ ", " }", within: width)
    default: leaf.count <= width ? leaf : nil
    }
  }

  private func line(_ parts: [(key: String, value: OrderedJSON)], _ start: String, _ end: String, within width: Int)
    -> String?
  {
    if parts.isEmpty { return (start + end).filter { $0 != " " } }
    var line = start
    for part in parts {
      if line.count > start.count { line += ", " }
      guard let value = part.value.line(within: width == .max ? width : width - line.count - part.key.count - end.count)
      else { return nil }
      line += part.key + value
    }
    return line.count + end.count <= width ? line + end : nil
  }

  private var leaf: String {
    switch self {
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .wideInteger(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let text): JSONText.quoted(text)
    default: "null"
    }
  }
}
