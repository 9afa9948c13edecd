internal import Benchmark

/// One value of a document, asked for by name and type; what is absent, null or of another type is nil.
struct JSON: Sendable {
  fileprivate let document: JSONDocument
  fileprivate let node: Int

  init(document: JSONDocument, node: Int) {
    self.document = document
    self.node = node
  }

  private var kind: JSONDocument.Kind { document.nodes[node].kind }
  /// Where it stands in the document's bytes; of text without its quotation marks.
  var place: Range<Int> { document.place(node) }

  var isObject: Bool { kind == .object }
  var isArray: Bool { kind == .array }
  var isNumber: Bool { kind == .number }

  /// The first member of this name; null counts as absent.
  subscript(key: StaticString) -> JSON? {
    guard let value = document.member(key, of: node), document.nodes[value].kind != .null else { return nil }
    return JSON(document: document, node: value)
  }

  /// The elements of an array, nulls included; of anything else none.
  var elements: Elements {
    Elements(document: document, node: node + 1, end: kind == .array ? Int(document.nodes[node].next) : node)
  }

  struct Elements: Sequence, IteratorProtocol {
    fileprivate let document: JSONDocument
    fileprivate var node: Int
    fileprivate let end: Int

    mutating func next() -> JSON? {
      guard node < end else { return nil }
      defer { node = Int(document.nodes[node].next) }
      return JSON(document: document, node: node)
    }
  }

  /// The element of an array that has no other.
  var onlyElement: JSON? {
    var elements = elements
    let first = elements.next()
    return elements.next() == nil ? first : nil
  }

  /// The members of an object in their order, nulls included; of anything else none.
  var members: [(name: String, value: JSON)] {
    guard isObject else { return [] }
    var members: [(name: String, value: JSON)] = []
    var key = node + 1
    while key < Int(document.nodes[node].next) {
      members.append((document.text(key), JSON(document: document, node: key + 1)))
      key = Int(document.nodes[key + 1].next)
    }
    return members
  }

  /// Text; broken UTF-8 and lone surrogates come out as U+FFFD.
  var string: String? { document.string(node) }

  /// Text that is not empty: servers send `""` where they mean nothing.
  var filledString: String? { string.flatMap { $0.isEmpty ? nil : $0 } }

  /// A whole number, also when it came as `12.0`.
  var int: Int? { document.int(node) }

  /// A finite number.
  var double: Double? { document.double(node) }

  /// A whole number that counts something.
  var count: Int? { int.flatMap(Count.admitted) }

  /// A sum of US dollars.
  var dollars: Double? { double.flatMap(Dollars.admitted) }

  var isFalse: Bool { kind == .no }

  /// Text as itself, everything else as the JSON that it was written in.
  var text: String { string ?? String(decoding: document.bytes[place], as: UTF8.self) }

  /// Text or a number as text: servers send codes as both.
  var word: String? { string ?? (isNumber ? text : nil) }
}
