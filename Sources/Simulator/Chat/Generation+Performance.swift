extension Generation {
  /// The answer as an event stream.
  var streamed: Performance {
    perform(
      isStreamed: true,
      headers: [
        .init(name: "Content-Type", value: "text/event-stream"), .init(name: "Cache-Control", value: "no-cache"),
      ])
  }

  /// The answer as one JSON body, with blank lines before it while the model works.
  var whole: Performance {
    perform(isStreamed: false, headers: [.init(name: "Content-Type", value: "application/json")])
  }

  private func perform(isStreamed: Bool, headers: [Response.Header]) -> Performance {
    // Written out step by step: the text of hundreds of long answers at once would fill the memory.
    let cues = Script(self, isStreamed: isStreamed).beats.lazy.map { beat in
      Cue(at: beat.at, bytes: bytes(of: beat.step, isStreamed: isStreamed))
    }
    return Performance(head: Response(status: 200, headers: headers), cues: cues.makeIterator())
  }

  private func bytes(of step: Script.Step, isStreamed: Bool) -> [UInt8] {
    switch step {
    case .head: []
    case .signOfLife: Array((isStreamed ? ": OPENROUTER PROCESSING\n\n" : "\n         \n").utf8)
    case .piece(let piece): Self.event(chunk(of: piece).bytes)
    case .finish: Self.event(finishChunk.bytes)
    case .usage: Self.event(usageChunk.bytes)
    case .end: Self.event(Array("[DONE]".utf8))
    case .wholeBody: body.bytes
    }
  }

  static func event(_ data: [UInt8]) -> [UInt8] {
    Array("data: ".utf8) + data + Array("\n\n".utf8)
  }
}
