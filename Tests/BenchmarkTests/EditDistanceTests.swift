import Benchmark
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0),
    ("", "abc", 3),
    ("abc", "", 3),
    ("contains", "contians", 1),
    ("model", "modle", 1),
    ("model", "models", 1),
    ("model", "nodel", 1),
    ("kitten", "sitting", 3),
    ("ca", "abc", 3),
    ("é", "e", 1),
  ])
  func `two words differ by so many letters`(first: String, second: String, distance: Int) {
    #expect(EditDistance.between(first, and: second) == distance)
    #expect(EditDistance.between(second, and: first) == distance)
  }

  @Test(arguments: [
    ("modle", "model"),
    ("mod", "model"),
    ("seeed", "seed"),
    ("xyzzy", nil),
    ("abc", nil),
    ("set", nil),
    ("prom", "prompt"),
    ("seen", "seed"),
    ("mold", nil),
    ("prt", "prompt"),
    ("mdl", "model"),
    ("dl", nil),
    ("", nil),
    (String(repeating: "model", count: 1_000_000), nil),
  ])
  func `the nearest candidate is suggested unless it is far`(word: String, nearest: String?) {
    #expect(EditDistance.nearest(to: word, among: ["seed", "model", "prompt"]) == nearest)
  }

  @Test func `a beginning is completed before a slip is looked for, to the shortest word`() {
    let options = ["--fit", "--first", "--format", "--first-token-timeout"]
    #expect(EditDistance.nearest(to: "--fir", among: options) == "--first")
    #expect(EditDistance.nearest(to: "--form", among: options) == "--format")
    #expect(EditDistance.nearest(to: "--fi", among: options) == "--fit")
    #expect(EditDistance.nearest(to: "--zz", among: options) == nil)
  }

  @Test func `of equals the first is suggested`() {
    #expect(EditDistance.nearest(to: "cat", among: ["cut", "cot"]) == "cut")
    #expect(EditDistance.nearest(to: "cat", among: []) == nil)
  }
}
