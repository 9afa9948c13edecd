import Benchmark
import Foundation
import Harness
import Support
import Testing

/// What an earlier process left, and how the next one goes on with it.
@Suite(.timeLimit(.minutes(5))) struct ResumedJournalTests {
  let folder = TemporaryFolder()

  private var path: String { folder.path("run.jsonl") }

  private static let trial = TrialRecord(
    trial: 0, prompt: "fact", contestant: "a:free", repetition: 1, attempts: 1, outcome: .ok)

  private func written() throws -> [UInt8] {
    try? FileManager.default.removeItem(atPath: path)
    let journal = try JournalWriter(creating: path, now: { 0 })
    for line in [JournalLine.run(.sample), .attempt(.sample), .trial(Self.trial)] { try journal.write(line) }
    return try FileSystem.read(path)
  }

  private func leave(_ bytes: some Sequence<UInt8>) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// Takes the journal as soon as it is free: a program that another test starts at this moment holds a copy of every
  /// open file, and its lock, for as long as it takes to begin.
  private func take() throws -> (journal: JournalWriter, run: Run) {
    while true {
      do {
        return try JournalWriter.resume(path, now: { 0 })
      } catch let error as FileError where error.isLocked {
        usleep(500)
      }
    }
  }

  /// Goes on with what is there, writes one line, and reads all of it again.
  private func resumed() throws -> (earlier: Run, whole: Run) {
    let (journal, run) = try take()
    try journal.write(.trial(Self.trial))
    return (run, try JournalReader.load(path))
  }

  private func numbers() throws -> [Int] {
    try String(decoding: FileSystem.read(path), as: UTF8.self).matches(of: /"seq":(\d+)/).compactMap { Int($0.1) }
  }

  @Test func `a torn last line is taken away at whatever byte it was torn, and told`() throws {
    let whole = try written()
    let lastLine = try #require(whole.dropLast().lastIndex(of: UInt8(ascii: "\n"))) + 1
    for cut in lastLine + 1..<whole.count - 1 {
      try leave(whole[..<cut])
      let (earlier, after) = try resumed()
      #expect(
        earlier.warnings == ["\(path): the last line was torn and is taken away; what it told is done again"])
      #expect(earlier.attempts.count == 1)
      #expect(earlier.trials.isEmpty)
      #expect(after.trials == [Self.trial])
      #expect(after.warnings.isEmpty)
      #expect(try numbers() == Array(0..<5))
    }
  }

  @Test func `a last line that lacks its line feed alone is kept and closed off`() throws {
    try leave(try written().dropLast())
    let (earlier, after) = try resumed()
    #expect(earlier.trials == [Self.trial])
    #expect(earlier.warnings.isEmpty)
    #expect(after.trials == [Self.trial, Self.trial])
    #expect(after.warnings.isEmpty)
    #expect(try numbers() == Array(0..<6))
  }

  @Test func `a tail of zeros that a power cut left is taken away`() throws {
    try leave(try written() + Array(repeating: 0, count: 4096))
    let (earlier, after) = try resumed()
    #expect(earlier.warnings.count == 1)
    #expect(after.trials.count == 2)
    #expect(after.damagedLines == 0)
  }

  @Test func `a damaged line in the middle is named, kept as it is, and numbering goes on behind it`() throws {
    var lines = String(decoding: try written(), as: UTF8.self).split(separator: "\n").map(String.init)
    lines[3] = "{\"kind\":\"att\u{0}"
    try leave((lines.joined(separator: "\n") + "\n").utf8)
    let (earlier, after) = try resumed()
    #expect(earlier.warnings == ["\(path): line 4 is damaged and left out"])
    #expect(after.damagedLines == 1)
    #expect(try numbers() == [0, 1, 2, 4, 5])
  }

  @Test func `nobody goes on with a run that another process works on, until that one has ended`() throws {
    _ = try written()
    do {
      let (journal, _) = try take()
      let before = try FileSystem.read(path)
      #expect(throws: FileError("lock", path, code: EWOULDBLOCK)) { try JournalWriter.resume(path, now: { 0 }) }
      #expect(FileError("lock", path, code: EWOULDBLOCK).isLocked)
      #expect(try FileSystem.read(path) == before)
      try journal.flush()
    }
    #expect(try resumed().whole.trials.count == 2)
  }

  @Test func `a journal that is not there, empty or foreign is not begun`() throws {
    #expect(throws: FileError("open", path, code: ENOENT)) { try JournalWriter.resume(path, now: { 0 }) }
    for text in ["", "hello\n", "{\"kind\":\"run\",\"v\":1"] {
      try leave(text.utf8)
      #expect(throws: JournalReader.Failure.self) { try take() }
    }
  }
}
