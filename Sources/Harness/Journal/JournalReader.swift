package import Benchmark
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

  /// The run that a journal tells.
  ///
  /// A last line that lacks nothing but its line feed is a line; a torn one is left out and told in the run's warnings, a damaged one in the middle likewise.
  /// - Throws: `FileError`, `Failure`.
  package static func load(_ path: String) throws -> Run {
    try read(try FileSystem.read(path), path: path)
  }

  package static func read(_ bytes: [UInt8], path: String) throws -> Run {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let tail = lines.popLast() ?? []
    let isTorn = !tail.isEmpty && !JournalTail.isWhole(tail)
    if !tail.isEmpty && !isTorn { lines.append(tail) }
    guard let first = lines.first else { throw Failure(description: "\(path): the journal is empty") }
    var run = Run(record: try head(first, path: path))
    let prompts = try promptLines(in: lines, path: path)
    run.add(prompts, of: bytes, path: path)
    guard run.record.isSane else { throw damaged(path) }
    let decoder = JSONDecoder()
    for (index, line) in lines.enumerated().dropFirst(1 + prompts.count) where !line.isEmpty {
      if !add(line, to: &run, decoder) {
        run.damagedLines += 1
        run.warnings.append("\(path): line \(index + 1) is damaged and left out")
      }
    }
    if isTorn {
      run.warnings.append("\(path): the last line is torn and left out; what it told was not finished")
    }
    return run
  }

  private static func head(_ line: ArraySlice<UInt8>, path: String) throws -> RunRecord {
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
    guard let record = try? decoder.decode(RunRecord.self, from: data), record.isSane else { throw damaged(path) }
    return record
  }

  private static func damaged(_ path: String) -> Failure {
    Failure(description: "\(path): the first line is damaged, and without it the others mean nothing")
  }

  private struct PromptCount: Decodable {
    struct Suite: Decodable {
      var prompt_count: Int?
    }

    var suite: Suite
  }

  /// The lines of the prompts behind the first line; none where that holds them itself, as it did in format 1.
  private static func promptLines(in lines: [ArraySlice<UInt8>], path: String) throws -> ArraySlice<ArraySlice<UInt8>> {
    let data = Data(lines[0])
    let count = (try? JSONDecoder().decode(PromptCount.self, from: data))?.suite.prompt_count ?? 0
    guard (0..<lines.count).contains(count) else {
      throw Failure(
        description: "\(path): the journal ends before its prompts do; nothing had been sent yet: begin a new run")
    }
    return lines[1..<(1 + count)]
  }

  private static func add(_ line: ArraySlice<UInt8>, to run: inout Run, _ decoder: JSONDecoder) -> Bool {
    let data = Data(line)
    do {
      switch try decoder.decode(Kind.self, from: data).kind {
      case "calibration": run.calibrations.append(try decoder.decode(CalibrationRecord.self, from: data))
      case "session": run.sessions.append(try decoder.decode(SessionRecord.self, from: data))
      case "attempt":
        let attempt = try decoder.decode(AttemptRecord.self, from: data)
        guard attempt.timeline.isSane else { return false }
        run.attempts.append(attempt)
      case "limit": run.limits.append(try decoder.decode(LimitRecord.self, from: data))
      case "checks": run.apply(try decoder.decode(ChecksRecord.self, from: data))
      case "judge":
        let judgement = try decoder.decode(JudgeRecord.self, from: data)
        guard judgement.request.timeline.isSane else { return false }
        run.judgements.append(judgement)
      case "grade":
        let grade = try decoder.decode(GradeRecord.self, from: data)
        guard (grade.requests ?? []).allSatisfy(\.timeline.isSane) else { return false }
        run.add(grade)
      case "trial": run.trials.append(try decoder.decode(TrialRecord.self, from: data))
      default: break
      }
      return true
    } catch {
      return false
    }
  }
}

extension Run {
  /// Takes in the prompts; a damaged one has a name that says so.
  fileprivate mutating func add(_ lines: ArraySlice<ArraySlice<UInt8>>, of bytes: [UInt8], path: String) {
    guard let first = lines.first, let last = lines.last else { return }
    let prompts = JournalPrompts(lines, of: Array(bytes[first.startIndex..<last.endIndex]))
    for index in lines.indices where !prompts.isWhole(index - lines.startIndex) {
      damagedLines += 1
      damagedPrompts.insert(index - lines.startIndex)
      warnings.append("\(path): line \(index + 1) is damaged; it told a prompt")
    }
    record.suite.prompts = PromptList(prompts)
  }
}

extension RunRecord {
  /// Whether a plan can be made of it without counting beyond what a journal can hold.
  fileprivate var isSane: Bool {
    let most = 100_000_000
    let cells = suite.prompts.count.multipliedReportingOverflow(by: contestants.count)
    let trials = cells.partialValue.multipliedReportingOverflow(by: repetitions)
    return repetitions >= 0 && (0...most).contains(warmUps) && !cells.overflow && !trials.overflow
      && trials.partialValue <= most
  }
}

extension Timeline {
  /// Whether its stamps lie within a century of each other, so that every difference can be computed.
  fileprivate var isSane: Bool {
    let century = 100 * 365 * 86_400 * Nanoseconds.perSecond
    return [queued, admitted, sent, headers, firstByte, firstToken, firstAnswer, lastToken, ended]
      .allSatisfy { $0.map { (-century...century).contains($0) } ?? true }
  }
}
