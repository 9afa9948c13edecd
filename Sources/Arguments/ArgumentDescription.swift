/// What is known of an argument without its type: help, usage, errors and completions are made of it.
package struct ArgumentDescription: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case positional, option, flag
  }

  package let kind: Kind
  /// Without dashes.
  package let name: String
  package let short: Character?
  /// Stands between angle brackets in help.
  package let valueName: String
  package let help: String
  package let choices: [String]
  package let defaultText: String?
  /// Of a positional argument: at least one word must be there.
  package let isRequired: Bool
  package let isRepeated: Bool
  /// Left out of help, usage, suggestions and completions.
  package internal(set) var isHidden = false
  /// The title under which help lists it, instead of ARGUMENTS or OPTIONS.
  package internal(set) var section: String?

  init(
    _ kind: Kind, _ name: String, short: Character? = nil, valueName: String? = nil, help: String,
    choices: [String] = [], defaultText: String? = nil, isRequired: Bool = false, isRepeated: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.short = short
    self.valueName = valueName ?? name
    self.help = help
    self.choices = choices
    self.defaultText = defaultText
    self.isRequired = isRequired
    self.isRepeated = isRepeated
  }
}

extension ArgumentDescription {
  var longName: String { "--\(name)" }

  /// As a sentence names it, after the spelling that was used: `--rate <rate>`, `-r <rate>`, `<suite>`.
  func mention(as spelling: String) -> String {
    switch kind {
    case .positional: "<\(valueName)>"
    case .option: "\(spelling) <\(valueName)>"
    case .flag: spelling
    }
  }

  /// All its names, as help lists it: `-r, --rate <rate>`.
  var label: String {
    let shortName = kind == .positional ? nil : short.map { "-\($0), " }
    return (shortName ?? "") + mention(as: longName)
  }

  /// Its piece of a usage line: `<suite>`, `[--model <model> ...]`.
  var synopsis: String {
    let text = mention(as: longName) + (isRepeated ? " ..." : "")
    return isRequired ? text : "[\(text)]"
  }

  /// The help with what may be given and what holds otherwise.
  var explanation: String {
    let facts = [
      choices.isEmpty ? nil : "values: \(choices.joined(separator: ", "))",
      defaultText.flatMap { $0.isEmpty ? nil : "default: \($0)" },
    ].compactMap(\.self)
    return facts.isEmpty ? help : "\(help) (\(facts.joined(separator: "; ")))"
  }
}

extension [ArgumentDescription] {
  static let commonNames = ["--help", "--version"]

  /// Every name that begins with two dashes, those that all commands have included.
  var optionNames: [String] {
    filter { $0.kind != .positional && !$0.isHidden }.map(\.longName) + Self.commonNames
  }
}
