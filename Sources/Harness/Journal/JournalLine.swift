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
  ///
  /// The two kinds that every request has are most of a journal, and are encoded the quick way.
  func fields() throws -> [UInt8] {
    switch self {
    case .attempt(let record): try LineEncoder.bytes(of: record)
    case .trial(let record): try LineEncoder.bytes(of: record)
    default: try sortedFields()
    }
  }

  private func sortedFields() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data =
      switch self {
      case .run(let record): try encoder.encode(record)
      case .prompt(let prompt): try encoder.encode(prompt)
      case .session(let record): try encoder.encode(record)
      case .calibration(let record): try encoder.encode(record)
      case .attempt(let record): try encoder.encode(record)
      case .limit(let record): try encoder.encode(record)
      case .trial(let record): try encoder.encode(record)
      case .checks(let record): try encoder.encode(record)
      case .judge(let record): try encoder.encode(record)
      case .grade(let record): try encoder.encode(record)
      }
    return [UInt8](data)
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
