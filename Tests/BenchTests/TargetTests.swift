import Testing

@testable import Bench

@Suite struct TargetTests {
  @Test(arguments: [
    ([0.1, 0.2, 0.3], false, "met: x: 0.20 ms (0.10 to 0.30), at most 0.25"),
    ([0.1, 0.26, 0.3], false, "NOT MET: x: 0.26 ms (0.10 to 0.30), at most 0.25"),
    ([-0.4], false, "met: x: −0.40 ms, at most 0.25"),
    ([0.2], true, "NOT MET: x: 0.20 ms, at least 0.25"),
    ([0.25], true, "met: x: 0.25 ms, at least 0.25"),
  ])
  func `a target is said with its figure, its range and its limit`(figures: [Double], isLeast: Bool, text: String) {
    let target = Target(promise: "x", unit: " ms", limit: 0.25, isLeast: isLeast, figure: Middle(figures))
    #expect(target.text == text)
  }

  @Test func `what was not measured is not said`() {
    #expect(Target.all([]).count == 11)
    #expect(Target.all([]).allSatisfy { $0.text == nil })
  }
}
