/// What stands in double braces and does more than name a variable: `user.name`, `answers[0]`, `city | upper`.
///
/// https://mozilla.github.io/nunjucks/templating.html#variables
struct TemplateExpression {
  private let variable: String
  private let steps: [String]
  private let filters: [String]

  /// Nil for what cannot be worked out before a suite runs.
  init?(_ text: String) {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
    guard
      let path = parts.first?.wholeMatch(
        of: /(?<name>[A-Za-z_]\w*)(?<steps>(\.[A-Za-z_]\w*|\[\d+\]|\[["'][^"'\]]+["']\])*)/)
    else { return nil }
    variable = String(path.output.name)
    steps = path.output.steps.split { ".[]\"'".contains($0) }.map(String.init)
    filters = Array(parts.dropFirst())
    guard filters.allSatisfy({ Self.known[$0] != nil }), !(steps.isEmpty && filters.isEmpty) else { return nil }
  }

  /// Nil where there is no such value, or where it is one of several.
  func value(in variables: [(name: String, value: ForeignValue)]) -> OrderedJSON? {
    guard let root = variables.last(where: { $0.name == variable })?.value, root.elements == nil else { return nil }
    if root.string?.hasPrefix(ForeignFiles.prefix) == true { return nil }
    let place = steps.reduce(root as ForeignValue?) { value, step in
      guard let elements = value?.elements else { return value?[step] }
      return Int(step).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
    }
    guard let place else { return nil }
    let value: OrderedJSON = place.scalar ?? .string(place.json.oneLine)
    return filters.reduce(value as OrderedJSON?) { value, filter in value.flatMap { Self.known[filter]?($0) } }
  }

  private static let known: [String: @Sendable (OrderedJSON) -> OrderedJSON?] = [
    "upper": { text in text.string.map { .string($0.uppercased()) } },
    "lower": { text in text.string.map { .string($0.lowercased()) } },
    "trim": { text in text.string.map { .string($0.trimmed) } },
    "capitalize": { text in
      text.string.map { .string($0.prefix(1).uppercased() + $0.dropFirst().lowercased()) }
    },
    "length": { text in text.string.map { .integer($0.utf16.count) } },
    "dump": { .string($0.oneLine) },
    "safe": { $0 },
    "string": { $0 },
  ]
}
