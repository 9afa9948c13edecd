extension Service {
  /// Answers a chat request, or says why not; the generation's id stands in the head either way.
  mutating func chat(_ request: Request, at arrival: Int64) -> Reply {
    tally.chatArrived(at: clock.elapsed(at: arrival))
    let id = nextGenerationID(at: arrival)
    let reply = answer(request, id: id, at: arrival)
    let header = Response.Header(name: "X-Generation-Id", value: id)
    switch reply {
    case .atOnce(var response):
      response.headers.append(header)
      tally.chatAnswered(status: response.status)
      return .atOnce(response)
    case .overTime(var performance):
      performance.head?.headers.append(header)
      tally.chatAnswered(status: performance.head?.status ?? 0)
      return .overTime(performance)
    }
  }

  private mutating func answer(_ request: Request, id: String, at arrival: Int64) -> Reply {
    let chat = ChatRequest.read(request.body)
    tally.chatAsked(of: chat?.model ?? "")
    do throws(Refusal) {
      let account = try payer(of: request)
      guard let chat else { throw .unreadableBody }
      guard !chat.turns.isEmpty else { throw .noMessages }
      if let metronome = chat.model.flatMap(Metronome.init) { return .overTime(metronome.performance(id: id)) }
      let model = try model(for: chat)
      try count(account, at: clock.wall(at: arrival))
      var generation = try generation(
        for: chat, by: model, id: id, created: Int(clock.wall(at: arrival) / 1000))
      let streams = chat.stream == true
      if let effect = director?.effect(on: .chat, model: chat.model ?? "", prompt: chat.question) {
        let scene = scene(of: request, model: generation.model.id, at: arrival)
        if let telling = effect.content.promptCache {
          let held = promptCache.take(chat.transcript, of: generation.model.id)
          generation = generation.reusing(held, told: telling)
        }
        return Staging(effect: effect, scene: scene).reply(for: generation, streamed: streams)
      }
      return .overTime(streams ? generation.streamed : generation.whole)
    } catch {
      return .atOnce(error.response)
    }
  }

  /// The account that a chat request counts for; all without a key share one where none is required.
  private func payer(of request: Request) throws(Refusal) -> String {
    guard settings.requiresKey else { return (try? account(of: request)) ?? "" }
    guard let account = try account(of: request) else { throw .missingKey }
    return account
  }

  /// The free model that is asked for; nil for the router.
  private func model(for chat: ChatRequest) throws(Refusal) -> SimulatedModel? {
    guard let id = chat.model else { throw .noModel }
    if id == Catalogue.routerID { return nil }
    guard let model = catalogue[id] else { throw .unknownModel(id) }
    guard model.isFree else { throw .noCredit(hasPurchased: tier?.isHighBalance ?? true) }
    return model
  }

  /// Counts before anything is routed: a request that no provider takes has been made all the same.
  private mutating func count(_ account: String, at now: Int64) throws(Refusal) {
    guard let tier else { return }
    let verdict = counters[account, default: FreeTierCounter()].count(at: now, under: tier)
    if let refusal = Refusal.rateLimit(verdict, under: tier) { throw refusal }
  }

  private mutating func generation(
    for chat: ChatRequest, by model: SimulatedModel?, id: String, created: Int
  ) throws(Refusal) -> Generation {
    guard !chat.forbidsTraining else { throw .dataPolicy }
    let requested = model?.id ?? Catalogue.routerID
    var dice = diceForNext(of: chat, by: requested)
    guard let model = model ?? catalogue.pick(for: chat, with: &dice) else { throw .unfitParameters }
    if let objection = model.objection(to: chat) { throw objection }
    return Generation(id: id, created: created, of: chat, by: model, dice: &dice)
  }

  /// Chance that depends on model, prompt and how often the one was asked the other with the same settings, never on
  /// other requests.
  private mutating func diceForNext(of chat: ChatRequest, by model: String) -> Dice {
    let conversation = chat.conversation
    var hash = Dice.Hash()
    hash.add(model)
    hash.add(conversation)
    hash.add(chat.settings)
    let time = asked[hash.value, default: 0]
    asked[hash.value] = time + 1
    return Dice(seed: settings.seed, model, conversation, String(time))
  }
}
