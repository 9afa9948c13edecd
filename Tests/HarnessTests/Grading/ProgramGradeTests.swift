import Benchmark
import Testing

@testable import Harness

@Suite struct ProgramGradeTests {
  private func grade(_ output: String) -> Grade {
    Grade(.ended(status: 0, output: Array(output.utf8), lastWords: ""), of: ["./grade.py", "x"])
  }

  // SAD PATH

  @Test(arguments: [
    ("", "the program ./grade.py printed no JSON object: nothing"),
    ("ok\n", "the program ./grade.py printed no JSON object: ok\\n"),
    ("[true]", "the program ./grade.py printed no JSON object: [true]"),
    ("{}", "the program ./grade.py printed neither \"passed\" (true or false) nor \"score\" (from 0 to 1)"),
    (
      "{\"passed\":\"yes\"}",
      "the program ./grade.py printed neither \"passed\" (true or false) nor \"score\" (from 0 to 1)"
    ),
    ("{\"score\":7}", "the program ./grade.py gave the score 7, which is not from 0 to 1"),
    ("{\"passed\":true,\"score\":-0.1}", "the program ./grade.py gave the score -0.1, which is not from 0 to 1"),
  ])
  func `a program that says nothing usable grades nothing`(output: String, failure: String) {
    #expect(grade(output) == Grade(failure: failure))
  }

  @Test(arguments: [
    (ExternalProgram.Ending.failed("took longer than 10s"), "the program ./grade.py took longer than 10s"),
    (.cancelled, "the program ./grade.py was cancelled"),
    (
      .ended(status: 2, output: Array("{\"passed\":true}".utf8), lastWords: ": boom"),
      "the program ./grade.py ended with status 2: boom"
    ),
  ])
  func `a program that fails grades nothing`(ending: ExternalProgram.Ending, failure: String) {
    #expect(Grade(ending, of: ["./grade.py"]) == Grade(failure: failure))
  }

  // HAPPY PATH

  @Test(arguments: [
    ("{\"passed\":true}", Grade(score: 1, passed: true)), ("{\"passed\":false}\n", Grade(score: 0, passed: false)),
    ("{\"score\":0.5,\"reason\":\"half\"}", Grade(score: 0.5, reason: "half")),
    ("{\"score\":0.5,\"passed\":true,\"more\":[]}", Grade(score: 0.5, passed: true)),
    ("{\"score\":1}", Grade(score: 1)),
  ])
  func `a program's verdict is its word`(output: String, expected: Grade) {
    #expect(grade(output) == expected)
  }
}
