import Benchmark
import Testing

@Suite struct JSONSourceTextTests {
  @Test(arguments: [
    ("", 0, 1, 1),
    ("abc", 0, 1, 1),
    ("abc", 2, 1, 3),
    ("abc", 3, 1, 4),
    ("abc", 99, 1, 4),
    ("abc", -1, 1, 1),
    ("a\nb", 1, 1, 2),
    ("a\nb", 2, 2, 1),
    ("a\n", 2, 2, 1),
    ("a\r\nb", 3, 2, 1),
    ("\n\n\n", 2, 3, 1),
    ("a\rb", 2, 2, 1),
    (String(repeating: "é", count: 1_500) + "x", 3_000, 1, 1_501),
    (String(repeating: "é", count: 1_000) + "\n" + String(repeating: "é", count: 1_500), 5_001, 2, 1_501),
    (String(repeating: "a", count: 1_024), 1_024, 1, 1_025),
    ("a\r", 2, 2, 1),
    ("a\r\rb\r\nc", 6, 4, 1),
    ("é😀x", 6, 1, 3),
  ])
  func `an offset has a line and a column in scalars`(text: String, offset: Int, line: Int, column: Int) {
    #expect(SourceText(Array(text.utf8)).place(of: offset) == SourcePlace(line: line, column: column))
  }
}
