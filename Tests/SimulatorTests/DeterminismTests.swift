import Testing

@testable import Simulator

/// The same questions get the same answers at the same times, whoever asks first.
struct DeterminismTests {
  /// A question: a model, a prompt, and the how manieth time it is asked.
  struct Question: Hashable {
    var model: String
    var prompt: String
  }

  static let questions = ["sim/swift-otter-8b:free", "openrouter/free", "tidewater/drift-9b:free"].flatMap { model in
    ["Rivers?", "Mountains?", "Rivers?", "Rivers?"].map { Question(model: model, prompt: $0) }
  }

  /// What every question was answered in turn.
  private static func answers(to questions: [Question], seed: UInt64) throws -> [Question: [String]] {
    let bench = try Bench(SimulatorSettings(seed: seed, timeScale: 1000, freeTier: nil))
    var answers: [Question: [String]] = [:]
    for question in questions {
      let response = try bench.post(Bench.chat(question.model, question.prompt))
      let answer = try response.answers().map { "\($0.model) \($0.choices[0].delta?.content ?? "")" }
      answers[question, default: []].append(answer.joined(separator: "|"))
    }
    return answers
  }

  @Test func `the order of arrival changes no answer`() throws {
    let forwards = try Self.answers(to: Self.questions, seed: 7)
    let backwards = try Self.answers(to: Self.questions.reversed(), seed: 7)
    #expect(forwards == backwards)
  }

  @Test func `asked again a model may say something else`() throws {
    let answers = try Self.answers(to: Self.questions, seed: 7)
    let again = try #require(answers[Question(model: "sim/swift-otter-8b:free", prompt: "Rivers?")])
    #expect(Set(again).count == 3)
  }

  @Test func `after the list of models was read the same questions get the same answers again`() throws {
    let bench = try Bench(SimulatorSettings(seed: 7, timeScale: 1000, freeTier: nil))
    func answers() throws -> [String] {
      try Self.questions.map { try bench.post(Bench.chat($0.model, $0.prompt)).content() }
    }
    _ = try bench.get("/api/v1/models")
    let first = try answers()
    #expect(try answers() != first)
    _ = try bench.get("/api/v1/models")
    #expect(try answers() == first)
  }

  @Test func `who reads the list of models while an answer comes changes nobody's answers`() throws {
    let bench = try Bench(SimulatorSettings(seed: 7, timeScale: 1, freeTier: nil))
    let asking = try bench.client()
    let chat = Bench.chat("sim/swift-otter-8b:free", "Rivers?", more: #","max_tokens":9"#)
    asking.write(Bench.post(chat))
    _ = try bench.get("/api/v1/models")
    let second = try bench.post(chat).content()
    #expect(try asking.response().content() != second)
  }

  @Test(arguments: [#","temperature":0"#, #","tools":[]"#, #","max_tokens":9"#, #","reasoning":{"effort":"low"}"#])
  func `requests of other settings change no answer, in whatever order they come`(settings: String) throws {
    let plain = Bench.chat("sim/swift-otter-8b:free", "Rivers?")
    let other = Bench.chat("sim/swift-otter-8b:free", "Rivers?", more: settings)
    func answers(to requests: [String]) throws -> [String: String] {
      let bench = try Bench(SimulatorSettings(seed: 7, timeScale: 1000, freeTier: nil))
      return try Dictionary(uniqueKeysWithValues: requests.map { ($0, try bench.post($0).content()) })
    }
    #expect(try answers(to: [plain, other]) == answers(to: [other, plain]))
  }

  @Test func `another seed makes other answers`() throws {
    #expect(try Self.answers(to: Self.questions, seed: 7) != Self.answers(to: Self.questions, seed: 8))
  }

  @Test func `refused requests do not change what is answered later`() throws {
    let tier = FreeTier(perMinute: 1, perDay: 50)
    let limited = try Bench(SimulatorSettings(seed: 7, timeScale: 1, freeTier: tier, startsAt: RateLimitTests.start))
    let free = try Bench(SimulatorSettings(seed: 7, timeScale: 1000, freeTier: nil))
    let chat = Bench.chat("sim/swift-otter-8b:free", "Rivers?", more: #","max_tokens":9"#)
    let other = Bench.chat("sim/swift-otter-8b:free", "Lakes?", more: #","max_tokens":1"#)
    #expect(try limited.post(other).status == 200)
    #expect(try limited.post(chat).status == 429)
    let later = try limited.post(chat, headers: "Authorization: Bearer sk-test-2\r\n")
    #expect(try later.content() == free.post(chat).content())
  }

  @Test func `times depend on the dice alone`() throws {
    let pace = Pace(firstToken: 100, tokensPerSecond: 50, spread: 0.2)
    let tokens = Tokens.split("one two three four five six seven eight nine ten eleven twelve")
    func pieces(seed: UInt64) -> [Generation.Piece] {
      var schedule = Schedule(pace: pace, dice: Dice(seed: seed, "x"))
      return schedule.pieces(of: tokens[...], as: .content)
    }
    #expect(pieces(seed: 1) == pieces(seed: 1))
    #expect(pieces(seed: 1).map(\.at) != pieces(seed: 2).map(\.at))
  }
}
