/// Finds what the answer book has for a request, at the point at which its conversation stands.
struct BookReader {
  let chat: ChatRequest
  let model: SimulatedModel

  /// The next step of an answer: the calls of a round, or the text.
  struct Step: Hashable, Sendable {
    var calls: [ToolCall] = []
    var text = ""
  }

  /// Nil for a question that the book does not know, or that it cannot answer in the form that is asked for.
  func answer(with dice: inout Dice) -> Step? {
    guard let entry = AnswerBook.entry(for: chat.question) else { return nil }
    let conversation = chat.conversation
    let isInformed = entry.needs.allSatisfy { conversation.utf8.holds($0) }
    let isGood = dice.chance(model.accuracy(in: entry.subject))
    let good = entry.good.compactMap(step)
    let flawed = entry.flawed.compactMap(step)
    guard isInformed else { return isFree ? Step(text: dice.pick(Self.excuses) ?? "") : nil }
    return dice.pick(isGood ? good : flawed) ?? dice.pick(good + flawed)
  }

  private static let excuses = [
    "I am sorry, I cannot find that in what you gave me.",
    "You have not told me that yet. Could you please share it?",
  ]

  private var isFree: Bool { model.format(of: chat) == .free }

  /// How an answer goes on from the calls that were made; nil when it does not, or when nothing allows it to.
  private func step(_ answer: AnswerBook.Answer) -> Step? {
    let made = chat.callsMade
    let rounds = isParallel ? answer.calls : answer.calls.flatMap { round in round.map { [$0] } }
    guard made.count <= rounds.count, zip(made, rounds).allSatisfy(Self.agree) else { return nil }
    if made.count < rounds.count { return mayCall(rounds[made.count]) ? Step(calls: rounds[made.count]) : nil }
    guard mayTalk else { return nil }
    let text = rounds.isEmpty ? answer.text : Findings(chat.toolResults).filled(answer.text)
    guard let text, isFree || text.hasPrefix("{") || text.hasPrefix("[") else { return nil }
    return Step(text: text)
  }

  private var isParallel: Bool { chat.parallelToolCalls != false && model.tools?.isParallel == true }

  private var mayTalk: Bool {
    switch chat.toolChoice ?? .auto {
    case .required, .function: !chat.wantsTools
    case .never, .auto: true
    }
  }

  private func mayCall(_ calls: [ToolCall]) -> Bool {
    let offered = (chat.tools ?? []).compactMap(\.function?.name)
    let names = calls.map(\.name)
    switch chat.toolChoice ?? .auto {
    case .never: return false
    case .function(let name): return names == [name]
    case .auto, .required: return names.allSatisfy(offered.contains)
    }
  }

  /// Whether both rounds call the same tools with the same arguments, however they are written.
  private static func agree(_ made: [ToolCall], _ planned: [ToolCall]) -> Bool {
    made.map(\.name) == planned.map(\.name)
      && made.map { JSON(parsing: $0.arguments) } == planned.map { JSON(parsing: $0.arguments) }
  }
}

extension String.UTF8View {
  /// Whether the bytes of a text stand somewhere in these: a long conversation is searched in a moment.
  func holds(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return true }
    return withContiguousStorageIfAvailable { bytes in
      bytes.indices.contains { start in
        bytes[start] == first && bytes.count - start >= wanted.count
          && (0..<wanted.count).allSatisfy { bytes[start + $0] == wanted[$0] }
      }
    } ?? false
  }
}
