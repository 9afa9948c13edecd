/// Writes a report in one format.
package protocol Renderer: Sendable {
  func render(_ report: Report) throws -> String
}
