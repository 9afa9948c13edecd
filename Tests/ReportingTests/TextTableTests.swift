import Testing

@testable import Reporting

@Suite struct TextTableTests {
  private let columns: [TextTable.Column] = [.init("MODEL", least: 6), .init("N", isRight: true), .init("NOTE")]

  @Test func `columns stand below each other in every script, and nothing is cut without a width`() {
    let rows = [["名前の長いモデル/七", "7", ""], ["e\u{301}/x", "131072", "–"], ["👩‍👩‍👧 family", "1", "old"]]
    #expect(
      TextTable(columns, rows: rows).text(width: nil) == """
        MODEL                     N  NOTE
        名前の長いモデル/七       7
        e\u{301}/x                  131072  –
        👩‍👩‍👧 family                 1  old

        """)
  }

  @Test func `what is hostile stays on its line and moves no cursor`() {
    let text = TextTable([.init("")], rows: [["a\nb\u{1B}[2J\u{202E}"]]).text(width: nil)
    #expect(text == "a b\\u{1B}[2J\\u{202E}\n")
  }

  @Test(arguments: [(12, "lon…el"), (20, "long-…model"), (40, "long-name/model")])
  func `a column gives way down to its least, and no further`(width: Int, shown: String) {
    let text = TextTable(columns, rows: [["long-name/model", "1", "x"]]).text(width: width)
    #expect(text.split(separator: "\n")[1].hasPrefix(shown + "  "), "\(text)")
  }

  @Test func `a sentence is cut at its end`() {
    let prose = TextTable([.init("", least: 4, isProse: true), .init("")], rows: [["What is 表 to you?", "x"]])
    #expect(prose.text(width: 14) == "What is 表…  x\n")
  }

  @Test func `without titles there is no line of titles`() {
    #expect(TextTable([.init(""), .init("")], rows: [["a", "b"]]).text(width: 80) == "a  b\n")
  }
}
