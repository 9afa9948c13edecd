import Arguments
import Testing

@Suite struct HelpTests {
  private static let overview = """
    OVERVIEW: Bake bread and compare it.

    USAGE: bakery <subcommand>

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.

    SUBCOMMANDS:
      bake                    Bake every loaf of a recipe with every flour.
      taste                   Taste loaves.
      close                   Close the bakery.

      See 'bakery help <subcommand>' for detailed help.
    """

  private static let bake = """
    OVERVIEW: Bake every loaf of a recipe with every flour.

    A loaf is baked once per flour, in an order that the seed decides, so that no
    flour has the warm oven to itself.

      bakery bake rye.json --flour rye

    USAGE: bakery bake <recipe> [<notes>] [--flour <flour> ...] [--loaves <count>]
           [--seed <seed>] [--heat <heat>] [--rate <rate>] [--no-steam] [--quiet]
           [--format <format>]

    ARGUMENTS:
      <recipe>                A recipe.
      <notes>                 Where notes are kept.

    OUTPUT OPTIONS:
      --format <format>       How the result is written. (values: markdown, csv,
                              html; default: markdown)

    OPTIONS:
      -f, --flour <flour>     A flour to include; repeat for several.
      -n, --loaves <count>    How many loaves. (default: 1)
      --seed <seed>           Decides the order.
      --heat <heat>           Degrees. (default: 220.5)
      --rate <rate>           How many loaves in what time at most.
      --no-steam              Bake dry.
      -q, --quiet             Say nothing.
      --version               Show the version.
      -h, --help              Show help information.
    """

  @Test(arguments: [
    ([], overview),
    (["help"], overview),
    (["--help"], overview),
    (["-h", "--nonsense"], overview),
    (["help", "bake"], bake),
    (["bake", "--help"], bake),
    (["bake", "--nonsense", "-n", "-h"], bake),
    (["--help", "bake"], bake),
  ])
  func `help is shown wherever it is asked for`(words: [String], text: String) {
    #expect(help(words) == text)
  }

  @Test func `a label too long for its column has its line to itself`() {
    #expect(
      help(["help", "long"], of: tool(Long.self))
        == """
        OVERVIEW: Say much.

        USAGE: tool long [--an-option-with-a-name <value>]

        OPTIONS:
          --an-option-with-a-name <value>
                                  Words.
          --version               Show the version.
          -h, --help              Show help information.
        """)
  }

  @Test func `more than twelve options collapse in the usage line`() throws {
    let text = try #require(help(["help", "many"], of: tool(Many.self)))
    #expect(text.contains("USAGE: tool many [<options>] <file>\n"))
  }

  @Test(arguments: [0, 40])
  func `a narrow terminal wraps the text at forty columns`(columns: Int) throws {
    let text = try #require(help(["help"], columns: columns))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 40 || $0.hasPrefix("  See") })
    #expect(text.contains("  bake                    Bake every\n                          loaf of a\n"))
  }

  @Test(arguments: [(71, true), (70, false)])
  func `a line may fill the width and not pass it`(columns: Int, fits: Bool) throws {
    let text = try #require(help(["help"], columns: columns))
    #expect(text.contains("  bake                    Bake every loaf of a recipe with every flour.\n") == fits)
  }

  private func tool(_ command: any Command.Type) -> CommandLineTool {
    CommandLineTool(name: "tool", abstract: "Work.", version: "1", commands: [command]) { _, _ in nil }
  }

  private func help(_ words: [String], of tool: CommandLineTool = bakery, columns: Int = 80) -> String? {
    guard case .help(let text) = tool.parse(words, columns: columns) else { return nil }
    return text
  }
}

private struct Long: Command {
  var value: String?

  static let name = "long"
  static let abstract = "Say much."
  static let arguments: [Argument<Self>] = [
    .option("an-option-with-a-name", \.value, valueName: "value", help: "Words.")
  ]
}

private struct Many: Command {
  var file = ""
  var isOn = false

  static let name = "many"
  static let abstract = "Take many options."
  static let arguments: [Argument<Self>] =
    [.positional("file", \.file, help: "A file.")]
    + (0..<13).map { .flag("option-\($0)", \.isOn, help: "Switch it on.") }
}
