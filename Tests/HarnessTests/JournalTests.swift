import Benchmark
import Foundation
import Harness
import Support
import Testing

@Suite struct JournalTests {
  let folder = TemporaryFolder()

  private var lines: [JournalLine] {
    [
      .run(.sample), .session(SessionRecord(session: 0, wall: "w", host: "h", boot: nil, transport: "t")),
      .attempt(.sample),
      .trial(TrialRecord(trial: 0, prompt: "fact", contestant: "a:free", repetition: 1, attempts: 1, outcome: .ok)),
    ]
  }

  private func written() throws -> [UInt8] {
    let journal = try JournalWriter(creating: folder.path("run.jsonl"), now: { 0 })
    for line in lines { try journal.write(line) }
    return try FileSystem.read(folder.path("run.jsonl"))
  }

  @Test func `an empty file, a foreign file and a newer format are told apart`() throws {
    let foreign = #"/x: this is not a bakeoff journal: its first line is not of kind "run""#
    let rows = [
      ("", "/x: the journal is empty"), ("{\"kind\":\"attempt\"}\n", foreign), ("hello\n", foreign),
      (
        "{\"kind\":\"run\",\"v\":99}\n",
        "/x: the journal has format 99, this bakeoff reads up to 2: use a newer bakeoff"
      ),
      (
        "{\"kind\":\"run\",\"v\":1}\n",
        "/x: the first line is damaged, and without it the others mean nothing"
      ),
    ]
    for (text, sentence) in rows {
      #expect(throws: JournalReader.Failure(description: sentence)) {
        try JournalReader.read(Array(text.utf8), path: "/x")
      }
    }
  }

  @Test func `an answer that looks like a journal's own list of reads is kept as it is`() throws {
    var attempt = AttemptRecord.sample
    attempt.answer = #"{"reads":[]} "reads":[] \"reads\":[]"#
    attempt.reads = [TokenRead(offset: 1, bytes: 2), TokenRead(offset: 30, bytes: 4)]
    let journal = try JournalWriter(creating: folder.path("run.jsonl"), now: { 0 })
    for line in [lines[0], .attempt(attempt)] { try journal.write(line) }
    #expect(try JournalReader.load(folder.path("run.jsonl")).attempts == [attempt])
    #expect(try String(contentsOfFile: folder.path("run.jsonl"), encoding: .utf8).contains(#""reads":[[1,2],[30,4]]"#))
  }

  @Test func `a torn last line is left out at whatever byte it was torn`() throws {
    let whole = try written()
    let lastLine = try #require(whole.dropLast().lastIndex(of: UInt8(ascii: "\n"))) + 1
    for cut in lastLine + 1..<whole.count - 1 {
      let run = try JournalReader.read(Array(whole[..<cut]), path: "/x")
      #expect(run.attempts.count == 1)
      #expect(run.trials.isEmpty)
      #expect(run.warnings == ["/x: the last line is torn and left out; what it told was not finished"])
      #expect(run.damagedLines == 0)
    }
  }

  @Test func `a damaged line in the middle is named and the others are kept`() throws {
    var text = String(decoding: try written(), as: UTF8.self).split(separator: "\n").map(String.init)
    text[4] = String(text[4].dropLast(5)) + "\u{0}"
    let run = try JournalReader.read(Array((text.joined(separator: "\n") + "\n").utf8), path: "/x")
    #expect(run.warnings == ["/x: line 5 is damaged and left out"])
    #expect(run.damagedLines == 1)
    #expect(run.trials.count == 1)
  }

  @Test func `a damaged prompt keeps its place, so that the others keep theirs`() throws {
    var text = String(decoding: try written(), as: UTF8.self).split(separator: "\n").map(String.init)
    text[1] = String(text[1].dropLast(5))
    let run = try JournalReader.read(Array((text.joined(separator: "\n") + "\n").utf8), path: "/x")
    #expect(run.warnings == ["/x: line 2 is damaged; it told a prompt"])
    #expect(run.damagedLines == 1)
    #expect(run.record.suite.prompts.map(\.id) == ["damaged-1", "sum"])
    #expect(run.attempts.count == 1)
  }

  @Test func `a journal that ends before its prompts do is no run`() throws {
    let lines = try written().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let sentence = "/x: the journal ends before its prompts do; nothing had been sent yet: begin a new run"
    for count in 1...2 {
      #expect(throws: JournalReader.Failure(description: sentence)) {
        try JournalReader.read(Array(lines.prefix(count).joined(separator: [UInt8(ascii: "\n")])), path: "/x")
      }
    }
  }

  @Test func `attempts that were gone when they were read again are told as lost, and nothing is made up`() throws {
    let whole = try written()
    let path = folder.path("run.jsonl")
    for damaged in [Array(whole.prefix(40)), whole.map { $0 == UInt8(ascii: "\"") ? UInt8(ascii: "x") : $0 }] {
      try Data(whole).write(to: URL(filePath: path))
      let run = try JournalReader.load(path)
      #expect(run.attempts == [.sample])
      #expect(run.attempts.failure == nil)
      try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 0)
      let file = try FileHandle(forWritingTo: URL(filePath: path))
      try file.write(contentsOf: Data(damaged))
      let lost = run.attempts[0]
      #expect(lost.outcome.kind == .cancelled)
      #expect(lost.answer.isEmpty && lost.usage == nil && lost.timeline.sent == nil)
      #expect(lost.trial == AttemptRecord.sample.trial && lost.attempt == AttemptRecord.sample.attempt)
      let failure = run.attempts.failure.map { "\($0)" }
      #expect(failure == "cannot read \(path): It was changed while it was read")
    }
  }

  @Test func `a run is the same from a file, whose attempts are read again, as from memory and from a pipe`() throws {
    var simulated = AttemptRecord.sample
    (simulated.trial, simulated.attempt, simulated.simulated) = (1, 3, true)
    let journal = try JournalWriter(creating: folder.path("run.jsonl"), now: { 0 })
    for line in lines + [.attempt(simulated)] { try journal.write(line) }
    let bytes = try FileSystem.read(folder.path("run.jsonl"))
    let run = try JournalReader.load(folder.path("run.jsonl"))
    #expect(run == (try JournalReader.read(bytes, path: "/x")))
    #expect(Array(run.attempts) == [.sample, simulated])
    #expect(run.attempts.key(at: 1) == AttemptKey(trial: 1, attempt: 3))
    #expect(run.isSimulated)
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
    try pipe.fileHandleForWriting.close()
    #expect(try JournalReader.load("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)") == run)
  }

  @Test func `a journal of format 1, which holds its prompts in its first line, is read as ever`() throws {
    let prompts = #""prompts":[{"id":"fact","prompt":"Why?","parameters":{},"checks":[{"type":"json"}]}]"#
    var lines = String(decoding: try written(), as: UTF8.self).split(separator: "\n").map(String.init)
    lines[0] = lines[0].replacing(#""prompt_count":2"#, with: prompts).replacing(#""v":2"#, with: #""v":1"#)
    lines.removeSubrange(1...2)
    let run = try JournalReader.read(Array(lines.joined(separator: "\n").utf8), path: "/x")
    #expect(run.record.suite.prompts == [Prompt(id: "fact", text: "Why?", checks: [Check(JSONRule())])])
    #expect(run.attempts == [.sample])
    #expect(run.warnings.isEmpty)
  }

  @Test func `a grade that holds its judge's requests, as early journals did, is read as ever`() throws {
    let old = GradeRecord(
      session: 0, trial: 0, attempt: 1, prompt: "fact", contestant: "a:free", repetition: 1, check: "c", wall: "w",
      grade: Grade(score: 0.8))
    var said = old
    said.requests = [.sample]
    let journal = try JournalWriter(creating: folder.path("old.jsonl"), now: { 0 })
    for line in [lines[0], .grade(said)] { try journal.write(line) }
    let run = try JournalReader.load(folder.path("old.jsonl"))
    #expect(run.grades == [old])
    #expect(run.judgements == [JudgeRecord(attempt: 1, check: "c", request: .sample)])
    let text = try folder.text("old.jsonl").replacing(
      #""repetition":1,"requests""#, with: #""turn":1,"repetition":1,"requests""#)
    #expect(try JournalReader.read(Array(text.utf8), path: "/x") == run)
  }

  @Test func `stamps that no clock gave are a damaged line and not a trap`() throws {
    var grade = GradeRecord(
      session: 0, trial: 0, attempt: 1, prompt: "fact", contestant: "a:free", repetition: 1, check: "c", wall: "w",
      grade: Grade(score: 0.8))
    grade.requests = [.sample]
    let judge = JudgeRecord(attempt: 1, check: "c", request: .sample)
    let journal = try JournalWriter(creating: folder.path("mad.jsonl"), now: { 0 })
    for line in lines + [.judge(judge), .grade(grade)] { try journal.write(line) }
    let text = try folder.text("mad.jsonl").replacing(#""ended":10"#, with: #""ended":\#(Int64.min)"#)
    let run = try JournalReader.read(Array(text.utf8), path: "/x")
    #expect(run.attempts.isEmpty)
    #expect(run.judgements.isEmpty)
    #expect(run.damagedLines == 3)
  }

  @Test func `a plan beyond all counting is a damaged journal and not a trap`() throws {
    let whole = String(decoding: try written(), as: UTF8.self)
    for repetitions in [Int.max, -1] {
      let text =
        whole
        .replacing(#""repetitions":1"#, with: #""repetitions":\#(repetitions)"#)
      #expect(throws: JournalReader.Failure.self) { try JournalReader.read(Array(text.utf8), path: "/x") }
    }
  }

  @Test func `kinds and fields that are not known yet are left alone`() throws {
    var text = String(decoding: try written(), as: UTF8.self).split(separator: "\n").map(String.init)
    text[4] = "{\"future\":[1,2]," + text[4].dropFirst()
    text.append("{\"kind\":\"judgement\",\"seq\":6,\"score\":9}")
    let run = try JournalReader.read(Array((text.joined(separator: "\n") + "\n").utf8), path: "/x")
    #expect(run.attempts == [.sample])
    #expect(run.warnings.isEmpty)
  }

  @Test func `what is read back is what was written, and every line is numbered`() throws {
    let bytes = try written()
    let run = try JournalReader.read(bytes, path: "/x")
    #expect(run.record == .sample)
    #expect(run.attempts == [.sample])
    #expect(run.sessions.count == 1)
    #expect(run.trials.map(\.outcome) == [.ok])
    let starts = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.prefix(30) }
    #expect(starts.map { $0.split(whereSeparator: ",}".contains)[1] } == (0..<6).map { "\"seq\":\($0)" })
    #expect(starts[1].hasPrefix("{\"kind\":\"prompt\",\"seq\":1"))
    #expect(starts[4].hasPrefix("{\"kind\":\"attempt\",\"seq\":4"))
  }

  @Test func `a journal is never written over, and nobody else may read it`() throws {
    _ = try written()
    #expect(throws: FileError("create", folder.path("run.jsonl"), code: EEXIST)) {
      try JournalWriter(creating: folder.path("run.jsonl"), now: { 0 })
    }
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path("run.jsonl"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `an answer with every hostile character comes back to the letter`() throws {
    var attempt = AttemptRecord.sample
    attempt.answer = "\u{0}\u{1B}[31m\r\n\u{2028}\u{2029}\u{85}\u{202E}\"\\/</script>\u{FFFD}😀\u{7F}"
    let journal = try JournalWriter(creating: folder.path("h.jsonl"), now: { 0 })
    try journal.write(.run(.sample))
    try journal.write(.attempt(attempt))
    let run = try JournalReader.load(folder.path("h.jsonl"))
    #expect(run.attempts.first?.answer.unicodeScalars.elementsEqual(attempt.answer.unicodeScalars) == true)
    #expect(run.warnings.isEmpty)
  }
}
