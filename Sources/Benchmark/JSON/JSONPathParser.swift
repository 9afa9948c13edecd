/// Reads a path character by character.
struct JSONPathParser {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    characters = Array(text)
  }

  mutating func steps() throws(JSONPath.Fault) -> [JSONPath.Step] {
    guard skip("$") else { throw fault("it begins with $, the whole value") }
    var steps: [JSONPath.Step] = []
    while peek != nil {
      if skip("[") {
        steps.append(try bracket())
      } else if skip(".") {
        let isDescent = skip(".")
        if isDescent { try addDescent(to: &steps) }
        steps.append(isDescent && skip("[") ? try bracket() : try member())
      } else {
        throw fault("a point or a bracket must stand before '\(rest)'")
      }
    }
    return steps
  }

  /// Several descents would come to the same places by many ways.
  private func addDescent(to steps: inout [JSONPath.Step]) throws(JSONPath.Fault) {
    if steps.contains(.descent) { throw fault("more than one descent (..) is not among what bakeoff reads") }
    steps.append(.descent)
  }

  private var peek: Character? { position < characters.count ? characters[position] : nil }
  private var rest: String { String(characters[position...]).excerpt(20) }

  private func fault(_ reason: String) -> JSONPath.Fault { JSONPath.Fault(reason: reason) }

  private mutating func skip(_ character: Character) -> Bool {
    guard peek == character else { return false }
    position += 1
    return true
  }

  /// What follows a point.
  private mutating func member() throws(JSONPath.Fault) -> JSONPath.Step {
    if skip("*") { return .all }
    let start = position
    while let character = peek, character.isLetter || character.isNumber || character == "_" || !character.isASCII {
      position += 1
    }
    let name = String(characters[start..<position])
    guard let first = name.first else { throw fault("a name is missing at its end or before '\(rest)'") }
    if first.isASCII, first.isNumber { throw fault("a name that begins with a digit stands in brackets: ['\(name)']") }
    return .name(name)
  }

  /// What follows an opening bracket, with the closing one.
  private mutating func bracket() throws(JSONPath.Fault) -> JSONPath.Step {
    skipSpaces()
    let step: JSONPath.Step
    if let quote = peek, quote == "'" || quote == "\"" {
      position += 1
      step = .name(try quoted(by: quote))
    } else if skip("*") {
      step = .all
    } else if peek == "?" {
      throw fault("filters ([?…]) are not among what bakeoff reads")
    } else {
      step = .index(try index())
    }
    skipSpaces()
    if peek == ":" || peek == "," { throw fault("slices and lists of places are not among what bakeoff reads") }
    guard skip("]") else { throw fault("a closing bracket is missing") }
    return step
  }

  private mutating func skipSpaces() {
    while skip(" ") {}
  }

  private mutating func index() throws(JSONPath.Fault) -> Int {
    let start = position
    _ = skip("-")
    while let character = peek, character.isASCII, character.isNumber { position += 1 }
    guard let index = Int(String(characters[start..<position])) else {
      throw fault("in brackets stands a number, a name in quotes or *")
    }
    return index
  }

  /// A name up to its closing quote; a backslash keeps the quote or itself.
  private mutating func quoted(by quote: Character) throws(JSONPath.Fault) -> String {
    var name = ""
    while let character = peek {
      position += 1
      if character == quote { return name }
      if character == "\\" {
        guard let escaped = peek, escaped == quote || escaped == "\\" else {
          throw fault("a backslash keeps a quote or a backslash, nothing else")
        }
        name.append(escaped)
        position += 1
      } else {
        name.append(character)
      }
    }
    throw fault("a closing quote is missing")
  }
}
