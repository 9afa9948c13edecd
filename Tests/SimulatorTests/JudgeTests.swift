import Foundation
import Testing

@testable import Simulator

/// Simulated models as judges of answers.
struct JudgeTests {
  static let judge = "northlight/aurora-70b-instruct:free"
  static let capital = "What is the capital of Australia? Answer with the name of the city only."

  private static func question(_ answers: [(name: String, text: String)], marker: String, rubric: String) -> String {
    ([("task", capital)] + answers).map { name, text in
      "[\(marker) \(name) begins]\n\(text)\n[\(marker) \(name) ends]"
    }.joined(separator: "\n\nRubric:\n\(rubric)\n\n")
  }

  private func verdict(
    on answers: [(name: String, text: String)], marker: String = "k3x9q", rubric: String = "Is it right?",
    bench: borrowing Bench
  ) throws -> JSON {
    let text = Self.question(answers, marker: marker, rubric: rubric)
    return try #require(JSON(parsing: try bench.post(Bench.chat(Self.judge, text)).content()))
  }

  @Test(arguments: [("Canberra", 8...10), ("It is Canberra.", 8...10), ("Sydney", 0...4), ("", 0...1), ("Hm.", 3...10)])
  func `an answer that the book knows is scored as it deserves`(answer: String, range: ClosedRange<Int>) throws {
    let verdict = try verdict(on: [("answer", answer)], bench: Bench())
    #expect(range.contains(Int(try #require(verdict["score"]?.number))))
    #expect(verdict["reason"]?.text?.hasPrefix("It ") == true)
  }

  @Test func `a score depends on the answer and not on the marker`() throws {
    let scores = try ["a1", "b2", "c3"].map { marker in
      try verdict(on: [("answer", "Perhaps Perth.")], marker: marker, bench: Bench())
    }
    #expect(Set(scores).count == 1)
  }

  @Test func `the better of two wins in both orders, and equals do not always`() throws {
    let bench = try Bench()
    #expect(try verdict(on: [("answer A", "Canberra"), ("answer B", "Sydney")], bench: bench)["winner"] == "A")
    #expect(try verdict(on: [("answer A", "Sydney"), ("answer B", "Canberra")], bench: bench)["winner"] == "B")
    let winners = try (0..<20).map { number in
      try verdict(
        on: [("answer A", "Canberra"), ("answer B", "Canberra.")], rubric: "Rubric \(number)", bench: bench)["winner"]
    }
    #expect(Set(winners).isSuperset(of: ["A", "tie"]))
  }

  @Test(arguments: ["", "[x task begins]\nHi\n[x task ends]", "[x answer begins]\nHi\n[x answer ends]"])
  func `what only looks like a judgement is a question like any other`(text: String) {
    #expect(JudgeTask(text).map(\.marker) == nil)
  }
}
