/// A file format that a report can be written in; its value is the file's extension.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  case markdown = "md"
  case csv

  /// Of a file's name, without the dot, in upper or lower case; nil for one that no format has.
  package init?(fileExtension: String) {
    switch fileExtension.lowercased() {
    case "md", "markdown": self = .markdown
    case "csv": self = .csv
    default: return nil
    }
  }

  package var renderer: any Renderer {
    switch self {
    case .markdown: MarkdownRenderer()
    case .csv: CSVRenderer()
    }
  }
}
