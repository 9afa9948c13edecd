extension UsageError {
  /// What is wrong, in one or two sentences.
  package var message: String {
    switch self {
    case .unknownCommand(let word, let nearest):
      "Unknown command '\(word)'.\(Self.suggestion(nearest))"
    case .unknownOption(let word, let nearest):
      "Unknown option '\(word)'.\(Self.suggestion(nearest))"
    case .missingValue(let argument, let spelling):
      "Missing value for '\(argument.mention(as: spelling))'."
    case .unexpectedValue(let value, let spelling):
      "The option '\(spelling)' takes no value, but '\(value)' was given."
    case .invalidValue(let value, let argument, let spelling, let remedy):
      "The value '\(value)' is invalid for '\(argument.mention(as: spelling))'"
        + Self.ending(remedy: remedy, choices: argument.choices)
    case .givenTwice(let argument, let spelling):
      "The option '\(argument.mention(as: spelling))' was given twice. Please decide for one value."
    case .missingArgument(let argument):
      "Missing expected argument '<\(argument.valueName)>'."
    case .unexpectedArguments(let words):
      Self.unexpected(words)
    case .rule(let sentence):
      sentence
    }
  }

  /// The argument whose help belongs below the message.
  var argument: ArgumentDescription? {
    switch self {
    case .missingValue(let argument, _), .invalidValue(_, let argument, _, _), .givenTwice(let argument, _),
      .missingArgument(let argument):
      argument
    case .unknownCommand, .unknownOption, .unexpectedValue, .unexpectedArguments, .rule:
      nil
    }
  }

  private static func suggestion(_ nearest: String?) -> String {
    nearest.map { " Did you mean '\($0)'?" } ?? ""
  }

  private static func ending(remedy: String?, choices: [String]) -> String {
    if let remedy { return ": \(remedy)." }
    let quoted = choices.map { "'\($0)'" }
    guard let last = quoted.last else { return "." }
    let others = quoted.dropLast().joined(separator: ", ")
    return others.isEmpty ? ". Please provide \(last)." : ". Please provide one of \(others) or \(last)."
  }

  private static func unexpected(_ words: [String]) -> String {
    let quoted = words.map { "'\($0)'" }.joined(separator: ", ")
    return words.count == 1 ? "Unexpected argument \(quoted)." : "\(words.count) unexpected arguments: \(quoted)."
  }
}
