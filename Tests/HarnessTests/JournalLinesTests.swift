import Support
import Testing

@testable import Harness

@Suite struct JournalLinesTests {
  let folder = TemporaryFolder()

  private struct Found: Equatable {
    var lines: [String] = []
    var numbers: [Int] = []
    var places: [Range<Int>] = []
    var isTorn = false
  }

  private func lines(of journal: consuming JournalLines) throws -> Found {
    var journal = journal
    var found = Found()
    while let line = try journal.next() {
      found.lines.append(String(decoding: line, as: UTF8.self))
      found.numbers.append(journal.number)
      found.places.append(journal.place)
    }
    found.isTorn = journal.isTorn
    return found
  }

  @Test func `a file that is not there is an error, and not one without lines`() {
    #expect(throws: FileError.self) { try lines(of: JournalLines(of: ReadableFile(folder.path("none.jsonl")))) }
  }

  @Test(
    arguments: [
      ("", [], false), ("\n", [""], false), ("a", [], true), ("a\nb\n", ["a", "b"], false),
      ("a\r\n\r\nb\r\n", ["a", "", "b"], false),
      ("a\n\nb", ["a", ""], true), ("a\n{\"seq\":1}", ["a", "{\"seq\":1}"], false), ("a\n{\"seq\":1", ["a"], true),
    ] as [(String, [String], Bool)])
  func `what has no line feed is a line when it is whole`(text: String, expected: [String], isTorn: Bool) throws {
    let found = try lines(of: JournalLines(Array(text.utf8)))
    #expect(found.lines == expected)
    #expect(found.isTorn == isTorn)
  }

  /// A file is read in pieces of 256 KiB.
  @Test func `lines are the same from a file and from memory, wherever its pieces end`() throws {
    let piece = 1 << 18
    let lengths = [0, 1, piece - 3, piece - 1, 5, piece, 0, piece + 1, 3 * piece + 7, 40]
    let text = lengths.map { String(repeating: "x", count: $0) + "\n" }.joined() + "{\"seq\":9}"
    try OpenFile.create(folder.path("long.jsonl"), mode: 0o600).write(Array(text.utf8))
    let found = try lines(of: JournalLines(of: ReadableFile(folder.path("long.jsonl"))))
    #expect(found.lines.map(\.utf8.count) == lengths + [9])
    #expect(found.numbers == Array(1...11))
    #expect(try lines(of: JournalLines(Array(text.utf8))) == found)
    #expect(!found.isTorn)
    let file = try ReadableFile(folder.path("long.jsonl"))
    for (line, place) in zip(found.lines, found.places) { #expect(try file.bytes(place) == Array(line.utf8)) }
  }
}
