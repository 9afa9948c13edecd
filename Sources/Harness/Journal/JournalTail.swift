#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// How a journal ends that a process left behind, whole or torn, and where the next line goes on.
struct JournalTail: Hashable, Sendable {
  /// Up to and including the last whole line.
  let wholeBytes: Int
  /// What follows the whole lines is a part of one.
  let isTorn: Bool
  /// The last line is whole but for its line feed.
  let lacksLineFeed: Bool
  /// What the next line is numbered.
  let nextNumber: Int

  private struct Number: Decodable {
    var seq: Int
  }

  init(_ bytes: [UInt8]) {
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    lacksLineFeed = end < bytes.count && JournalTail.isWhole(bytes[end...])
    isTorn = end < bytes.count && !lacksLineFeed
    wholeBytes = lacksLineFeed ? bytes.count : end
    nextNumber = JournalTail.nextNumber(after: bytes[..<wholeBytes])
  }

  /// Whether a line without its line feed is all there: no part of an object is an object.
  static func isWhole(_ line: ArraySlice<UInt8>) -> Bool { number(of: line) != nil }

  /// The last line that can be read tells; where none can, lines are counted.
  private static func nextNumber(after bytes: ArraySlice<UInt8>) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let last = lines.reversed().lazy.compactMap(number).first
    return last.map { $0 + 1 } ?? lines.count
  }

  private static func number(of line: ArraySlice<UInt8>) -> Int? {
    guard let number = try? JSONDecoder().decode(Number.self, from: Data(line)).seq, number < .max else { return nil }
    return number
  }
}
