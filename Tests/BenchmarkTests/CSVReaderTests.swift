import Testing

@testable import Benchmark

/// Tables as spreadsheets write them, and as they should not.
struct CSVReaderTests {
  /// A text that is no table, and the one sentence about it with its line.
  struct Fault: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: [UInt8]
    var line: Int
    var message: String

    init(_ intent: String, _ text: String, _ line: Int, _ message: String) {
      self.init(intent, Array(text.utf8), line, message)
    }

    init(_ intent: String, _ text: [UInt8], _ line: Int, _ message: String) {
      (testDescription, self.text, self.line, self.message) = (intent, text, line, message)
    }
  }

  static let faults: [Fault] = [
    Fault("nothing at all", "", 1, "The table is empty. Its first line names the columns."),
    Fault("a mark and line ends alone", "\u{FEFF}\r\n\r\n", 1, "The table is empty. Its first line names the columns."),
    Fault(
      "a comma that is not in quotes", "a,b\n1,2\n1,000,2\n", 3,
      "This record has 3 cells, but there are 2 columns. Put a cell that holds a comma or a line end in quotes."),
    Fault(
      "a cell too few", "a,b\n1\n", 2,
      "This record has 1 cell, but there are 2 columns. Put a cell that holds a comma or a line end in quotes."),
    Fault(
      "a quote that is never closed, where it opens", "a,b\n1,2\n3,\"four\nfive\n", 3,
      "The quote that opens a cell here is never closed. Add the missing quote."),
    Fault(
      "a quote inside of a cell", "a\n\"the \"big\" one\"\n", 2,
      "Text follows the closing quote of a cell. Write a quote inside a cell as two."),
    Fault("a column without a name", "a,,c\n", 1, "Column 2 has no name. Give it one in the first line, or remove it."),
    Fault("two columns of one name", "a,b,a\n", 1, "Two columns are called 'a'. Rename one."),
    Fault(
      "bytes of another encoding, with their line", Array("a\nb\n".utf8) + [0xE9, 0x0A], 3,
      "These bytes are not UTF-8. Save the table as CSV in UTF-8."),
    Fault(
      "UTF-16 with its mark", [0xFF, 0xFE, 0x61, 0x00], 1,
      "These bytes are not UTF-8. Save the table as CSV in UTF-8."),
  ]

  @Test(arguments: faults)
  func `what is no table is explained, with its line`(fault: Fault) {
    let reading = CSVReader.read(fault.text)
    #expect(reading.table == nil)
    #expect(reading.problems.map(\.line) == [fault.line])
    #expect(reading.problems.map(\.message) == [fault.message])
  }

  @Test func `all problems of a table are told at once`() {
    let reading = CSVReader.read(Array("a,a\n1\n2,3\n4,5,6\n".utf8))
    #expect(reading.problems.map(\.line) == [1, 2, 4])
  }

  /// A text, and its rows with the header first, cells joined by a bar.
  static let tables: [(intent: String, text: String, rows: [String])] = [
    ("no line end at the end", "a,b\n1,2", ["a|b", "1|2"]),
    ("line ends of Windows", "a,b\r\n1,2\r\n", ["a|b", "1|2"]),
    ("line ends of old Macs", "a,b\r1,2\r", ["a|b", "1|2"]),
    ("a byte order mark", "\u{FEFF}a,b\n1,2\n", ["a|b", "1|2"]),
    ("empty lines between", "\na\n\n1\n\n\n2\n", ["a", "1", "2"]),
    ("an empty cell in quotes is no empty line", "a\n\"\"\n", ["a", ""]),
    ("empty cells", "a,b,c\n,,\n", ["a|b|c", "||"]),
    ("a comma in quotes", "a,b\n\"1,000\",2\n", ["a|b", "1,000|2"]),
    ("a quote in quotes", "a\n\"say \"\"hi\"\"\"\n", ["a", "say \"hi\""]),
    ("line ends in quotes stay what they are", "a,b\n\"1\r\n2\n3\",4\n", ["a|b", "1\r\n2\n3|4"]),
    ("a quote in a bare cell is a character", "a\n5\" disk\n", ["a", "5\" disk"]),
    ("white space is part of a cell", "a, b\n 1 ,2\n", ["a| b", " 1 |2"]),
    ("semicolons, where the header has more of them", "a;b;c\n1,5;2;3\n", ["a|b|c", "1,5|2|3"]),
    ("tabs, where the header has more of them", "a\tb\n1,5\t2\n", ["a|b", "1,5|2"]),
    ("a separator in the header's quotes does not count", "\"a;b;c\",d\n1;2,3\n", ["a;b;c|d", "1;2|3"]),
    (
      "letters of all the world", "frage\nWie heißt die Hauptstadt von 中国?\n",
      ["frage", "Wie heißt die Hauptstadt von 中国?"]
    ),
  ]

  @Test(arguments: tables)
  func `a table is read as it was meant`(table: (intent: String, text: String, rows: [String])) throws {
    let reading = CSVReader.read(Array(table.text.utf8))
    let read = try #require(reading.table, "\(table.intent): \(reading.problems.map(\.message))")
    #expect(([read.columns] + read.records.map(\.cells)).map { $0.joined(separator: "|") } == table.rows)
  }

  @Test func `a record knows where it begins, behind cells of several lines too`() throws {
    let reading = CSVReader.read(Array("a,b\r\n\"1\n2\r\n3\",4\r\n\r\n5,6\r\n".utf8))
    #expect(try #require(reading.table).records.map(\.line) == [2, 6])
  }
}
