import Arguments

/// The tool that these tests talk to: every kind of argument once.
let bakery = CommandLineTool(
  name: "bakery", abstract: "Bake bread and compare it.", version: "1.2.3",
  commands: [Bake.self, Taste.self, Close.self],
  nearest: { word, candidates in candidates.first { $0.sorted() == word.sorted() } })

struct Bake: Command, Equatable {
  var recipe = ""
  var notes: String?
  var flours: [String] = []
  var loaves = 1
  var seed: UInt64?
  var heat = 220.5
  var rate: Rate?
  var steams = true
  var isQuiet = false
  var isVerbose = false
  var output = Output()

  static let name = "bake"
  static let abstract = "Bake every loaf of a recipe with every flour."
  static let discussion = """
    A loaf is baked once per flour, in an order that the seed decides, so that no flour has the warm oven to itself.

      bakery bake rye.json --flour rye
    """
  static let arguments: [Argument<Self>] =
    [
      .positional("recipe", \.recipe, help: "A recipe."),
      .positional("notes", \.notes, help: "Where notes are kept."),
      .repeated("flour", short: "f", \.flours, help: "A flour to include; repeat for several."),
      .option("loaves", short: "n", \.loaves, valueName: "count", help: "How many loaves.", default: Self()),
      .option("seed", \.seed, help: "Decides the order."),
      .option("heat", \.heat, help: "Degrees.", default: Self()),
      .option("rate", \.rate, help: "How many loaves in what time at most."),
      .flag("no-steam", \.steams, sets: false, help: "Bake dry."),
      .flag("quiet", short: "q", \.isQuiet, help: "Say nothing."),
      .flag("verbose", short: "v", \.isVerbose, help: "Say everything.").hidden(),
    ] + Output.arguments.map { $0.lifted(by: \.output).titled("Output options") }

  func validate() throws(UsageError) {
    if isQuiet && isVerbose { throw .rule("Please decide between '--quiet' and '--verbose'.") }
  }
}

/// A group of options that several commands share.
struct Output: Equatable, Sendable {
  enum Format: String, CaseIterable, ArgumentValue {
    case markdown, csv, html
  }

  var format = Format.markdown

  static let arguments: [Argument<Self>] = [
    .option("format", \.format, help: "How the result is written.", default: Self())
  ]
}

/// A type of the tool's own, with words of its own for what is no rate.
struct Rate: ArgumentValue, Equatable {
  var perMinute: Int

  init(perMinute: Int) {
    self.perMinute = perMinute
  }

  init(argument: String) throws(InvalidValue) {
    guard argument.hasSuffix("/min"), let count = Int(argument.dropLast(4)) else {
      throw InvalidValue("say it as 20/min or 6/10s")
    }
    self.init(perMinute: count)
  }
}

struct Taste: Command, Equatable {
  var loaves: [String] = []

  static let name = "taste"
  static let abstract = "Taste loaves."
  static let arguments: [Argument<Self>] = [
    .positional("loaf", \.loaves, required: true, help: "A loaf.")
  ]
}

struct Close: Command, Equatable {
  static let name = "close"
  static let abstract = "Close the bakery."
  static let arguments: [Argument<Self>] = []
}
