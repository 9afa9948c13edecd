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
      testDescription: "a tag behind the answer's beginning", content: "<think>a</think>b<think>c</think>",
      answer: "b<think>c</think>", reasoning: "a"),
    Row(
      testDescription: "a second block", content: "<think>a</think>\n<think>b</think>\n\n<think>c</think>d",
      answer: "d",
      reasoning: "abc"),
    Row(testDescription: "no opening tag", content: "a, or b?\n</think>\n\nc", answer: "c", reasoning: "a, or b?\n"),
    Row(testDescription: "no opening tag and no reasoning", content: "\n</think>\n\na", answer: "a", reasoning: ""),
    Row(testDescription: "no opening tag, and no answer", content: "a</think>\n", answer: "", reasoning: "a"),
    Row(
      testDescription: "no opening tag, and a second block", content: "a</think>\n<think>b</think>c", answer: "c",
      reasoning: "ab"),
    Row(
      testDescription: "a closing tag that is spoken of", content: "End it by `</think>` or '</think>'.",
      answer: "End it by `</think>` or '</think>'.", reasoning: ""),
    Row(
      testDescription: "a closing tag behind one that is spoken of", content: "Is it `</think>`?</think>Yes.",
      answer: "Yes.", reasoning: "Is it `</think>`?"),
    Row(
      testDescription: "almost a closing tag", content: "a </thin </thinkk> < b", answer: "a </thin </thinkk> < b",
      reasoning: ""),
    Row(testDescription: "half a closing tag at the end", content: "a</thi", answer: "a</thi", reasoning: ""),
    Row(
      testDescription: "what looks like a second block", content: "<think>a</think>\n<thing>", answer: "<thing>",
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

  @Test func `an answer behind a tag that nothing opened is told, and timed from there`() {
    let reading = read(stream: [
      content("Lyon?"), content(" No.\\n</thi"), content("nk>\\n"), content("Paris"), stop, done,
    ])
    #expect(reading.answer == "Paris")
    #expect(reading.reasoning == "Lyon? No.\n")
    #expect(reading.visibility == .shown)
    #expect(reading.firstToken == 100)
    #expect(reading.firstAnswer == 400)
    #expect(reading.notes.first == "the answer follows a </think> that nothing had opened")
  }

  @Test func `where reasoning has a name of its own, no tag in the text ends it`() {
    let thought = chunk(#"{"reasoning":"r"}"#)
    #expect(read(stream: [thought, content("a</think>b"), stop, done]).answer == "a</think>b")
    #expect(read(stream: [thought, content("</think>"), content("b"), stop, done]).answer == "b")
  }

  @Test func `a call before the tag stays the answer's beginning`() {
    let call = chunk(#"{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}]}"#)
    let reading = read(stream: [content("a"), call, content("</think>"), content("b"), stop, done])
    #expect(reading.answer == "b")
    #expect(reading.firstAnswer == 200)
  }

  private func pieces(of text: String, length: Int) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return stride(from: 0, to: scalars.count, by: length).map { start in
      let piece = scalars[start..<min(start + length, scalars.count)]
      return String(String.UnicodeScalarView(piece)).replacing("\n", with: "\\n")
    }
  }
}
