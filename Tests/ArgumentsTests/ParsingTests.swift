import Arguments
import Testing

@Suite struct ParsingTests {
  @Test(arguments: [
    (["rye.json"], Bake(recipe: "rye.json")),
    (["rye.json", "notes.txt"], Bake(recipe: "rye.json", notes: "notes.txt")),
    (["r", "--flour", "rye", "--flour=oat"], Bake(recipe: "r", flours: ["rye", "oat"])),
    (["--flour", "rye", "r"], Bake(recipe: "r", flours: ["rye"])),
    (["r", "-f", "rye", "-foat", "-f=emmer"], Bake(recipe: "r", flours: ["rye", "oat", "emmer"])),
    (["r", "-n3"], Bake(recipe: "r", loaves: 3)),
    (["r", "--loaves", "-3"], Bake(recipe: "r", loaves: -3)),
    (["r", "--heat", "-.5"], Bake(recipe: "r", heat: -0.5)),
    (["r", "--seed", "18446744073709551615"], Bake(recipe: "r", seed: .max)),
    (["r", "--flour=-odd"], Bake(recipe: "r", flours: ["-odd"])),
    (["r", "--flour="], Bake(recipe: "r", flours: [""])),
    (["r", "--flour=a=b"], Bake(recipe: "r", flours: ["a=b"])),
    (["-"], Bake(recipe: "-")),
    (["-7"], Bake(recipe: "-7")),
    (["--", "--help", "-n"], Bake(recipe: "--help", notes: "-n")),
    (["r", "--", "--"], Bake(recipe: "r", notes: "--")),
    (["r", "--no-steam", "--no-steam"], Bake(recipe: "r", steams: false)),
    (["r", "-qn2"], Bake(recipe: "r", loaves: 2, isQuiet: true)),
    (["r", "-qfrye"], Bake(recipe: "r", flours: ["rye"], isQuiet: true)),
    (["r", "--verbose"], Bake(recipe: "r", isVerbose: true)),
    (["r", "--rate", "20/min"], Bake(recipe: "r", rate: Rate(perMinute: 20))),
    (["r", "--format", "csv"], Bake(recipe: "r", output: Output(format: .csv))),
  ])
  func `words become the values of a command`(words: [String], expected: Bake) {
    #expect(parsed(["bake"] + words) as? Bake == expected)
  }

  @Test func `a repeated positional argument takes every word`() {
    #expect(parsed(["taste", "a", "b", "c"]) as? Taste == Taste(loaves: ["a", "b", "c"]))
  }

  @Test(arguments: [["--version"], ["bake", "--version"], ["--version", "nonsense"]])
  func `the version is shown wherever it is asked for`(words: [String]) {
    guard case .version(let text) = bakery.parse(words) else {
      Issue.record("no version")
      return
    }
    #expect(text == "bakery 1.2.3")
  }

  private func parsed(_ words: [String]) -> (any Command)? {
    guard case .run(let command) = bakery.parse(words) else { return nil }
    return command
  }
}
