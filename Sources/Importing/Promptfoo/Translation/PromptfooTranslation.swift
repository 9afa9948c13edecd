internal import Benchmark

/// Makes the texts of one prompt and one test those of a suite's prompt.
struct PromptfooTranslation: Translator {
  let log: ImportLog
  let files: ForeignFiles
  let options: PromptfooOptions
  /// The model that judges where neither an assertion nor a test names one.
  let judge: String?
  private let variables: [(name: String, value: ForeignValue)]
  /// Values that some text takes out of a variable's, or makes of one, by the expression that does.
  private var derived: [String: (name: String, value: OrderedJSON)] = [:]

  init(of test: PromptfooTest, judge: String?, files: ForeignFiles, log: ImportLog) {
    self.judge = judge
    self.files = files
    self.log = log
    options = test.options
    variables = test.variables
  }

  mutating func translated(_ text: String, at place: ForeignValue) -> String {
    let template = template(text)
    for name in template.unknown {
      log.note("{{\(name.excerpt())}} has no value here and is left out, as promptfoo does.", at: place)
    }
    for expression in template.expressions {
      log.note(
        "\(expression.quotedExcerpt()) is taken for plain text: a suite fills in variables and nothing more.", at: place
      )
    }
    return template.text
  }

  /// A text whose meaning must not change; nil where it says what a suite cannot.
  mutating func exact(_ text: String, at place: ForeignValue) -> String? {
    let template = template(text)
    return template.expressions.isEmpty ? translated(text, at: place) : nil
  }

  /// JSON with its texts translated; nil where one of them says what a suite cannot.
  mutating func exact(_ json: OrderedJSON, at place: ForeignValue) -> OrderedJSON? {
    switch json {
    case .string(let text): return exact(text, at: place).map(OrderedJSON.string)
    case .array(let elements):
      let texts = elements.compactMap { exact($0, at: place) }
      return texts.count == elements.count ? .array(texts) : nil
    case .object(let members):
      let texts = members.compactMap { member in
        exact(member.value, at: place).map { OrderedJSON.Member(key: member.key, value: $0) }
      }
      return texts.count == members.count ? .object(texts) : nil
    default: return json
    }
  }

  private mutating func template(_ text: String) -> Template {
    var found = derived
    let values = variables
    let names = Dictionary(variables.map { ($0.name, $0.name.asVariableName) }) { first, _ in first }
    let template = Template(text, variables: names) { expression in
      if let known = found[expression] { return known.name }
      guard let value = TemplateExpression(expression)?.value(in: values) else { return nil }
      let name = Self.newName(for: expression, beside: Set(names.values).union(found.values.map(\.name)))
      found[expression] = (name, value)
      return name
    }
    derived = found
    return template
  }

  /// The letters and digits of an expression, as in `user_name` for `user.name`.
  private static func newName(for expression: String, beside taken: Set<String>) -> String {
    let words = expression.split { !($0.isLetter || $0.isNumber) }.joined(separator: "_")
    let wish = words.asVariableName
    return taken.contains(wish)
      ? (2...(taken.count + 2)).map { "\(wish)_\($0)" }.first { !taken.contains($0) } ?? wish : wish
  }
}

// MARK: - Values

extension PromptfooTranslation {
  /// A variable of the suite.
  struct Value {
    /// What promptfoo calls it.
    let foreign: String
    let name: String
    let value: OrderedJSON
    /// Whether each element of the value is a value.
    let isList: Bool
  }

  /// The values of all variables, those that texts have derived included.
  func values(_ files: ForeignFiles) -> [Value] {
    let own = variables.map { name, value in
      if let elements = value.elements, !elements.isEmpty, !options.keepsLists {
        return Value(foreign: name, name: name.asVariableName, value: .array(elements.map(scalar)), isList: true)
      }
      return Value(foreign: name, name: name.asVariableName, value: scalar(value), isList: false)
    }
    return own
      + derived.map { expression, made in
        let root = String(expression.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        return Value(foreign: root, name: made.name, value: made.value, isList: false)
      }
  }

  /// The value of a variable; objects are filled in as JSON, as promptfoo does.
  private func scalar(_ value: ForeignValue) -> OrderedJSON {
    guard let text = value.string else {
      return value.scalar ?? .string(value.node.kind == .null ? "" : value.json.oneLine)
    }
    if text.contains("{{") { log.note("The braces in this value are plain text: values are not filled in.", at: value) }
    guard text.hasPrefix(ForeignFiles.prefix), let file = ForeignFiles.Reference(text) else { return .string(text) }
    guard ["txt", "md", "json", "csv", ""].contains(file.kind) else {
      log.note("The file \(file.path.quotedExcerpt()) is left out: only texts are filled in.", at: value)
      return ""
    }
    return .string(files.text(file, at: value, log) ?? "")
  }

  /// A text of the suite without the variables that are empty here.
  func filled(_ text: String) -> String {
    variables.filter { $0.value.text?.isEmpty == true || $0.value.node.kind == .null }.reduce(text) { text, variable in
      text.replacing("{{\(variable.name.asVariableName)}}", with: "")
    }
  }
}
