/// Which requests a rule is for: those that fit all that is said.
struct Condition: Hashable, Sendable {
  var route = Route.chat
  /// A part of the model's id.
  var model: String?
  /// A part of the last thing the user says.
  var prompt: String?
  /// Which requests of the route, the first being 1.
  var request: Span?
  /// Which requests to one model.
  var ofModel: Span?
  /// Which requests of one prompt to one model: its attempts.
  var ofPrompt: Span?
  /// The share of those that fit all else, from 0 to 1, drawn with the simulator's seed.
  var share: Double?

  /// What a path serves.
  enum Route: String, CaseIterable, Decodable {
    case chat, models, key
  }
}

extension Condition: StrictlyDecodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case route = "on"
    case model, prompt, request
    case ofModel = "of_model"
    case ofPrompt = "of_prompt"
    case share
  }

  init(from decoder: any Decoder) throws {
    let keys = try Self.container(of: decoder)
    route = try keys.decodeWord(Route.self, forKey: .route) ?? .chat
    model = try keys.decodeIfPresent(String.self, forKey: .model)
    prompt = try keys.decodeIfPresent(String.self, forKey: .prompt)
    request = try keys.decodeIfPresent(Span.self, forKey: .request)
    ofModel = try keys.decodeIfPresent(Span.self, forKey: .ofModel)
    ofPrompt = try keys.decodeIfPresent(Span.self, forKey: .ofPrompt)
    share = try keys.decodeIfPresent(Double.self, forKey: .share)
    if let share, !(0...1).contains(share) { throw keys.mistake("must be a share from 0 to 1", at: .share) }
  }
}

extension KeyedDecodingContainer {
  /// One of a few words; any other is told which they are.
  func decodeWord<Word: RawRepresentable<String> & CaseIterable>(
    _: Word.Type, forKey key: Key
  ) throws -> Word? {
    guard let text = try decodeIfPresent(String.self, forKey: key) else { return nil }
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw mistake("'\(text)' is none of \(words)", at: key)
    }
    return word
  }
}
