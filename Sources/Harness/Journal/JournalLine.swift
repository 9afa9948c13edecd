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
  case adaptation(AdaptationRecord)
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
    case .adaptation: "adaptation"
    case .limit: "limit"
    case .trial: "trial"
    case .checks: "checks"
    case .judge: "judge"
    case .grade: "grade"
    }
  }

  private var record: any Encodable {
    switch self {
    case .run(let record): record
    case .prompt(let prompt): prompt
    case .session(let record): record
    case .calibration(let record): record
    case .attempt(let record): record
    case .adaptation(let record): record
    case .limit(let record): record
    case .trial(let record): record
    case .checks(let record): record
    case .judge(let record): record
    case .grade(let record): record
    }
  }

  /// The record's fields as one JSON object on one line, without kind and number.
  ///
  /// The two kinds that every request has are most of a journal, and are encoded the quick way.
  func fields() throws -> [UInt8] {
    switch self {
    case .attempt, .trial: return try LineEncoder.bytes(of: record)
    default:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return [UInt8](try encoder.encode(record))
    }
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
