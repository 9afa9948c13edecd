extension CommandLineTool {
  /// What may stand at an index (the first word) among the words of a line (the others); empty means file names.
  func candidates(for question: ArraySlice<String>) -> [String] {
    guard let index = question.first.flatMap(Int.init), index >= 0 else { return [] }
    let words = question.dropFirst()
    var before = Array(words.prefix(index))
    var typed = words.dropFirst(index).first ?? ""
    // Bash makes a word of its own of an equals sign.
    if typed == "=" { typed = "" } else if before.last == "=" { before.removeLast() }
    return all(after: before, typed: typed).filter { $0.hasPrefix(typed) }
  }

  private func all(after before: [String], typed: String) -> [String] {
    guard let first = before.first else {
      return commands.map { $0.name } + ["help"] + [ArgumentDescription].commonNames
    }
    guard let command = command(named: first) else { return first == "help" ? commands.map { $0.name } : [] }
    if before.contains("--") { return [] }
    let arguments = command.descriptions.filter { !$0.isHidden }
    if let choices = choices(in: arguments, after: before.last, typed: typed) { return choices }
    if typed.hasPrefix("-") { return arguments.optionNames }
    return arguments.first { $0.kind == .positional }?.choices ?? []
  }

  /// The values of the option that waits for one, before a space or an equals sign; nil when none does.
  private func choices(
    in arguments: [ArgumentDescription], after previous: String?, typed: String
  ) -> [String]? {
    let options = arguments.filter { $0.kind == .option }
    if let name = typed.firstIndex(of: "=").map({ String(typed[..<$0]) }) {
      return options.first { $0.longName == name }?.choices.map { "\(name)=\($0)" }
    }
    return options.first { previous == $0.longName || previous == $0.short.map { "-\($0)" } }?.choices
  }
}
