extension CommandLineTool {
  /// Beyond this many options a usage line says `[<options>]` only.
  private static let mostOptions = 12

  private static let common = [
    HelpPage.Row(label: "--version", text: "Show the version."),
    HelpPage.Row(label: "-h, --help", text: "Show help information."),
  ]

  var overview: HelpPage {
    HelpPage(
      overview: abstract,
      usage: ["\(name) <subcommand>"],
      sections: [
        HelpPage.Section(title: "OPTIONS", rows: Self.common),
        HelpPage.Section(
          title: "SUBCOMMANDS", rows: commands.map { HelpPage.Row(label: $0.name, text: $0.abstract) }),
      ],
      footer: "See '\(name) help <subcommand>' for detailed help.")
  }

  func page(of command: any Command.Type) -> HelpPage {
    HelpPage(
      overview: command.abstract,
      discussion: command.discussion,
      usage: usage(of: command),
      sections: sections(of: command.descriptions.filter { !$0.isHidden }))
  }

  private func sections(of arguments: [ArgumentDescription]) -> [HelpPage.Section] {
    var sections = [HelpPage.Section(title: "ARGUMENTS", rows: [])]
    var options = HelpPage.Section(title: "OPTIONS", rows: [])
    for argument in arguments {
      let row = HelpPage.Row(label: argument.label, text: argument.explanation)
      let title = argument.section?.uppercased() ?? (argument.kind == .positional ? "ARGUMENTS" : "OPTIONS")
      if title == options.title {
        options.rows.append(row)
      } else if let place = sections.firstIndex(where: { $0.title == title }) {
        sections[place].rows.append(row)
      } else {
        sections.append(HelpPage.Section(title: title, rows: [row]))
      }
    }
    options.rows += Self.common
    return sections + [options]
  }

  /// The pieces of a usage line.
  private func usage(of command: any Command.Type) -> [String] {
    let arguments = command.descriptions.filter { !$0.isHidden }
    let start = "\(name) \(command.name)"
    guard arguments.count(where: { $0.kind != .positional }) > Self.mostOptions else {
      return [start] + arguments.map(\.synopsis)
    }
    return [start, "[<options>]"] + arguments.filter { $0.kind == .positional }.map(\.synopsis)
  }

  /// An error with the help of its argument, the usage, and where to read more.
  func text(of error: UsageError, in command: (any Command.Type)?, columns: Int) -> String {
    let pieces = command.map { usage(of: $0) } ?? overview.usage
    let subject = [name, command?.name].compactMap(\.self).joined(separator: " ")
    let lines = [
      "Error: \(error.message)",
      error.argument.map { "Help:  \($0.label)  \($0.explanation)" },
      pieces.wrapped(to: max(columns, 40), after: "Usage: ", indent: 7),
      "  See '\(subject) --help' for more information.",
    ]
    return lines.compactMap(\.self).joined(separator: "\n")
  }
}
