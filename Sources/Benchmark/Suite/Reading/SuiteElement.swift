/// A value of a suite file with the way that leads to it.
package struct SuiteElement: Hashable, Sendable {
  package let node: JSONNode
  package let path: String

  package init(node: JSONNode, path: String) {
    self.node = node
    self.path = path
  }
}

extension SuiteElement {
  /// The values of an array; none when it is something else.
  package var elements: [SuiteElement] {
    guard case .array(let nodes) = node.kind else { return [] }
    return nodes.enumerated().map { SuiteElement(node: $1, path: "\(path)[\($0)]") }
  }

  /// Where it begins, unless another place within it is meant.
  func place(_ offset: Int? = nil) -> SuitePlace {
    SuitePlace(offset: offset ?? node.range.lowerBound, path: path)
  }

  package subscript(member: JSONMember) -> SuiteElement {
    SuiteElement(node: member.value, path: path(of: member.key))
  }

  var offset: Int { node.range.lowerBound }

  /// An object without some of its members.
  func without(_ keys: Set<String>) -> SuiteElement {
    guard case .object(let members) = node.kind else { return self }
    let others = members.filter { !keys.contains($0.key) }
    return SuiteElement(node: JSONNode(kind: .object(others), range: node.range), path: path)
  }

  /// The values inside.
  var inner: [SuiteElement] { children.map(\.element) }

  /// The text of an object's member; nil where there is none.
  func string(of key: String) -> String? {
    guard case .object(let members) = node.kind, let member = members.last(where: { $0.key == key }),
      case .string(let text) = member.value.kind
    else { return nil }
    return text
  }

  /// The way to the innermost value that an offset stands in, or to the value of the key that it stands at.
  func path(at offset: Int) -> String {
    var here = self
    while let inner = here.children.first(where: { $0.start <= offset && offset < $0.element.node.range.upperBound }) {
      here = inner.element
    }
    return here.path
  }

  /// The values inside, each with where it begins, its key included.
  private var children: [(start: Int, element: SuiteElement)] {
    guard case .object(let members) = node.kind else { return elements.map { ($0.node.range.lowerBound, $0) } }
    return members.map { ($0.keyOffset, self[$0]) }
  }

  /// A key of words and digits follows a point; any other stands in brackets.
  func path(of key: String) -> String {
    guard key.isPlainKey else { return "\(path)[\(key.quotedExcerpt(40))]" }
    return path.isEmpty ? key : "\(path).\(key)"
  }
}
