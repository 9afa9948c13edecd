extension CommandLineTool {
  /// Mistakes in the tables, one sentence each: what a test of the tool asserts to be empty.
  package var faults: [String] {
    let names = commands.map { $0.name }
    let reserved = names.filter { $0 == "help" }.map { "The command '\($0)' is built in." }
    let equal = Self.repetitions(in: names).map { "Two commands are named '\($0)'." }
    return reserved + equal + commands.flatMap { command in Self.faults(in: command).map { "\(command.name): \($0)" } }
  }

  private static func faults(in command: any Command.Type) -> [String] {
    let arguments = command.descriptions
    let abstract = command.abstract.hasSuffix(".") ? [] : ["The abstract is not a sentence."]
    return abstract + faultsOfNames(arguments) + faultsOfOrder(arguments) + arguments.flatMap(faults)
  }

  private static func faultsOfNames(_ arguments: [ArgumentDescription]) -> [String] {
    let options = arguments.filter { $0.kind != .positional }
    let names =
      options.map(\.longName) + options.compactMap(\.short).map { "-\($0)" } + ["--help", "-h", "--version"]
    let positionals = arguments.filter { $0.kind == .positional }.map { "<\($0.name)>" }
    return repetitions(in: names + positionals).map { "Two arguments are named '\($0)'." }
  }

  private static func faultsOfOrder(_ arguments: [ArgumentDescription]) -> [String] {
    let positionals = arguments.filter { $0.kind == .positional }
    return zip(positionals, positionals.dropFirst()).compactMap { former, latter in
      if former.isRepeated { return "Nothing is left for '<\(latter.name)>' after '<\(former.name)>'." }
      if latter.isRequired && !former.isRequired {
        return "The required '<\(latter.name)>' stands after the optional '<\(former.name)>'."
      }
      return nil
    }
  }

  private static func faults(in argument: ArgumentDescription) -> [String] {
    let isWord = argument.name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
    let isDefaultKnown = argument.defaultText.map(argument.choices.contains) ?? true
    return [
      argument.help.hasSuffix(".") ? nil : "The help of '\(argument.label)' is not a sentence.",
      isWord && argument.name.first?.isLetter == true ? nil : "'\(argument.name)' is not a name in lower case.",
      argument.choices.isEmpty || isDefaultKnown ? nil : "The default of '\(argument.label)' is not among its values.",
    ].compactMap(\.self)
  }

  private static func repetitions(in words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { !seen.insert($0).inserted }
  }
}
