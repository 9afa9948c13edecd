internal import Simulator

/// What the clients talk to: the reference server, which knows the truth, or where it cannot run our own simulator.
enum Server: Sendable {
  case reference(ChildProcess, port: Int)
  case simulator(Simulator, port: Int)

  static func start(_ programs: Programs) throws -> Server {
    #if os(Linux)
      let process = try ChildProcess(programs.referenceServer, [])
      guard let port = Int(process.firstLine()) else { throw BenchFailure("The reference server does not listen.") }
      return .reference(process, port: port)
    #else
      let simulator = Simulator(SimulatorSettings(freeTier: nil, requiresKey: false))
      return .simulator(simulator, port: try simulator.start())
    #endif
  }

  var port: Int {
    switch self {
    case .reference(_, let port), .simulator(_, let port): port
    }
  }

  /// Whether its answers carry stamps, and the client in C runs beside ours.
  var knowsTruth: Bool {
    switch self {
    case .reference: true
    case .simulator: false
    }
  }

  /// The simulator's models have a pace of their own.
  func model(of workload: Workload) -> String {
    knowsTruth ? workload.model : "sim/swift-otter-8b:free"
  }

  func stop() {
    switch self {
    case .reference(let process, _): process.terminate()
    case .simulator(let simulator, _): simulator.stop()
    }
  }
}
