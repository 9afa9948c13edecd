package import Benchmark
internal import Wire
#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reads a journal back into a run; kinds and fields that it does not know are left alone.
package enum JournalReader {
  /// Why a file is no journal that this version can read, as a whole sentence.
  package struct Failure: Error, Hashable, CustomStringConvertible {
    package var description: String

    package init(description: String) {
      self.description = description
    }
  }

  private struct Kind: Decodable {
    var kind: String
  }

  private struct Format: Decodable {
    var v: Int
  }

  /// The run that a journal tells; its attempts are read again from the file when they are asked for.
  ///
  /// A last line that lacks nothing but its line feed is a line; a torn one is left out and told in the run's warnings, a damaged one in the middle likewise.
  /// - Throws: `FileError`, `Failure`.
  package static func load(_ path: String) throws -> Run {
    let file = try ReadableFile(path)
    if !file.isRegular { return try read(file.contents(), path: path) }
    return try read(JournalLines(of: file), path: path)
  }

  package static func read(_ bytes: [UInt8], path: String) throws -> Run {
    try read(JournalLines(bytes), path: path)
  }

  private static func read(_ journal: consuming JournalLines, path: String) throws -> Run {
    var lines = journal
    guard let first = try lines.next() else { throw Failure(description: "\(path): the journal is empty") }
    var run = Run(record: try head(first, path: path))
    run.add(try prompts(promptCount(in: first, path: path), in: &lines, path: path), path: path)
    try verify(run.record, path)
    var attempts = AttemptsRead(again: lines.isFile)
    while let line = try lines.next() {
      if line.isEmpty { continue }
      do {
        let attempt = try add(line, to: &run)
        if let attempt { attempts.add(attempt, at: lines.place) }
      } catch {
        run.damagedLines += 1
        let reason = (error as? ImpossibleNumber).map { ": \($0)" } ?? ""
        run.warnings.append("\(path): line \(lines.number) is damaged and left out\(reason)")
      }
    }
    if lines.isTorn {
      run.warnings.append("\(path): the last line is torn and left out; what it told was not finished")
    }
    run.attempts = attempts.list(in: lines.intoFile())
    return run
  }

  static func head(_ line: ArraySlice<UInt8>, path: String) throws -> RunRecord {
    let data = Data(line)
    let decoder = JSONDecoder()
    guard (try? decoder.decode(Kind.self, from: data))?.kind == "run" else {
      throw Failure(description: "\(path): this is not a bakeoff journal: its first line is not of kind \"run\"")
    }
    let format = (try? decoder.decode(Format.self, from: data))?.v ?? 0
    guard format <= RunRecord.currentFormat else {
      throw Failure(
        description: "\(path): the journal has format \(format), this bakeoff reads up to "
          + "\(RunRecord.currentFormat): use a newer bakeoff")
    }
    guard let record = try? decoder.decode(RunRecord.self, from: data) else { throw damaged(path) }
    try verify(record, path)
    return record
  }

  private static func verify(_ record: RunRecord, _ path: String) throws(Failure) {
    do throws(ImpossibleNumber) {
      try record.verify()
    } catch {
      throw damaged(path, error)
    }
  }

  private static func damaged(_ path: String, _ reason: ImpossibleNumber? = nil) -> Failure {
    Failure(
      description: "\(path): the first line is damaged\(reason.map { " (\($0))" } ?? ""), and without it the others "
        + "mean nothing")
  }

  private struct PromptCount: Decodable {
    struct Suite: Decodable {
      var prompt_count: Int?
    }

    var suite: Suite
  }

  /// None where the first line holds the prompts itself, as it did in format 1.
  private static func promptCount(in first: ArraySlice<UInt8>, path: String) throws(Failure) -> Int {
    let count = (try? JSONDecoder().decode(PromptCount.self, from: Data(first)))?.suite.prompt_count ?? 0
    guard Count.admitted(count) != nil else { throw damaged(path, ImpossibleNumber("prompt_count", "\(count)")) }
    return count
  }

  /// The prompts behind the first line, a line each.
  private static func prompts(_ count: Int, in lines: inout JournalLines, path: String) throws -> JournalPrompts {
    var prompts = JournalPrompts()
    while prompts.count < count, let line = try lines.next() { prompts.append(line) }
    guard prompts.count == count else {
      throw Failure(
        description: "\(path): the journal ends before its prompts do; nothing had been sent yet: begin a new run")
    }
    return prompts
  }

  /// Takes in what a line tells, but for an attempt, which is returned.
  private static func add(_ line: ArraySlice<UInt8>, to run: inout Run) throws -> AttemptRecord? {
    let data = { Data(line) }
    let decoder = JSONDecoder()
    switch try kind(of: line) ?? decoder.decode(Kind.self, from: data()).kind {
    case "calibration":
      let calibration = try decoder.decode(CalibrationRecord.self, from: data())
      try calibration.verify()
      run.calibrations.append(calibration)
    case "session":
      let session = try decoder.decode(SessionRecord.self, from: data())
      try session.verify()
      run.sessions.append(session)
    case "attempt": return try QuickDecoder.decode(AttemptRecord.self, from: Array(line)).admitted()
    case "adaptation":
      let adaptation = try decoder.decode(AdaptationRecord.self, from: data())
      try adaptation.verify()
      run.adaptations.append(adaptation)
    case "limit":
      let limit = try decoder.decode(LimitRecord.self, from: data())
      try limit.verify()
      run.limits.append(limit)
    case "checks": run.apply(try decoder.decode(ChecksRecord.self, from: data()))
    case "judge": run.judgements.append(try QuickDecoder.decode(JudgeRecord.self, from: Array(line)).admitted())
    case "grade": run.add(try QuickDecoder.decode(GradeRecord.self, from: Array(line)).admitted())
    case "trial":
      let trial = try QuickDecoder.decode(TrialRecord.self, from: Array(line))
      try trial.verify()
      run.trials.append(trial)
    default: _ = try decoder.decode(Kind.self, from: data())
    }
    return nil
  }

  /// Of a line as we write it, where the kind stands first; nil where it must be looked for.
  static func kind(of line: ArraySlice<UInt8>) -> String? {
    let opening = Array(#"{"kind":""#.utf8)
    guard line.starts(with: opening) else { return nil }
    return String(decoding: line.dropFirst(opening.count).prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }
}

extension Run {
  /// Takes in the prompts; a damaged one has a name that says so.
  fileprivate mutating func add(_ prompts: JournalPrompts, path: String) {
    guard prompts.count > 0 else { return }
    for index in 0..<prompts.count where !prompts.isWhole(index) {
      damagedLines += 1
      damagedPrompts.insert(index)
      // They stand behind the first line.
      warnings.append("\(path): line \(index + 2) is damaged; it told a prompt")
    }
    record.suite.prompts = PromptList(prompts)
  }
}
