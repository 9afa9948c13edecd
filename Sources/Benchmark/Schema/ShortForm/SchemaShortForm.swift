/// A schema in few words: `severity: low|high, service: string, counts: integer[], by?: { name: string }`.
///
/// Fields stand between commas or on lines of their own; `?` makes one optional. Types are `string`, `integer`,
/// `number`, `boolean` and `null`, words or quoted texts between bars (`low|high|"very high"`), fields in braces, and
/// any of these with `[]` behind for an array of them; a choice stands in parentheses for that. Objects are closed.
package struct SchemaShortForm: Hashable, Sendable {
  /// The schema as JSON, its keys in the order of the text: models answer in the order that they are shown.
  package let schema: String

  /// - Throws: What is wrong first, and in which column.
  package init(_ text: String) throws(Fault) {
    var reader = SchemaShortFormReader(text)
    schema = try reader.read()
  }

  package struct Fault: Error, Hashable, CustomStringConvertible {
    /// From 1, in Unicode scalars.
    package let column: Int
    /// Without a capital and a full stop, so that it can follow a place.
    package let message: String

    package var description: String { "column \(column): \(message)" }
  }
}
