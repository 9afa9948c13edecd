extension Staging {
  /// The body of a stream, piece by piece.
  func cues(insteadOf generation: Generation) -> [Cue] {
    let content = effect.content
    if let stream = content.stream { return [Cue(at: 50_000_000, bytes: scene.fill(stream))] }
    if let depth = content.depth { return Self.cues(of: [Self.nested(depth)]) }
    if let events = content.events { return Self.cues(of: events.map(scene.fill)) }
    return generation.cues(omitting: content.omits)
  }

  /// An event every 20 ms.
  private static func cues(of events: [[UInt8]]) -> [Cue] {
    [Cue(at: 0)]
      + events.enumerated().map { Cue(at: 50_000_000 + 20_000_000 * Int64($0), bytes: Generation.event($1)) }
  }

  private static func nested(_ depth: Int) -> [UInt8] {
    Array("{\"choices\":".utf8) + [UInt8](repeating: UInt8(ascii: "["), count: depth)
      + [UInt8](repeating: UInt8(ascii: "]"), count: depth) + Array("}".utf8)
  }
}

extension Generation {
  /// The answer in other words, or under another name.
  func changed(by content: ContentEffect, filledBy scene: Scene) -> Generation {
    var changed = self
    changed.model.id = content.model ?? model.id
    guard content.text != nil || content.reasoning != nil else { return changed }
    let thought = Self.pieces(scene.filled(content.reasoning ?? ""), as: .reasoning, from: opening)
    let spoken = content.text.map {
      Self.pieces(scene.filled($0), as: .content, from: thought.last?.at ?? opening)
    }
    changed.pieces = thought + (spoken ?? pieces)
    if spoken != nil { changed.finish = .stop }
    changed.ending = max(ending, changed.pieces.last?.at ?? 0)
    changed.usage = Usage(
      prompt: usage.prompt, completion: changed.pieces.count, reasoning: thought.count, cache: usage.cache)
    return changed
  }

  /// A token every 10 ms.
  private static func pieces(_ text: String, as part: Part, from start: Int64) -> [Piece] {
    Tokens.split(text).enumerated().map { number, token in
      Piece(part: part, text: String(token), at: start + Int64(number + 1) * 10_000_000)
    }
  }

  /// The stream without signs of life, so that its pieces can be counted: tokens, and then the chunks that end it.
  func cues(omitting parts: Set<ContentEffect.Part>) -> [Cue] {
    let ends: [(ContentEffect.Part, [UInt8])] = [
      (.finish, finishChunk.bytes), (.usage, usageChunk.bytes), (.done, Array("[DONE]".utf8)),
    ]
    return [Cue(at: opening)] + pieces.map { Cue(at: $0.at, bytes: Self.event(chunk(of: $0).bytes)) }
      + ends.filter { !parts.contains($0.0) }.map { Cue(at: ending, bytes: Self.event($0.1)) }
  }
}
