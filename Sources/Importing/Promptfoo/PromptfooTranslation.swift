internal import Benchmark

/// Makes the texts of one prompt and one test those of a suite's prompt.
struct PromptfooTranslation: Translator {
  let log: ImportLog
  /// Names there and here.
  private let variables: [String: String]
  /// The model that judges where an assertion names none.
  let judge: String?

  init(variables names: [String], judge: String?, log: ImportLog) {
    self.judge = judge
    self.log = log
    variables = Dictionary(names.map { ($0, $0.asVariableName) }) { first, _ in first }
  }

  func translated(_ text: String, at place: ForeignValue) -> String {
    let template = Template(text, variables: variables)
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

  /// JSON with its texts translated.
  func translated(_ json: OrderedJSON, at place: ForeignValue) -> OrderedJSON {
    switch json {
    case .string(let text): .string(translated(text, at: place))
    case .array(let elements): .array(elements.map { translated($0, at: place) })
    case .object(let members):
      .object(members.map { OrderedJSON.Member(key: $0.key, value: translated($0.value, at: place)) })
    default: json
    }
  }
}
