/// Decides what every request is answered with; knows no sockets.
struct Service {
  let settings: SimulatorSettings
  let clock: SimulatedClock
  let tally: Tally
  var catalogue = Catalogue()
  /// By account.
  var counters: [String: FreeTierCounter] = [:]
  /// How often a model was asked a prompt, by the hash of both.
  var asked: [UInt64: Int] = [:]
  private(set) var chats = 0

  init(settings: SimulatorSettings, clock: SimulatedClock, tally: Tally) {
    self.settings = settings
    self.clock = clock
    self.tally = tally
  }

  /// What a path serves.
  private enum Route {
    case models, key, chat

    init?(path: String) {
      var rest = path[...]
      for prefix in ["/api", "/v1"] where rest.hasPrefix(prefix + "/") { rest = rest.dropFirst(prefix.count) }
      switch rest {
      case "/models": self = .models
      case "/key", "/auth/key": self = .key
      case "/chat/completions": self = .chat
      default: return nil
      }
    }

    var methods: [String] { self == .chat ? ["POST"] : ["GET", "HEAD"] }
  }

  /// Answers a request that arrived at a monotonic reading.
  mutating func reply(to request: Request, at arrival: Int64) -> Reply {
    do throws(Refusal) {
      guard let route = Route(path: request.path) else { throw .notFound }
      guard route.methods.contains(request.method) else {
        throw .wrongMethod(allowed: route.methods.joined(separator: ", "))
      }
      switch route {
      case .models: return .atOnce(try models(request))
      case .key: return .atOnce(try key(request, at: arrival))
      case .chat: return chat(request, at: arrival)
      }
    } catch {
      return .atOnce(error.response)
    }
  }

  /// The account of a request's key; nil without a header that could hold one.
  func account(of request: Request) throws(Refusal) -> String? {
    guard let header = request.headers["authorization"], header.lowercased().hasPrefix("bearer ") else { return nil }
    let key = String(header.dropFirst("bearer ".count))
    guard key.hasPrefix("sk-") else { throw .unknownKey }
    return key
  }

  /// An id as the server makes them: never twice the same.
  mutating func nextGenerationID(at arrival: Int64) -> String {
    chats += 1
    var dice = Dice(seed: settings.seed, "generation", String(chats))
    return "gen-\(clock.wall(at: arrival) / 1000)-\(dice.letters(20))"
  }

  private func models(_ request: Request) throws(Refusal) -> Response {
    let listing = CatalogueListing(catalogue: catalogue, startedAt: clock.wallOrigin)
    let caching = "public, max-age=120, stale-while-revalidate=3600, stale-if-error=3600"
    return Response(
      headers: [.init(name: "Cache-Control", value: caching)], json: try listing.page(request.query))
  }
}
