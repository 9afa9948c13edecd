import Testing
import Wire

@Suite struct ThinkTagTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var content: String
    var answer: String
    var reasoning: String
  }

  static let rows = [
    Row(testDescription: "no tag", content: "a < b", answer: "a < b", reasoning: ""),
    Row(
      testDescription: "a tag within the answer", content: "x <think>y</think>", answer: "x <think>y</think>",
      reasoning: ""),
    Row(
      testDescription: "only one tag", content: "<think>a</think>b<think>c</think>", answer: "b<think>c</think>",
      reasoning: "a"),
    Row(
      testDescription: "blanks around the tags", content: " \n<think>a</think>\n\nb\n", answer: "b\n", reasoning: "a"),
    Row(testDescription: "blanks and no tag", content: "\n a", answer: "\n a", reasoning: ""),
    Row(testDescription: "almost a tag", content: "<thinking>a", answer: "<thinking>a", reasoning: ""),
    Row(
      testDescription: "almost the end", content: "<think>a</thin</thinkk></think>b", answer: "b",
      reasoning: "a</thin</thinkk>"),
    Row(testDescription: "no end", content: "<think>a</thi", answer: "", reasoning: "a</thi"),
    Row(testDescription: "nothing inside", content: "<think></think>a", answer: "a", reasoning: ""),
    Row(
      testDescription: "an accent on the tag's end", content: "<think>a</think>\u{338}b", answer: "\u{338}b",
      reasoning: "a"),
    Row(
      testDescription: "more blanks than a tag ever has", content: String(repeating: " ", count: 99) + "<think>a",
      answer: String(repeating: " ", count: 99) + "<think>a", reasoning: ""),
  ]

  @Test(arguments: rows)
  func `think tags at the start part reasoning from answer, however they are split`(row: Row) {
    for length in 1...row.content.unicodeScalars.count {
      let reading = read(stream: pieces(of: row.content, length: length).map(content) + [stop, done])
      #expect(reading.answer == row.answer)
      #expect(reading.reasoning == row.reasoning)
    }
  }

  private func pieces(of text: String, length: Int) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return stride(from: 0, to: scalars.count, by: length).map { start in
      let piece = scalars[start..<min(start + length, scalars.count)]
      return String(String.UnicodeScalarView(piece)).replacing("\n", with: "\\n")
    }
  }
}
