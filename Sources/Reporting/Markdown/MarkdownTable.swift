/// A GitHub-flavoured table of cells that are already Markdown.
struct MarkdownTable {
  /// Where a column's cells stand.
  enum Alignment: String {
    case left = ":--"
    case centre = ":-:"
    case right = "--:"
  }

  let columns: [(title: String, alignment: Alignment)]
  let rows: [[String]]

  var text: String {
    let lines = [columns.map(\.title), columns.map(\.alignment.rawValue)] + rows
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}
