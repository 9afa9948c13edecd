import Arguments
import Testing

@Suite struct CompletionTests {
  @Test(arguments: [
    (["0", ""], ["bake", "taste", "close", "help", "--help", "--version"]),
    (["0"], ["bake", "taste", "close", "help", "--help", "--version"]),
    (["0", "ba"], ["bake"]),
    (["1", "help", ""], ["bake", "taste", "close"]),
    (["1", "bake", "--fl"], ["--flour"]),
    (["1", "bake", "--v"], ["--version"]),
    (["2", "bake", "--format", ""], ["markdown", "csv", "html"]),
    (["2", "bake", "--format", "c"], ["csv"]),
    (["1", "bake", "--format=h"], ["--format=html"]),
    (["2", "bake", "--format", "="], ["markdown", "csv", "html"]),
    (["3", "bake", "--format", "=", "h"], ["html"]),
    (["1", "bake", ""], []),
    (["2", "bake", "--seed", ""], []),
    (["2", "bake", "--", "--f"], []),
    (["1", "nonsense", ""], []),
    (["-1", "x"], []),
    (["word"], []),
    (["9999999", "bake"], []),
    ([], []),
  ])
  func `a shell is told what may follow`(question: [String], expected: [String]) {
    guard case .completions(let candidates) = bakery.parse(["---complete"] + question) else {
      Issue.record("no completions")
      return
    }
    #expect(candidates == expected)
  }

  @Test(arguments: Shell.allCases)
  func `a stub is short and asks the tool itself`(shell: Shell) {
    let stub = bakery.completionStub(for: shell)
    #expect(stub.split(separator: "\n").count <= 12)
    #expect(stub.contains("bakery ---complete"))
  }

  @Test func `the stub of bash, word by word`() {
    #expect(
      bakery.completionStub(for: .bash)
        == #"""
        _bakery() {
          local IFS=$'\n'
          COMPREPLY=($(bakery ---complete "$((COMP_CWORD - 1))" "${COMP_WORDS[@]:1}" 2>/dev/null))
        }
        complete -o default -F _bakery bakery
        """#)
  }
}
