/// What a server still holds of the prompts that its models have read: the blocks that they began with.
struct PromptCache {
  /// Bytes; what is left at the end is a block too.
  private static let block = 16

  /// By the hash of a model and all that stands up to a block's end.
  private var blocks: Set<UInt64> = []

  /// How much of a prompt's beginning is held, from 0 to 1; from now on all of it is.
  mutating func take(_ prompt: String, of model: String) -> Double {
    let bytes = Array(prompt.utf8)
    var hash = Dice.Hash()
    hash.add(model)
    var (found, isBeginning) = (0, true)
    for start in stride(from: 0, to: bytes.count, by: Self.block) {
      let block = bytes[start..<min(start + Self.block, bytes.count)]
      hash.add(block)
      isBeginning = !blocks.insert(hash.value).inserted && isBeginning
      if isBeginning { found += block.count }
    }
    return bytes.isEmpty ? 0 : Double(found) / Double(bytes.count)
  }
}

extension Generation {
  /// The part of the time to the first token that goes into reading the prompt.
  private static let reading = 0.95

  /// The same from a server that holds so much of the prompt already, and tells it in a way, or not.
  func reusing(_ share: Double, told telling: Usage.Cache.Telling) -> Generation {
    let first = pieces.first?.at ?? ending
    let saved = Int64(Double(first) * Self.reading * share)
    var sooner = self
    sooner.opening = opening - min(opening, saved)
    sooner.pieces = pieces.map { Piece(part: $0.part, text: $0.text, at: $0.at - saved) }
    sooner.ending = ending - saved
    // The last token is always read anew.
    let held = min(Int(Double(usage.prompt) * share), max(usage.prompt - 1, 0))
    sooner.usage.cache = Usage.Cache(tokens: held, telling: telling)
    return sooner
  }
}

extension Generation.Usage {
  /// What was held of the prompt.
  struct Cache: Hashable, Sendable {
    var tokens: Int
    var telling: Telling

    /// How a server tells of it.
    enum Telling: String, CaseIterable, Sendable {
      /// As OpenAI and OpenRouter do.
      case usage
      /// As llama.cpp does.
      case timings
      case silent
    }
  }
}
