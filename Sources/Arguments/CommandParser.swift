/// Reads the words after a command's name into the command.
struct CommandParser<Root: Command> {
  private var root: Root
  private var words: ArraySlice<String>
  private var positionals: [String] = []
  private var given: Set<String> = []
  private let nearest: CommandLineTool.Nearest

  init(_ words: ArraySlice<String>, onto root: Root = Root(), nearest: @escaping CommandLineTool.Nearest) {
    self.root = root
    self.words = words
    self.nearest = nearest
  }

  mutating func parse() throws(UsageError) -> Root {
    while let word = words.popFirst() {
      if word == "--" {
        positionals += words
        break
      }
      if word.hasPrefix("--") {
        try readLong(word)
      } else if word.looksLikeOption {
        try readShort(word.dropFirst())
      } else {
        positionals.append(word)
      }
    }
    try assignPositionals()
    try root.validate()
    return root
  }

  private mutating func readLong(_ word: String) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let value = parts.count == 2 ? parts[1] : nil
    let argument = option(where: { $0.longName == parts[0] })
    let isFlag = argument?.description.kind == .flag || [ArgumentDescription].commonNames.contains(parts[0])
    if let value, isFlag { throw .unexpectedValue(value, spelling: parts[0]) }
    guard let argument else {
      throw .unknownOption(parts[0], nearest: nearest(parts[0], Root.descriptions.optionNames))
    }
    try give(value, to: argument, spelling: parts[0])
  }

  /// Reads `-v`, `-vq`, `-n3`, `-n=3` or `-n 3` without its dash.
  private mutating func readShort(_ cluster: Substring) throws(UsageError) {
    var rest = cluster
    while let letter = rest.popFirst() {
      guard let argument = option(where: { $0.short == letter }) else {
        throw unknown(letter, in: cluster)
      }
      if argument.description.kind == .flag {
        try give(nil, to: argument, spelling: "-\(letter)")
      } else {
        let value = rest.first == "=" ? rest.dropFirst() : rest
        return try give(rest.isEmpty ? nil : String(value), to: argument, spelling: "-\(letter)")
      }
    }
  }

  /// Who writes `-model` means `--model`.
  private func unknown(_ letter: Character, in cluster: Substring) -> UsageError {
    let longName = "--\(cluster)"
    guard Root.descriptions.optionNames.contains(longName) else { return .unknownOption("-\(letter)", nearest: nil) }
    return .unknownOption("-\(cluster)", nearest: longName)
  }

  private func option(where matches: (ArgumentDescription) -> Bool) -> Argument<Root>? {
    Root.arguments.first { $0.description.kind != .positional && matches($0.description) }
  }

  private mutating func give(
    _ value: String?, to argument: Argument<Root>, spelling: String
  ) throws(UsageError) {
    let description = argument.description
    guard description.kind != .flag else { return try assign("", to: argument, spelling: spelling) }
    let isFirst = given.insert(description.name).inserted
    // The last one winning would hide which of two limits a run that costs quota is held to.
    guard isFirst || description.isRepeated else { throw .givenTwice(description, spelling: spelling) }
    guard let word = value ?? nextValue() else { throw .missingValue(description, spelling: spelling) }
    try assign(word, to: argument, spelling: spelling)
  }

  private mutating func nextValue() -> String? {
    guard let next = words.first, !next.looksLikeOption else { return nil }
    return words.popFirst()
  }

  private mutating func assignPositionals() throws(UsageError) {
    var remaining = positionals[...]
    for argument in Root.arguments where argument.description.kind == .positional {
      if remaining.isEmpty, argument.description.isRequired { throw .missingArgument(argument.description) }
      let count = argument.description.isRepeated ? remaining.count : 1
      for word in remaining.prefix(count) {
        try assign(word, to: argument, spelling: "")
      }
      remaining = remaining.dropFirst(count)
    }
    guard remaining.isEmpty else { throw .unexpectedArguments(Array(remaining)) }
  }

  private mutating func assign(
    _ word: String, to argument: Argument<Root>, spelling: String
  ) throws(UsageError) {
    do {
      try argument.assign(&root, word)
    } catch {
      throw .invalidValue(word, of: argument.description, spelling: spelling, remedy: error.remedy)
    }
  }
}

extension String {
  /// Begins with a dash and is neither a dash alone (standard input) nor a negative number.
  fileprivate var looksLikeOption: Bool {
    guard let second = dropFirst().first, hasPrefix("-") else { return false }
    let isNumber = (second.isWholeNumber || second == ".") && Double(self) != nil
    return !isNumber
  }
}
