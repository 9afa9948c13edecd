internal import Arguments
internal import Benchmark

/// How a suite is read, and which of its prompts are taken.
struct SuiteOptions: Sendable {
  var allowsOutside = false
  var tags: [String] = []
  var ids: [String] = []
  var range: PlacesOption?
  var first: Int?
  var sample: Int?
  var sampleSeed: UInt64?

  static let arguments = Argument<Self>.section(
    "SUITE",
    [
      .repeated("tag", \.tags, valueName: "tag", help: "Take only prompts with this tag; repeat for any of several."),
      .repeated(
        "prompt", \.ids, valueName: "id",
        help: "Take only this prompt, or all that its rows and matrix make; repeat for several."),
      .option("range", \.range, valueName: "places", help: "Take only these places of the suite, as 3-7."),
      .option("first", \.first, valueName: "n", help: "Take only the first n of those."),
      .option("sample", \.sample, valueName: "n", help: "Take n of those by chance, the same ones every time."),
      .option("sample-seed", \.sampleSeed, valueName: "n", help: "Take other ones by chance. Without it: 1."),
      .flag(
        "allow-outside", \.allowsOutside,
        help: "Let the suite name files outside of its folder, or behind symbolic links."),
    ])

  func validate() throws(UsageError) {
    for (name, count) in [("first", first), ("sample", sample)] {
      guard let count, count < 1 else { continue }
      throw .rule("The value '\(count)' is invalid for '--\(name) <n>': give 1 or more.")
    }
    if sampleSeed != nil && sample == nil { throw .rule("'--sample-seed' says how '--sample' chooses: give both.") }
  }

  var selection: Selection {
    var selection = Selection()
    selection.tags = tags
    selection.ids = ids
    selection.range = range?.places
    selection.first = first
    selection.sample = sample
    selection.sampleSeed = sampleSeed ?? selection.sampleSeed
    return selection
  }
}
