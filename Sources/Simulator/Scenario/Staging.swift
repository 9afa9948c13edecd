/// Turns an effect and the usual answer into the answer that is given.
struct Staging {
  let effect: Effect
  let scene: Scene

  /// In place of an answer that is known as a whole, such as the catalogue's.
  func reply(for usual: Response) -> Reply {
    if let raw = effect.response.raw {
      return perform([Cue(at: 0, action: .writeUnframed, bytes: scene.fill(raw))], head: nil)
    }
    var response = effect.response.body.map(body) ?? usual
    response.status = effect.response.status ?? response.status
    if let coding = effect.content.coding {
      return perform(coding, of: response.body, head: response)
    }
    // Without a moment to wait for, and with a length, as such answers are.
    if effect.timing == TimingEffect(), effect.response.interims == 0 {
      response.headers = headers(of: response)
      return .atOnce(response)
    }
    return perform([Cue(at: 0), Cue(at: 0, bytes: response.body)], head: response)
  }

  /// In place of a model's answer.
  func reply(for usual: Generation, streamed: Bool) -> Reply {
    if effect.response.replacesAnswer { return reply(for: Response(status: 200)) }
    let generation = usual.changed(by: effect.content, filledBy: scene)
    guard streamed else { return reply(for: Response(json: generation.body)) }
    let head = Response(status: 200, headers: [.init(name: "Content-Type", value: "text/event-stream")])
    if let flood = effect.content.flood {
      return perform(FloodCues(flood, model: generation.model.id), head: head)
    }
    let cues = cues(insteadOf: generation)
    guard let coding = effect.content.coding else { return perform(cues, head: head) }
    return perform(coding, of: cues.flatMap(\.bytes), head: head)
  }

  /// A stock body or the text itself, which is JSON if it looks like it.
  private func body(_ text: String) -> Response {
    if let stock = StockBody(rawValue: text) { return stock.response(in: scene) }
    let type = text.hasPrefix("{") ? "application/json" : "text/html; charset=UTF-8"
    return Response(status: 200, headers: [.init(name: "Content-Type", value: type)], body: scene.fill(text))
  }
}

extension TimingEffect {
  /// Cues as evenly as they are to come.
  fileprivate func paced(_ cues: DirectedCues) -> any IteratorProtocol<Cue> {
    if isBuffered { return BufferedCues(cues) }
    return drip.map { DrippingCues(cues, $0) } ?? cues
  }
}

extension ResponseEffect {
  /// Whether no model's answer is left in it.
  var replacesAnswer: Bool { raw != nil || body != nil || status.map { $0 != 200 } ?? false }
}

// Heads and ends.
extension Staging {
  private func perform(_ coding: ContentEffect.Coding, of body: [UInt8], head: Response) -> Reply {
    var head = head
    head.headers.append(.init(name: "Content-Encoding", value: "gzip"))
    switch coding {
    case .gzip: return perform([Cue(at: 0, bytes: Gzip.stored(body))], head: head)
    case .corrupt: return perform([Cue(at: 0, bytes: Gzip.corrupt(body))], head: head)
    case .bomb: return perform(Gzip.bomb, head: head)
    }
  }

  private func perform(_ cues: some Sequence<Cue>, head: Response?) -> Reply {
    let head = head.map { Response(status: $0.status, headers: headers(of: $0)) }
    let directed = DirectedCues(cues.makeIterator(), timing: effect.timing, scene: scene)
    return .overTime(
      Performance(
        head: head, cues: effect.timing.paced(directed),
        interims: effect.response.interims, waitsForReader: true))
  }

  /// The headers of a response with those of the effect, which replace equal ones.
  private func headers(of response: Response) -> [Response.Header] {
    let own = effect.response.headers.sorted { $0.key < $1.key }
    let names = Set(own.map { $0.key.lowercased() })
    return response.headers.filter { !names.contains($0.name.lowercased()) }
      + own.map { Response.Header(name: $0.key, value: scene.filled($0.value)) }
      + (0..<effect.response.manyHeaders).map { Response.Header(name: "X-Filler-\($0)", value: "x") }
      + (effect.response.bigHeader > 0
        ? [.init(name: "X-Big", value: String(repeating: "x", count: effect.response.bigHeader))] : [])
  }
}
