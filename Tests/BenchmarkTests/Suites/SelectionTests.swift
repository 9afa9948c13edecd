import Benchmark
import Testing

/// Which prompts of a suite are taken.
@Suite struct SelectionTests {
  private static let prompts: PromptList = [
    prompt("a", ["easy"]), prompt("b#1", ["easy", "long"]), prompt("b#2", []), prompt("c", ["long"]),
    prompt("d#x", ["hard"]),
  ]

  private static func prompt(_ id: String, _ tags: [String]) -> Prompt {
    Prompt(id: id, tags: tags, turns: [Turn(Content("?"))])
  }

  private func selection(_ change: (inout Selection) -> Void) -> Selection {
    var selection = Selection()
    change(&selection)
    return selection
  }

  private func ids(_ change: (inout Selection) -> Void) throws -> [String] {
    try selection(change).places(in: Self.prompts).map { Self.prompts[$0].id }
  }

  @Test func `what is not there is told, with the nearest name`() {
    let rows: [(Selection, String)] = [
      (selection { $0.tags = ["esay"] }, "No prompt has the tag 'esay'. Did you mean 'easy'?"),
      (selection { $0.ids = ["zzzzzzzz"] }, "No prompt has the id 'zzzzzzzz'."),
      (selection { $0.ids = ["b#3"] }, "No prompt has the id 'b#3'. Did you mean 'b#1'?"),
      (selection { $0.range = 3...6 }, "The range 3-6 goes beyond the suite, which has 5 prompts."),
      (
        selection {
          $0.tags = ["easy"]
          $0.ids = ["c"]
        }, "No prompt fulfils all that was asked for: leave out a condition."
      ),
    ]
    for (selection, sentence) in rows {
      let fault = #expect(throws: SelectionFault.self) { try selection.places(in: Self.prompts) }
      #expect(fault?.message == sentence)
    }
  }

  @Test func `tags, ids, places, a beginning and a sample narrow down one after the other`() throws {
    #expect(try ids { _ in } == ["a", "b#1", "b#2", "c", "d#x"])
    #expect(try ids { $0.tags = ["easy", "hard"] } == ["a", "b#1", "d#x"])
    #expect(try ids { $0.ids = ["b", "c"] } == ["b#1", "b#2", "c"])
    #expect(try ids { $0.ids = ["b#2"] } == ["b#2"])
    #expect(try ids { $0.range = 2...4 } == ["b#1", "b#2", "c"])
    #expect(try ids { ($0.range, $0.tags) = (2...4, ["long"]) } == ["b#1", "c"])
    #expect(try ids { ($0.first, $0.tags) = (1, ["long"]) } == ["b#1"])
    #expect(try ids { $0.first = 9 }.count == 5)
  }

  @Test func `a sample is the same every time, another by another seed, and keeps the suite's order`() throws {
    let many = PromptList((0..<100).map { Self.prompt("p\($0)", []) })
    let places = { (seed: UInt64) in
      try selection { ($0.sample, $0.sampleSeed) = (10, seed) }.places(in: many)
    }
    #expect(try places(1) == places(1))
    #expect(try places(1) != places(2))
    #expect(try places(1) == places(1).sorted())
    #expect(try Set(places(1)).count == 10)
  }
}
