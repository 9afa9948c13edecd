import Arguments
import Testing

@Suite struct FaultTests {
  @Test func `a sound tool has no faults`() {
    #expect(bakery.faults.isEmpty)
  }

  @Test func `every mistake in a table is named`() {
    let tool = CommandLineTool(
      name: "tool", abstract: "Work.", version: "1", commands: [Faulty.self, Faulty.self]
    ) { _, _ in nil }
    let faults = [
      "The abstract is not a sentence.",
      "Two arguments are named '--Size'.",
      "Two arguments are named '-h'.",
      "The required '<second>' stands after the optional '<first>'.",
      "Nothing is left for '<last>' after '<rest>'.",
      "'Size' is not a name in lower case.",
      "The help of '-h, --Size' is not a sentence.",
      "'Size' is not a name in lower case.",
      "The default of '--kind <kind>' is not among its values.",
    ].map { "help: \($0)" }
    let names = [
      "The command 'help' is built in.", "The command 'help' is built in.", "Two commands are named 'help'.",
    ]
    #expect(tool.faults == names + faults + faults)
  }
}

private struct Faulty: Command {
  var words: [String] = []
  var word = "round"
  var other: String?
  var isOn = false

  static let name = "help"
  static let abstract = "work"
  static let arguments: [Argument<Self>] = [
    .positional("first", \.other, help: "A word."),
    .positional("second", \.word, help: "A word."),
    .positional("rest", \.words, help: "Words."),
    .positional("last", \.other, help: "A word."),
    .flag("Size", \.isOn, help: "One."),
    .flag("Size", short: "h", \.isOn, help: ""),
    .option("kind", \.word, help: "A kind.", choices: ["square"], default: Self()),
  ]
}
