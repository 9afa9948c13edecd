extension SuiteFault {
  /// What is wrong and what to do, in one or two sentences on one line; what it quotes is safe to show.
  package var message: String {
    switch self {
    case .json(let fault): Self.sentence(fault.message)
    case .wrongType(let found, let expected): Self.sentence("\(found) stands where \(expected) is expected")
    case .missingKey(let key, let owner, let instead):
      "'\(key)' is missing: \(owner) cannot be without it"
        + (instead.isEmpty ? "" : ", or else \(instead.map { "'\($0)'" }.joined(separator: " or "))") + "."
    case .unknownKey(let key, let owner, let nearest, let known):
      "\(key.quotedExcerpt()) is not a key of \(owner). \(Self.suggestion(nearest, "Its keys are", known))"
    case .misplacedKey(let key, let owner, let remedy): "\(key.quotedExcerpt()) is not a key of \(owner). \(remedy)"
    case .foreignForm(let noun, let remedy): "This is OpenAI's form of \(noun). \(remedy)"
    case .noPrompts: "This is a suite of zero prompts. Add one at least."
    case .noQuestion: "'prompt' is missing: a prompt cannot be without it, or else 'messages' or 'turns'."
    case .exclusiveKeys(let key, let other): "'\(key)' cannot stand beside '\(other)'. Remove one of them."
    case .promptBesideTurns:
      "'turns' cannot stand beside 'prompt'. Make the prompt the first of 'turns', or, where an answer to it is given, "
        + "write both as 'messages'."
    case .nothingIn(let key): "'\(key)' is empty. Write one at least, or leave it out."
    case .lastRole(let role):
      "The last message is of the role '\(role.rawValue)', which asks for no answer. End with 'user' or 'tool', or add "
        + "'turns'."
    case .foreignKey(let key, let role): "'\(key)' is nothing for a message of the role '\(role.rawValue)'. Remove it."
    case .unknownWord(let word, let noun, let nearest, let known):
      "\(word.quotedExcerpt()) is not a \(noun). \(Self.suggestion(nearest, "Give one of", known))"
    case .tag(let tag): "\(tag.quotedExcerpt()) is not a name. Give visible characters, 80 at the most."
    case .label(let label): "\(label.quotedExcerpt()) is not a name. Give visible characters, 120 at the most."
    case .wireName(let name, let noun):
      "\(name.quotedExcerpt()) is not a \(noun)'s name. Give at most 64 letters (a–z), digits, '_' and '-'."
    case .duplicateName(let name, let noun): "\(name.quotedExcerpt()) is the name of another \(noun) too. Change one."
    case .file(let path, let fault): "The file \(path.quotedExcerpt()) \(fault.message)"
    case .fileExtension(let path, let kind):
      "\(path.quotedExcerpt()) does not end as \(kind.noun) does. Its name must end in "
        + "\(kind.extensions.map { "." + $0 }.joined(separator: ", "))."
    case .address(let url): "\(url.quotedExcerpt()) is not an address. It must begin with https:// or http://."
    case .unknownVariable(let name, let nearest):
      "No variable is called \(name.quotedExcerpt()). "
        + (nearest.map { "Did you mean '\($0)'?" }
          ?? "Declare it in 'variables', 'rows' or 'matrix', or write \\\\{{ for braces that are meant.")
    case .variableOfContestant:
      "Variables differ from prompt to prompt, and a contestant's settings do not. Write \\\\{{ for braces that are meant."
    case .missingInRow(let name, let row):
      "Row \(row) has no value for \(name.quotedExcerpt()). Add it, if only as an empty text."
    case .unusedVariable(let name):
      "No text uses \(name.quotedExcerpt()). Write {{\(name.excerpt())}} somewhere, or remove it."
    case .duplicateVariable(let name): "\(name.quotedExcerpt()) is declared twice. Rename one of the two."
    case .variableName(let name):
      "\(name.quotedExcerpt()) is not a variable's name. Give at most 60 visible characters other than braces."
    case .openBraces(let text):
      "The braces of \(text.quotedExcerpt(30)) are not closed. Write {{name}}, or \\\\{{ for braces that are meant."
    case .rowForm(let path, let forms):
      "\(path.quotedExcerpt()) does not tell a form of rows. Its name must end in "
        + "\(forms.map { "." + $0 }.joined(separator: ", "))."
    case .noRows: "There are no rows in this file. Add one at least."
    case .csv(let fault): fault.message
    case .tooManyPrompts(let most):
      "With what this makes the suite has more prompts than the \(most) that it may hold. Leave some out."
    case .filledTooLarge(let most):
      "With what its variables hold the prompt is larger than the \(most >> 20) MB that they may fill in. Give shorter values, "
        + "or name them less often."
    case .emptyPrompt: "The prompt is empty. Write what the models are asked."
    case .name(let name):
      "\(name.quotedExcerpt()) is not a name. Give at most 80 letters, digits, spaces, '.', '_' and '-'."
    case .identifier(let id):
      "\(id.quotedExcerpt()) is not an id. Give at most 80 visible characters."
    case .duplicateID(let id, let line):
      "\(id.quotedExcerpt()) is the id of the prompt on line \(line). Give each prompt its own."
    case .outOfRange(let value, let range): "\(value) is out of range. Give \(range)."
    case .unknownKind(let kind, let nearest):
      "\(kind.quotedExcerpt()) is not a kind of check. "
        + Self.suggestion(nearest, "The kinds are", Check.Kind.allCases.map(\.rawValue))
    case .reservedExtra(let key, let remedy): "'\(key)' cannot stand in 'extra'. \(remedy)"
    case .tooDeep(let most): "Values are nested here deeper than \(most) levels. Make them flatter."
    case .pattern(let pattern, let reason):
      "\(pattern.quotedExcerpt()) does not compile: \(Self.ended(reason.excerpt(300)))"
    case .emptyValue: "The value is empty. Write what is looked for."
    case .gradedTurn:
      "Programs and judges look at the last answer of a prompt. Put this check beside the turns, not into one."
    case .span(let text): "\(text.quotedExcerpt()) is not a length of time. Write it as in '500ms', '2s' or '1.5min'."
    case .unitless(let number):
      "\(number) has no unit. Write it as in '\(number)s' or '\(number)ms', between quotes."
    case .bareRows(let name):
      "A string stands where an array is expected. To read rows from a file, write {\"file\": \(name.doublyQuotedExcerpt)}."
    case .pathValue(let name, let value):
      "\(name.quotedExcerpt()) puts \(value.quotedExcerpt()) into a path. Give a value without '/' and '..' that begins no "
        + "name with '.'."
    case .oneOf(let keys, let given, let owner): Self.oneOf(keys, given, owner)
    case .jsonPath(let path, let reason): "\(path.quotedExcerpt()) is not a path: \(reason)."
    case .unreachableValue: "White space stands at an end of the value, but answers are compared without. Remove it."
    case .contradiction(let text): "No answer passes: \(text.quotedExcerpt()) is asked for and ruled out. Remove one."
    case .unknownTool(let name, let nearest):
      "No tool of this prompt is called \(name.quotedExcerpt()). "
        + (nearest.map { "Did you mean '\($0)'?" } ?? "Declare it in 'tools'.")
    case .scoreWithoutChecks: "There are no checks that would make a score. Add one, or remove 'pass_score'."
    case .leakedKey: "This looks like an API key. Take it out of the file and revoke it."
    case .more(let count): "\(count) more problems follow."
    }
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// With a full stop, unless it has an end of its own.
  private static func ended(_ text: String) -> String {
    text.last.map(".?!…".contains) == true ? text : text + "."
  }

  private static func oneOf(_ keys: [String], _ given: [String], _ owner: String) -> String {
    let names = { (keys: [String], word: String) in keys.map { "'\($0)'" }.joined(separator: " \(word) ") }
    return given.isEmpty
      ? "\(names(keys, "or")) is missing: \(owner) cannot be without."
      : "\(names(given, "and")) exclude each other. Keep one of them."
  }

  private static func suggestion(_ nearest: String?, _ start: String, _ known: [String]) -> String {
    nearest.map { "Did you mean '\($0)'?" } ?? "\(start) \(known.joined(separator: ", "))."
  }
}
