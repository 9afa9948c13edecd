internal import Simulator

/// What the clients talk to: the reference server, or our own simulator where that one cannot run.
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

  /// Whether the client in C runs beside ours.
  var servesFloor: Bool {
    switch self {
    case .reference: true
    case .simulator: false
    }
  }

  func model(of workload: Workload) -> String {
    switch self {
    case .reference: workload.model
    case .simulator: workload.metronome
    }
  }

  func stop() {
    switch self {
    case .reference(let process, _): process.terminate()
    case .simulator(let simulator, _): simulator.stop()
    }
  }
}
