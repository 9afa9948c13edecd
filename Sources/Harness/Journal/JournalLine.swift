package import Benchmark
#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// One line of a journal, before its number is known.
package enum JournalLine: Hashable, Sendable {
  /// Its prompts follow, a line each.
  case run(RunRecord)
  case prompt(Prompt)
  case session(SessionRecord)
  case calibration(CalibrationRecord)
  case attempt(AttemptRecord)
  case limit(LimitRecord)
  case trial(TrialRecord)
  case checks(ChecksRecord)
  case judge(JudgeRecord)
  case grade(GradeRecord)

  package var kind: String {
    switch self {
    case .run: "run"
    case .prompt: "prompt"
    case .session: "session"
    case .calibration: "calibration"
    case .attempt: "attempt"
    case .limit: "limit"
    case .trial: "trial"
    case .checks: "checks"
    case .judge: "judge"
    case .grade: "grade"
    }
  }

  /// The record's fields as one JSON object on one line, without kind and number.
  func fields() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data =
      switch self {
      case .run(let record): try encoder.encode(record)
      case .prompt(let prompt): try encoder.encode(prompt)
      case .session(let record): try encoder.encode(record)
      case .calibration(let record): try encoder.encode(record)
      case .attempt(let record): try encoder.encode(record.withoutReads)
      case .limit(let record): try encoder.encode(record)
      case .trial(let record): try encoder.encode(record)
      case .checks(let record): try encoder.encode(record)
      case .judge(let record): try encoder.encode(record)
      case .grade(let record): try encoder.encode(record)
      }
    return if case .attempt(let record) = self { [UInt8](data).inserting(record.reads) } else { [UInt8](data) }
  }

  /// The whole line: `{"kind":"attempt","seq":7,…}` and a line feed.
  static func framed(kind: String, number: Int, fields: [UInt8]) -> [UInt8] {
    var line = Array("{\"kind\":\"\(kind)\",\"seq\":\(number)".utf8)
    line.reserveCapacity(line.count + fields.count + 2)
    if fields.count > 2 { line.append(UInt8(ascii: ",")) }
    line += fields.dropFirst()
    line.append(UInt8(ascii: "\n"))
    return line
  }
}

// An attempt's reads are most of its line. The encoder takes ten times as long for them as this does, and at hundreds of
// streams that showed in the processor time of a run.

extension AttemptRecord {
  fileprivate var withoutReads: AttemptRecord {
    var record = self
    record.reads = []
    return record
  }
}

extension [UInt8] {
  /// The encoded attempt with these reads in place of none, as `TokenRead` would have encoded them.
  ///
  /// Within a text the quotation marks would be escaped, so that the place is the only one.
  fileprivate func inserting(_ reads: [TokenRead]) -> [UInt8] {
    let none = Array("\"reads\":[]".utf8)
    guard !reads.isEmpty, let place = firstIndex(of: none) else { return self }
    let end = place + none.count - 1
    var line: [UInt8] = []
    line.reserveCapacity(count + reads.count * 20)
    line += self[..<end]
    for (index, read) in reads.enumerated() {
      line += (index == 0 ? "[\(read.offset),\(read.bytes)]" : ",[\(read.offset),\(read.bytes)]").utf8
    }
    return line + self[end...]
  }
}
