package import Benchmark
#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// One line of a journal, before its number is known.
package enum JournalLine: Hashable, Sendable {
  case run(RunRecord)
  case session(SessionRecord)
  case calibration(CalibrationRecord)
  case attempt(AttemptRecord)
  case trial(TrialRecord)

  package var kind: String {
    switch self {
    case .run: "run"
    case .session: "session"
    case .calibration: "calibration"
    case .attempt: "attempt"
    case .trial: "trial"
    }
  }

  /// The record's fields as one JSON object on one line, without kind and number.
  func fields() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data =
      switch self {
      case .run(let record): try encoder.encode(record)
      case .session(let record): try encoder.encode(record)
      case .calibration(let record): try encoder.encode(record)
      case .attempt(let record): try encoder.encode(record)
      case .trial(let record): try encoder.encode(record)
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
