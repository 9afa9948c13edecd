/// Reads the short form of a schema from left to right, one token ahead.
struct SchemaShortFormReader {
  typealias Fault = SchemaShortForm.Fault

  /// The depth of objects, arrays and parentheses; nobody reads more in a short form.
  private static let mostDepth = 20

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func read() throws(Fault) -> String {
    skipSpace()
    guard peek != nil else { throw fault("the short form is empty; write fields such as \"name: string\"") }
    let schema = beginsField ? try readFields(until: nil) : try readType()
    skipSpace()
    guard let rest = peek else { return schema }
    throw fault("'\(rest.shown)' stands behind the end")
  }
}

// MARK: - Fields

extension SchemaShortFormReader {
  /// Whether a name and a colon stand here, and not a type.
  private var beginsField: Bool {
    var ahead = self
    guard (try? ahead.readWord("a field's name")) != nil else { return false }
    _ = ahead.skip("?")
    return ahead.skip(":")
  }

  /// Reads fields up to the closing brace, or to the end of the text.
  private mutating func readFields(until closer: Unicode.Scalar?) throws(Fault) -> String {
    var properties: [String] = []
    var required: [String] = []
    var names: Set<String> = []
    repeat {
      skipSpace()
      let start = position
      if !properties.isEmpty, peek == closer { break }
      let name = try readWord("a field's name")
      guard names.insert(name.text).inserted else {
        throw fault("the field \(name.text.quotedExcerpt()) is given twice", at: start)
      }
      if !skip("?") { required.append(name.quoted) }
      guard skip(":") else { throw fault("':' and a type are missing behind \(name.text.quotedExcerpt())") }
      properties.append("\(name.quoted):\(try readType())")
    } while try readSeparator(before: closer)
    let needed = required.isEmpty ? "" : ",\"required\":[\(required.joined(separator: ","))]"
    return "{\"type\":\"object\",\"properties\":{\(properties.joined(separator: ","))}\(needed)"
      + ",\"additionalProperties\":false}"
  }

  /// Reads a comma or a line's end; false where the fields end.
  private mutating func readSeparator(before closer: Unicode.Scalar?) throws(Fault) -> Bool {
    let start = position
    skipSpace()
    let isLineOver = scalars[start..<position].contains { $0 == "\n" || $0 == "\r" }
    if skip(",") || isLineOver {
      skipSpace()
      return peek != nil && peek != closer
    }
    if peek == nil || peek == closer { return false }
    throw fault("expected ','\(closer.map { " or '\($0)'" } ?? "") before \(shownHere)")
  }
}

// MARK: - Types

extension SchemaShortFormReader {
  private static let types = ["string", "integer", "number", "boolean", "null"]

  private mutating func readType() throws(Fault) -> String {
    let before = depth
    defer { depth = before }
    try descend()
    var type = try readItemType()
    while skip("[") {
      guard skip("]") else { throw fault("']' is missing: an array is written 'type[]'") }
      try descend()
      type = "{\"type\":\"array\",\"items\":\(type)}"
    }
    return type
  }

  private mutating func descend() throws(Fault) {
    guard depth < Self.mostDepth else { throw fault("types are nested deeper than \(Self.mostDepth) levels") }
    depth += 1
  }

  private mutating func readItemType() throws(Fault) -> String {
    if skip("{") { return try close("}", from: position - 1, behind: try readFields(until: "}")) }
    if skip("(") { return try close(")", from: position - 1, behind: try readType()) }
    return try readChoice()
  }

  private mutating func close(
    _ closer: Unicode.Scalar, from opener: Int, behind content: String
  ) throws(Fault) -> String {
    guard skip(closer) else { throw fault("'\(scalars[opener])' has no '\(closer)'", at: opener) }
    return content
  }

  /// Reads one type by name, several between bars, or words between bars.
  private mutating func readChoice() throws(Fault) -> String {
    skipSpace()
    let start = position
    var words: [Word] = []
    repeat { words.append(try readWord("a type")) } while skip("|")
    if words.count > 1, skip("[") {
      throw fault("put the choice in parentheses to have an array of it: (a|b)[]", at: position - 1)
    }
    let types = words.filter { $0.isType }
    if types.count == words.count {
      let names = types.map(\.quoted).joined(separator: ",")
      return "{\"type\":\(types.count == 1 ? names : "[\(names)]")}"
    }
    if words.count == 1, !words[0].isQuoted { throw unknownType(words[0].text, at: start) }
    if let type = types.first {
      throw fault(
        "\(type.text.quotedExcerpt()) is a type among words; put it in double quotes if it is meant as a word",
        at: start)
    }
    return "{\"enum\":[\(words.map(\.quoted).joined(separator: ","))]}"
  }

  /// What the types are called elsewhere.
  private static let otherNames = [
    "int": "integer", "float": "number", "double": "number", "bool": "boolean", "str": "string", "text": "string",
  ]

  private func unknownType(_ name: String, at start: Int) -> Fault {
    let nearest = Self.otherNames[name] ?? EditDistance.nearest(to: name, among: Self.types)
    let known = "the types are \(Self.types.joined(separator: ", ")), and a field is written 'name: type'"
    return fault(
      "\(name.quotedExcerpt()) is not a type; \(nearest.map { "did you mean '\($0)'?" } ?? known)", at: start)
  }
}

// MARK: - Words

extension SchemaShortFormReader {
  private struct Word {
    var text: String
    var isQuoted: Bool

    /// As JSON.
    var quoted: String { String(decoding: JSONValue.string(text).canonical, as: UTF8.self) }
    var isType: Bool { !isQuoted && SchemaShortFormReader.types.contains(text) }
  }

  /// Reads letters, digits, `_`, `-`, `.`, `$`, or anything between double quotes.
  private mutating func readWord(_ expectation: String) throws(Fault) -> Word {
    skipSpace()
    let start = position
    if peek == "\"" { return try readQuoted() }
    while let scalar = peek, scalar.isOfWord { position += 1 }
    guard position > start else { throw fault("expected \(expectation) before \(shownHere)") }
    return Word(text: String(String.UnicodeScalarView(scalars[start..<position])), isQuoted: false)
  }

  private mutating func readQuoted() throws(Fault) -> Word {
    let start = position
    guard let end = scalars[(start + 1)...].firstIndex(of: "\"") else {
      throw fault("the quote has no end", at: start)
    }
    position = end + 1
    let text = String(String.UnicodeScalarView(scalars[(start + 1)..<end]))
    if text.isEmpty { throw fault("nothing stands between the quotes", at: start) }
    return Word(text: text, isQuoted: true)
  }

  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private var shownHere: String { peek.map { "'\($0.shown)'" } ?? "the end" }

  private mutating func skipSpace() {
    while let scalar = peek, scalar.properties.isWhitespace { position += 1 }
  }

  /// Goes over a character and the space before it, if that is what follows.
  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    let start = position
    skipSpace()
    guard peek == scalar else {
      position = start
      return false
    }
    position += 1
    return true
  }

  private func fault(_ message: String, at index: Int? = nil) -> Fault {
    Fault(column: (index ?? position) + 1, message: message)
  }
}

extension Unicode.Scalar {
  fileprivate var isOfWord: Bool {
    properties.isAlphabetic || properties.numericType != nil || "_-.$".unicodeScalars.contains(self)
  }

  fileprivate var shown: String { String(self).excerpt() }
}
