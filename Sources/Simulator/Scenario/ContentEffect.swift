/// What a model says, and in which form.
struct ContentEffect: Hashable, Sendable {
  /// In place of the answer.
  var text: String?
  /// Before the answer.
  var reasoning: String?
  /// The model that the answer names as its own.
  var model: String?
  /// The data of all events, in place of the usual ones.
  var events: [String]?
  /// The whole body of the stream as it is.
  var stream: String?
  var flood: Flood?
  /// One event with arrays within each other, so many deep.
  var depth: Int?
  var omits: Set<Part> = []
  var coding: Coding?
  /// The server holds the beginnings of prompts that it has read, and tells of it in this way.
  var promptCache: Generation.Usage.Cache.Telling?

  /// Chunks of a stream that may be left out.
  enum Part: String, CaseIterable {
    case finish, usage, done
  }

  /// A coding of the body, gzip in each case.
  enum Coding: String, CaseIterable {
    case gzip, corrupt, bomb
  }
}

extension ContentEffect: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case text, reasoning, model, events, stream, flood, depth
    case omits = "omit"
    case coding
    case promptCache = "prompt_cache"
  }

  static let keys = CodingKeys.allCases.map(\.stringValue)

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    text = try keys.decodeIfPresent(String.self, forKey: .text)
    reasoning = try keys.decodeIfPresent(String.self, forKey: .reasoning)
    model = try keys.decodeIfPresent(String.self, forKey: .model)
    events = try keys.decodeIfPresent([String].self, forKey: .events)
    stream = try keys.decodeIfPresent(String.self, forKey: .stream)
    flood = try keys.decodeIfPresent(Flood.self, forKey: .flood)
    depth = try keys.decodePositive(.depth)
    omits = Set(
      try (keys.decodeIfPresent([String].self, forKey: .omits) ?? []).map { word in
        guard let part = Part(rawValue: word) else {
          throw keys.mistake("'\(word)' is none of 'finish', 'usage', 'done'", at: .omits)
        }
        return part
      })
    coding = try keys.decodeWord(Coding.self, forKey: .coding)
    promptCache = try keys.decodeWord(Generation.Usage.Cache.Telling.self, forKey: .promptCache)
  }
}

/// One thing over and over, with an end or without.
struct Flood: Hashable, Sendable {
  var of: Kind
  /// How often, or how many bytes of a line; nil for ever.
  var count: Int?
  /// Simulated nanoseconds between two; 0 for as fast as the client reads.
  var pause: Int64 = 0

  /// What comes over and over.
  enum Kind: String, CaseIterable {
    case tokens, comments, line
  }
}

extension Flood: StrictlyDecodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case of, count
    case pause = "every"
  }

  init(from decoder: any Decoder) throws {
    let keys = try Self.container(of: decoder)
    guard let kind = try keys.decodeWord(Kind.self, forKey: .of) else {
      throw decoder.mistake("a flood needs 'of': 'tokens', 'comments' or 'line'")
    }
    of = kind
    count = try keys.decodePositive(.count)
    pause = try keys.decodeSeconds(.pause) ?? 0
  }
}
