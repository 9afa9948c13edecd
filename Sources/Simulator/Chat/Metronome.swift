/// A model that does nothing but keep time.
///
/// `metronome/t50-g20-n100` sends its first chunk after 50 ms, then one every 20 ms, 100 in all, each with the true times
/// in it. It is in no catalogue, and no limit counts it.
struct Metronome: Hashable, Sendable {
  private static let prefix = "metronome/"
  private static let longest: Int64 = 60_000
  private static let most: Int64 = 100_000

  /// Milliseconds until the first chunk.
  var start: Int64
  /// Milliseconds between two chunks.
  var gap: Int64
  var chunks: Int64

  init?(_ id: String) {
    guard id.hasPrefix(Self.prefix) else { return nil }
    let parts = id.dropFirst(Self.prefix.count).split(separator: "-", omittingEmptySubsequences: false)
    let numbers = zip(parts, ["t", "g", "n"]).compactMap { part, name in
      part.hasPrefix(name) ? Int64(part.dropFirst()) : nil
    }
    guard parts.count == 3, numbers.count == 3, (0...Self.longest).contains(numbers[0]),
      (0...Self.longest).contains(numbers[1]), (1...Self.most).contains(numbers[2])
    else { return nil }
    (start, gap, chunks) = (numbers[0], numbers[1], numbers[2])
  }

  /// The stream, with the generation's id in every chunk.
  func performance(id: String) -> Performance {
    let millisecond: Int64 = 1_000_000
    let first = Self.cue(at: start * millisecond, id: id, delta: #"{"role":"assistant","content":"tick "}"#)
    let ticks = (0..<chunks).lazy.map { tick in
      var cue = first
      cue.at += tick * gap * millisecond
      return cue
    }
    let end = (start + (chunks - 1) * gap) * millisecond
    let last = [Self.cue(at: end, id: id, delta: #"{"content":""}"#, finish: usage), Cue(at: end, bytes: Self.done)]
    return Performance(
      head: Response(status: 200, headers: [.init(name: "Content-Type", value: "text/event-stream")]),
      cues: Sequential(first: ticks.makeIterator(), second: last.makeIterator()))
  }

  private static let done = Array("data: [DONE]\n\n".utf8)

  private var usage: String {
    #""finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":\#(chunks),"total_tokens":\#(chunks + 1)}"#
  }

  private static func cue(at time: Int64, id: String, delta: String, finish: String? = nil) -> Cue {
    let head = Array("data: {\"id\":\"\(id)\",\"model\":\"metronome\",".utf8)
    let rest = "\"choices\":[{\"index\":0,\"delta\":\(delta)," + (finish ?? "\"finish_reason\":null}]") + "}\n\n"
    return Cue(at: time, bytes: head + Array(rest.utf8), stampsAt: finish == nil ? head.count : nil)
  }
}

/// The elements of one iterator and then those of another.
private struct Sequential<First: IteratorProtocol<Cue>, Second: IteratorProtocol<Cue>>: IteratorProtocol {
  var first: First
  var second: Second

  mutating func next() -> Cue? { first.next() ?? second.next() }
}
