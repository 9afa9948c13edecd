/// Rows of values, of which one is read when it is needed.
struct RowTable: Sendable {
  enum Form: Hashable, Sendable {
    /// Each row is an object.
    case json
    /// Each row is a record with a cell for each of these columns.
    case csv(columns: [String], separator: UInt8)
  }

  /// What the rows stand in; shared, not copied.
  let bytes: [UInt8]
  let ranges: [Range<Int>]
  let form: Form
  /// What the rows give; one of them may lack some.
  let names: Set<String>

  var count: Int { ranges.count }

  /// The values of a row that has been checked.
  subscript(index: Int) -> [String: String] {
    switch form {
    case .json:
      guard case .object(let members)? = JSONReader.read(bytes, in: ranges[index]).root?.kind else { return [:] }
      let values = members.compactMap { member in
        Self.scalar(member.value, in: bytes).map { (member.key, $0) }
      }
      return Dictionary(values) { _, last in last }
    case .csv(let columns, let separator):
      let cells = CSVReader.cells(of: bytes, in: ranges[index], separator: separator)
      return Dictionary(zip(columns, cells)) { _, last in last }
    }
  }

  /// The text that a value is filled in as: a number as it is written; nil for what is no text, number or boolean.
  static func scalar(_ node: JSONNode, in bytes: [UInt8]) -> String? {
    switch node.kind {
    case .string(let text): text
    case .integer, .wideInteger, .number, .bool: String(decoding: bytes[node.range], as: UTF8.self)
    case .null, .array, .object: nil
    }
  }
}
