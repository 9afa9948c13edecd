/// Writes a report in one format.
package protocol Renderer: Sendable {
  /// Hands the text on piece by piece as it is made: all of it may be more than memory should hold.
  func render(_ report: Report, to write: (String) throws -> Void) throws
}

extension Renderer {
  package func render(_ report: Report) throws -> String {
    var text = ""
    try render(report) { text += $0 }
    return text
  }
}
