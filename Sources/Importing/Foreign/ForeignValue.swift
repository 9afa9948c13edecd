internal import Benchmark

/// A JSON value of a foreign file, with its place.
struct ForeignValue: Sendable {
  private let element: SuiteElement
  let source: ForeignSource

  init(_ node: JSONNode, path: String = "", in source: ForeignSource) {
    self.init(SuiteElement(node: node, path: path), in: source)
  }

  private init(_ element: SuiteElement, in source: ForeignSource) {
    self.element = element
    self.source = source
  }

  var node: JSONNode { element.node }
  var path: String { element.path }
  var place: SourcePlace { source.place(of: node.range.lowerBound) }
}

extension ForeignValue {
  var string: String? {
    if case .string(let text) = node.kind { text } else { nil }
  }

  var number: Double? {
    switch node.kind {
    case .integer(let value): Double(value)
    case .wideInteger(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The values of an array.
  var elements: [ForeignValue]? {
    guard case .array = node.kind else { return nil }
    return element.elements.map { ForeignValue($0, in: source) }
  }

  /// The members of an object, in their order.
  var members: [(key: String, value: ForeignValue)]? {
    guard case .object(let members) = node.kind else { return nil }
    return members.map { ($0.key, ForeignValue(element[$0], in: source)) }
  }

  subscript(key: String) -> ForeignValue? { members?.last { $0.key == key }?.value }

  /// A text, a number or a boolean; nil for anything else.
  var scalar: OrderedJSON? {
    switch node.kind {
    case .string, .integer, .wideInteger, .number, .bool: json
    default: nil
    }
  }

  /// A scalar as a template shows it.
  var text: String? {
    switch node.kind {
    case .string(let text): text
    case .integer(let value): "\(value)"
    case .wideInteger(let value): "\(value)"
    case .number(let value): "\(value)"
    case .bool(let value): "\(value)"
    default: nil
    }
  }

  var json: OrderedJSON { OrderedJSON(node) }
}
