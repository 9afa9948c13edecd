extension SuiteDecoder {
  /// What declares variables and is not filled.
  static let declaring: Set<String> = ["variables", "rows", "matrix"]

  /// An object or array with all its texts filled; what is nested too deep to be sent is left as it is.
  mutating func filled(_ element: SuiteElement) -> SuiteElement {
    guard element.node.depth <= Self.mostDepth, let node = filled(element.node, at: element) else { return element }
    return SuiteElement(node: node, path: element.path)
  }

  /// Nil when nothing is to be filled.
  private mutating func filled(_ node: JSONNode, at element: SuiteElement) -> JSONNode? {
    switch node.kind {
    case .string(let text):
      guard Template.isOne(text) else { return nil }
      return JSONNode(kind: .string(filled(text, at: element)), range: node.range)
    case .array(let nodes):
      var changed: [JSONNode]?
      for (index, inner) in element.elements.enumerated() {
        guard let node = filled(inner.node, at: inner) else { continue }
        changed = changed ?? nodes
        changed?[index] = node
      }
      return changed.map { JSONNode(kind: .array($0), range: node.range) }
    case .object(let members):
      var changed: [JSONMember]?
      for (index, member) in members.enumerated() where !Self.declaring.contains(member.key) {
        guard let node = filled(member.value, at: element[member]) else { continue }
        changed = changed ?? members
        changed?[index] = JSONMember(key: member.key, keyOffset: member.keyOffset, value: node)
      }
      return changed.map { JSONNode(kind: .object($0), range: node.range) }
    default: return nil
    }
  }

  /// A text with the values of the variables that it names; names that nobody gave are reported.
  mutating func filled(_ text: String, at element: SuiteElement) -> String {
    guard Template.isOne(text) else { return text }
    var result = ""
    for piece in Template(text).pieces {
      switch piece {
      case .text(let text): result += text
      case .name(let name):
        let value = value(of: name, at: element)
        if value == nil { reportUnknown(name, at: element) { $0.names } }
        guard scope.hasRoom(for: value ?? "") else {
          report(.filledTooLarge(most: Scope.mostFilled), at: element)
          return result
        }
        result += value ?? "{{\(name)}}"
      case .open(let rest):
        result += rest
        report(.openBraces(String(rest.prefix(100))), at: element)
      }
    }
    return result
  }

  /// No suggestion is looked for once more is wrong than anybody reads: each takes time with the number of names.
  mutating func reportUnknown(_ name: String, at element: SuiteElement, among names: (Scope) -> [String]) {
    if scope.isIncomplete { return }
    if let row = scope.row, row.names.contains(name) {
      return report(.missingInRow(name, row: row.number), at: element)
    }
    let nearest = findings.count < Self.mostSuggestions ? EditDistance.nearest(to: name, among: names(scope)) : nil
    report(.unknownVariable(String(name.prefix(100)), nearest: nearest), at: element)
  }
}

// MARK: - What all prompts share

extension SuiteDecoder {
  /// Divides what a suite says into what holds as it is and what is filled for each prompt.
  mutating func sharedTexts(_ fields: [String: SuiteElement]) -> SharedTexts {
    var shared = SharedTexts(variables: declarations(fields))
    if let place = fields["parameters"], case .object(let members) = place.node.kind {
      let named = members.filter { hasNames(place[$0]) }
      if !named.isEmpty {
        shared.parameters = SuiteElement(
          node: JSONNode(kind: .object(named), range: place.node.range), path: place.path)
      }
    }
    if let place = fields["tools"] {
      if hasNames(place) { shared.tools = place }
      shared.toolNames = place.elements.compactMap { $0.string(of: "name") }
    }
    if let place = fields["output"], hasNames(place) { shared.output = place }
    shared.checks = fields["checks"]
    shared.passScore = passScore(fields["pass_score"])
    return shared
  }

  /// The suite's parameters that are the same for all.
  mutating func suiteParameters(_ element: SuiteElement?) -> Parameters {
    guard let element, case .object(let members) = element.node.kind else { return parameters(element) }
    let plain = members.filter { !hasNames(element[$0]) }
    let node = JSONNode(kind: .object(plain), range: element.node.range)
    return parameters(filled(SuiteElement(node: node, path: element.path)))
  }

  /// The suite's tools, unless they differ from prompt to prompt.
  mutating func suiteTools(_ element: SuiteElement?) -> [Tool] {
    guard shared.tools == nil else { return [] }
    return tools(element.map { filled($0) }) ?? []
  }

  /// The suite's output, unless it differs from prompt to prompt.
  mutating func suiteOutput(_ element: SuiteElement?) -> StructuredOutput? {
    guard shared.output == nil else { return nil }
    return output(element.map { filled($0) })
  }

  /// Whether a variable is named in a text of it, files included.
  func hasNames(_ element: SuiteElement) -> Bool {
    var waiting = [element]
    while let element = waiting.popLast() {
      if case .string(let text) = element.node.kind, Template.hasNames(text) { return true }
      if let path = element.string(of: "file"), let text = try? files.text(path), Template.hasNames(text) {
        return true
      }
      waiting += element.inner
    }
    return false
  }
}
