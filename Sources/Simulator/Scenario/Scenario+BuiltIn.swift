extension Scenario {
  /// A scenario that is named instead of written: rules as they stand in a file.
  package struct BuiltIn: Sendable {
    package let name: String
    package let summary: String
    let rules: String

    init(_ name: String, _ summary: String, _ rules: String) {
      self.name = name
      self.summary = summary
      self.rules = rules
    }

    /// The first request of each prompt to each model only.
    static func once(_ name: String, _ summary: String, _ effect: String) -> BuiltIn {
      BuiltIn(name, summary, #"{"when": {"of_prompt": 1}, "do": \#(effect)}"#)
    }

    static func always(_ name: String, _ summary: String, _ effect: String) -> BuiltIn {
      BuiltIn(name, summary, #"{"do": \#(effect)}"#)
    }

    /// As a file would have it.
    package var text: String {
      #"{"name": "\#(name)", "summary": "\#(summary)", "rules": [\#(rules)]}"#
    }
  }

  package static let builtIn: [BuiltIn] =
    BuiltIn.answers + BuiltIn.refusals + BuiltIn.breakages + BuiltIn.floods + BuiltIn.texts

  /// The built-in scenario of a name; nil where there is none.
  package static func named(_ name: String) throws(ScenarioError) -> Scenario? {
    guard let found = builtIn.first(where: { $0.name == name }) else { return nil }
    return try read(Array(found.text.utf8), source: name)
  }
}
