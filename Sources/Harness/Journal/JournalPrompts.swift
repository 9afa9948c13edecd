internal import Benchmark

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The prompts that a journal's lines tell, each read when it is asked for.
struct JournalPrompts: PromptSource {
  /// Of the prompts' lines alone.
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>] = []

  mutating func append(_ line: ArraySlice<UInt8>) {
    ranges.append(bytes.count..<bytes.count + line.count)
    bytes += line
  }

  var count: Int { ranges.count }

  func isWhole(_ index: Int) -> Bool { prompt(index) != nil }

  /// One with a name of its own in place of a damaged one, so that the others keep their places.
  subscript(index: Int) -> Prompt {
    prompt(index) ?? Prompt(id: "damaged-\(index + 1)", text: "(this line of the journal is damaged)")
  }

  private func prompt(_ index: Int) -> Prompt? {
    try? JSONDecoder().decode(Prompt.self, from: Data(bytes[ranges[index]]))
  }
}
