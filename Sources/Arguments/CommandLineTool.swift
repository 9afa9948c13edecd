/// A program of several commands: words in, a command or a text out.
package struct CommandLineTool: Sendable {
  /// Picks the candidate that a mistyped word may have meant; nil when none is near.
  package typealias Nearest = @Sendable (_ word: String, _ candidates: [String]) -> String?

  package let name: String
  package let abstract: String
  package let version: String
  package let commands: [any Command.Type]
  let nearest: Nearest

  package init(
    name: String, abstract: String, version: String, commands: [any Command.Type], nearest: @escaping Nearest
  ) {
    self.name = name
    self.abstract = abstract
    self.version = version
    self.commands = commands
    self.nearest = nearest
  }
}

extension CommandLineTool {
  /// Reads the words after the program's name; `columns` is the width of the terminal.
  package func parse(_ words: [String], columns: Int = 80) -> Parsed {
    if words.first == Self.completionWord { return .completions(candidates(for: words.dropFirst())) }
    do throws(UsageError) {
      return try answer(to: words, columns: columns)
    } catch {
      let command = words.first.flatMap(command(named:))
      return .failure(UsageFailure(error: error, text: text(of: error, in: command, columns: columns)))
    }
  }

  /// Reads the words after a command's name where other values than the command's own hold for what is not given.
  package func read<C: Command>(_ words: ArraySlice<String>, onto defaults: C) throws(UsageError) -> C {
    var parser = CommandParser(words, onto: defaults, nearest: nearest)
    return try parser.parse()
  }

  /// Help wins over everything that is wrong: who asks for it is about to mend the rest.
  private func answer(to words: [String], columns: Int) throws(UsageError) -> Parsed {
    let options = words.prefix { $0 != "--" }
    if options.first == "help" { return try help(on: options.dropFirst().first, columns: columns) }
    if options.contains("--help") || options.contains("-h") {
      return try help(on: options.first { !$0.hasPrefix("-") }, columns: columns)
    }
    if options.contains("--version") { return .version("\(name) \(version)") }
    guard let first = words.first else { return try help(on: nil, columns: columns) }
    guard !first.hasPrefix("-") else {
      throw .unknownOption(first, nearest: nearest(first, [ArgumentDescription].commonNames))
    }
    return .run(try run(try known(first), words.dropFirst()))
  }

  private func help(on word: String?, columns: Int) throws(UsageError) -> Parsed {
    guard let word else { return .help(overview.text(columns: columns)) }
    return .help(page(of: try known(word)).text(columns: columns))
  }

  private func run<C: Command>(_ command: C.Type, _ words: ArraySlice<String>) throws(UsageError) -> any Command {
    var parser = CommandParser<C>(words, nearest: nearest)
    return try parser.parse()
  }

  func command(named word: String) -> (any Command.Type)? {
    commands.first { $0.name == word }
  }

  private func known(_ word: String) throws(UsageError) -> any Command.Type {
    if let command = command(named: word) { return command }
    throw .unknownCommand(word, nearest: nearest(word, commands.map { $0.name }))
  }
}
