/// Decides what every request is answered with; knows no sockets.
struct Service {
  let settings: SimulatorSettings
  let port: Int
  let clock: SimulatedClock
  let tally: Tally
  var catalogue = Catalogue()
  /// By account.
  var counters: [String: FreeTierCounter] = [:]
  /// How often a model was asked a prompt since a run began, by the hash of both and of the settings.
  var asked: [UInt64: Int] = [:]
  /// Of scenarios with one.
  var promptCache = PromptCache()
  var director: Director?
  private(set) var chats = 0

  init(settings: SimulatorSettings, port: Int, clock: SimulatedClock, tally: Tally) {
    self.settings = settings
    self.port = port
    director = settings.scenario.map { Director($0, seed: settings.seed) }
    self.clock = clock
    self.tally = tally
  }

  /// The limits of every account: the scenario's where it sets any.
  var tier: FreeTier? {
    settings.scenario.map { $0.limits(over: settings.freeTier) } ?? settings.freeTier
  }

  /// Answers a request that arrived at a monotonic reading; every answer tells the simulated time.
  mutating func reply(to request: Request, at arrival: Int64) -> Reply {
    let date = Response.Header(name: "Date", value: HTTPDate.text(of: clock.wall(at: arrival) / 1000))
    switch undated(request, at: arrival) {
    case .atOnce(var response):
      response.addIfMissing(date)
      return .atOnce(response)
    case .overTime(var performance):
      performance.head?.addIfMissing(date)
      return .overTime(performance)
    }
  }

  private mutating func undated(_ request: Request, at arrival: Int64) -> Reply {
    if request.path.hasPrefix("/elsewhere/") { tally.wasRedirected() }
    do throws(Refusal) {
      guard let route = Condition.Route(path: request.path) else { throw .notFound }
      guard route.methods.contains(request.method) else {
        throw .wrongMethod(allowed: route.methods.joined(separator: ", "))
      }
      switch route {
      case .chat: return chat(request, at: arrival)
      case .models, .key: return try answer(request, on: route, at: arrival)
      }
    } catch {
      return .atOnce(error.response)
    }
  }

  private mutating func answer(_ request: Request, on route: Condition.Route, at arrival: Int64) throws(Refusal)
    -> Reply
  {
    // A run begins with the list of models: the same run gets the same answers, whatever was asked before it.
    if route == .models, tally.isIdle { asked = [:] }
    let effect = director?.effect(on: route)
    let usual = try route == .models ? models(request) : key(request, lag: effect?.lag ?? 0, at: arrival)
    guard let effect else { return .atOnce(usual) }
    return Staging(effect: effect, scene: scene(of: request, at: arrival)).reply(for: usual)
  }

  func scene(of request: Request, model: String = "", at arrival: Int64) -> Scene {
    Scene(
      key: String(request.headers["authorization", default: ""].split(separator: " ").last ?? ""), port: port,
      now: clock.wall(at: arrival), tier: tier ?? FreeTier(perMinute: 20, perDay: 50), model: model)
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

extension Condition.Route {
  fileprivate init?(path: String) {
    var rest = path[...]
    for prefix in ["/elsewhere", "/api", "/v1"] where rest.hasPrefix(prefix + "/") {
      rest = rest.dropFirst(prefix.count)
    }
    switch rest {
    case "/models": self = .models
    case "/key", "/auth/key": self = .key
    case "/chat/completions": self = .chat
    default: return nil
    }
  }

  fileprivate var methods: [String] { self == .chat ? ["POST"] : ["GET", "HEAD"] }
}
