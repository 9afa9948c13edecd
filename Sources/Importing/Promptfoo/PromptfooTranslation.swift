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
}
