/// The help of a tool or a command, before it is laid out.
struct HelpPage: Sendable {
  /// A title with what is listed under it.
  struct Section: Sendable {
    var title: String
    var rows: [Row]
  }

  /// A name and what it is for.
  struct Row: Sendable {
    var label: String
    var text: String
  }

  var overview: String
  var discussion = ""
  /// The pieces of the usage line; a line breaks between them only.
  var usage: [String]
  var sections: [Section]
  var footer: String?
}

extension HelpPage {
  /// Where explanations begin; a label that reaches it has its line to itself.
  private static let textColumn = 26
  /// Below this there is no room right of the labels.
  private static let leastColumns = 40

  func text(columns: Int) -> String {
    let width = max(columns, Self.leastColumns)
    let introduction = [
      "OVERVIEW: \(overview)".wrapped(to: width),
      discussion.wrapped(to: width),
      usage.wrapped(to: width, after: "USAGE: ", indent: 7),
    ]
    let lists = sections.filter { !$0.rows.isEmpty }.map { section in
      (["\(section.title):"] + section.rows.map { Self.text(of: $0, width: width) }).joined(separator: "\n")
    }
    let parts = introduction + lists + [footer.map { "  \($0)" } ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func text(of row: Row, width: Int) -> String {
    let label = "  \(row.label)"
    let gap = String(repeating: " ", count: max(0, textColumn - label.count))
    let margin = String(repeating: " ", count: textColumn)
    let start = gap.isEmpty ? "\(label)\n" : ""
    return start + row.text.words.wrapped(to: width, after: gap.isEmpty ? margin : label + gap, indent: textColumn)
  }
}
