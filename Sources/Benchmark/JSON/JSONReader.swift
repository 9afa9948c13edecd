/// What reading a JSON text gave: the value unless the grammar is broken, and all that was found wrong.
package struct JSONReading: Hashable, Sendable {
  package let root: JSONNode?
  /// In the order of the text; the reader stops at the first that breaks the grammar.
  package let problems: [JSONProblem]
}

/// A strict reader of JSON (RFC 8259) for texts that people and models write; it knows where everything stands.
///
/// Containers are kept on a stack of its own, so that no text can exhaust the thread's.
package struct JSONReader {
  package static let mostDepth = 512

  let bytes: [UInt8]
  /// Where the text ends in them.
  let end: Int
  var position: Int
  var problems: [JSONProblem] = []
  private var open: [OpenContainer] = []
  /// The list of which elements are let go once they are read.
  private var list: JSONList?
  private var elements: [Range<Int>] = []

  private init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  package static func read(_ bytes: [UInt8]) -> JSONReading { read(bytes, in: 0..<bytes.count) }

  /// Reads one value that stands within other text; places count from the beginning of all.
  package static func read(_ bytes: [UInt8], in range: Range<Int>) -> JSONReading {
    var reader = JSONReader(bytes, in: range)
    let root = reader.readRoot()
    return JSONReading(root: root, problems: reader.problems)
  }

  /// Checks a whole text and keeps no more of the elements of `list` than their places, so that memory does not grow
  /// with what they hold.
  package static func index(_ bytes: [UInt8], _ list: JSONList) -> JSONIndex {
    var reader = JSONReader(bytes, in: 0..<bytes.count)
    reader.list = list
    let root = reader.readRoot()
    return JSONIndex(root: root, elements: reader.elements, problems: reader.problems)
  }

  /// Reads the value that begins at an offset, whatever follows it, and says how far reading came.
  package static func readValue(at offset: Int, in bytes: [UInt8]) -> (reading: JSONReading, end: Int) {
    var reader = JSONReader(bytes, in: offset..<bytes.count)
    do throws(JSONProblem) {
      let value = try reader.readWhole()
      return (JSONReading(root: value, problems: reader.problems), reader.position)
    } catch {
      return (JSONReading(root: nil, problems: reader.problems + [error]), reader.position)
    }
  }
}

extension JSONReading {
  /// The value, if nothing about it breaks the grammar; RFC 8259 leaves the rest to the reader.
  package var grammatical: JSONNode? {
    problems.contains(where: \.fault.breaksGrammar) ? nil : root
  }
}

/// An object or an array of which the end has not been read.
private struct OpenContainer {
  let isObject: Bool
  let start: Int
  var elements: [JSONNode] = []
  var members: [JSONMember] = []
  var keys: Set<String> = []
  /// The key that waits for its value, with its offset.
  var key = ""
  var keyOffset = 0

  var closer: UInt8 { UInt8(ascii: isObject ? "}" : "]") }

  mutating func append(_ node: JSONNode) {
    if isObject {
      members.append(JSONMember(key: key, keyOffset: keyOffset, value: node))
    } else {
      elements.append(node)
    }
  }
}

// MARK: - Structure

extension JSONReader {
  /// Nil, with the reason among the problems, where the grammar is broken.
  private mutating func readRoot() -> JSONNode? {
    do throws(JSONProblem) {
      return try readDocument()
    } catch {
      problems.append(error)
      return nil
    }
  }

  private mutating func readDocument() throws(JSONProblem) -> JSONNode {
    skipByteOrderMark()
    skipSpace()
    guard peek != nil else { throw problem(.empty) }
    return try finish(with: try readWhole())
  }

  /// Reads one value to its end.
  private mutating func readWhole() throws(JSONProblem) -> JSONNode {
    while true {
      var complete = try readValue()
      while let node = complete {
        guard !open.isEmpty else { return node }
        if isListed { elements.append(node.range) } else { open[open.count - 1].append(node) }
        complete = try readAfterValue()
      }
    }
  }

  /// Whether what has been read is an element of the list that is indexed.
  private var isListed: Bool {
    switch list {
    case nil: false
    case .whole: open.count == 1 && !open[0].isObject
    case .member(let key): open.count == 2 && open[0].isObject && !open[1].isObject && open[0].key == key
    }
  }

  private mutating func finish(with node: JSONNode) throws(JSONProblem) -> JSONNode {
    skipSpace()
    guard peek == nil else { throw problem(foreignFault ?? .textAfterValue) }
    return node
  }

  /// Reads a value; nil when it is a container of which only the beginning has been read.
  private mutating func readValue() throws(JSONProblem) -> JSONNode? {
    let start = position
    let kind: JSONNode.Kind
    switch peek {
    case UInt8(ascii: "{"): return try openContainer(isObject: true)
    case UInt8(ascii: "["): return try openContainer(isObject: false)
    case UInt8(ascii: "\""): kind = .string(try readString())
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): kind = try readNumber()
    default: kind = try readWord()
    }
    return JSONNode(kind: kind, range: start..<position)
  }

  private mutating func openContainer(isObject: Bool) throws(JSONProblem) -> JSONNode? {
    guard open.count < Self.mostDepth else { throw problem(.tooDeep) }
    let container = OpenContainer(isObject: isObject, start: position)
    open.append(container)
    position += 1
    skipSpace()
    if peek == container.closer { return close() }
    if isObject { try readKey() }
    return nil
  }

  private mutating func close() -> JSONNode? {
    position += 1
    return open.popLast().map { container in
      JSONNode(
        kind: container.isObject ? .object(container.members) : .array(container.elements),
        range: container.start..<position)
    }
  }

  /// Reads on to the next value of the container and answers nil, or to its end and answers the container.
  private mutating func readAfterValue() throws(JSONProblem) -> JSONNode? {
    let container = open[open.count - 1].closer
    skipSpace()
    if peek == container { return close() }
    guard peek == UInt8(ascii: ",") else { throw problem(separatorFault) }
    let comma = position
    position += 1
    skipSpace()
    if peek == container { throw problem(.trailingComma, at: comma) }
    if container == UInt8(ascii: "}") { try readKey() }
    return nil
  }

  private mutating func readKey() throws(JSONProblem) {
    let start = position
    guard peek == UInt8(ascii: "\"") else { throw problem(keyFault) }
    let key = try readString()
    let last = open.count - 1
    if !open[last].keys.insert(key).inserted { report(.duplicateKey(key), at: start) }
    open[last].key = key
    open[last].keyOffset = start
    skipSpace()
    guard peek == UInt8(ascii: ":") else { throw problem(peek == nil ? endFault : .missingColon) }
    position += 1
    skipSpace()
  }

  private mutating func readWord() throws(JSONProblem) -> JSONNode.Kind {
    let start = position
    let word = wordHere
    position += word.utf8.count
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: throw problem(valueFault(word, at: start), at: start)
    }
  }
}

// MARK: - Bytes

extension JSONReader {
  var peek: UInt8? { position < end ? bytes[position] : nil }

  /// What has not been read.
  var rest: ArraySlice<UInt8> { bytes[min(position, end)..<end] }

  func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  /// The mark is reported and then passed over, so that all else is reported too.
  private mutating func skipByteOrderMark() {
    guard position == 0, rest.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    report(.byteOrderMark, at: 0)
    position = 3
  }

  func problem(_ fault: JSONFault, at offset: Int? = nil) -> JSONProblem {
    JSONProblem(offset: offset ?? position, fault: fault)
  }

  mutating func report(_ fault: JSONFault, at offset: Int) {
    problems.append(problem(fault, at: offset))
  }
}

extension JSONReader {
  var endFault: JSONFault { .end(of: open.last?.isObject == false ? .array : .object) }

  /// What stands between values where a comma or an end should.
  private var separatorFault: JSONFault {
    guard let byte = peek else { return endFault }
    if let foreignFault { return foreignFault }
    if startsValue(byte) { return .missingComma }
    let closer = open.last?.isObject == false ? "']'" : "'}'"
    return .unexpected(characterHere, expected: "',' or \(closer)")
  }

  private var keyFault: JSONFault {
    guard peek != nil else { return endFault }
    let word = wordHere
    return foreignFault ?? (word.isEmpty ? .unexpected(characterHere, expected: "a key") : .unquotedKey(word))
  }
}
