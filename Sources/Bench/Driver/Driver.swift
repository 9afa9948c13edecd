internal import Benchmark
internal import Harness

/// Runs the clients in turn, each in a process of its own, against one server.
struct Driver: Sendable {
  private let programs: Programs
  private let folder: String
  private let descriptors: Int
  private let server: Server

  init(programs: Programs, folder: String, descriptors: Int) throws {
    self.programs = programs
    self.folder = folder
    self.descriptors = descriptors
    server = try Server.start(programs)
    if !server.servesFloor {
      Output.say(
        "The reference server and the client in C need Linux. This measures bakeoff against its own simulator: both "
          + "could be wrong together.")
    }
  }

  func stop() {
    server.stop()
  }

  /// Nil when the system allows too few sockets.
  func measure(_ workload: Workload) throws -> WorkloadResult? {
    guard workload.descriptors <= descriptors else {
      Output.say("\(workload.name): left out, since the system allows \(descriptors) open files a process.")
      return nil
    }
    Output.say("\(workload.name), \(workload.rounds) \(workload.rounds == 1 ? "round" : "rounds")")
    var result = WorkloadResult(workload: workload)
    for round in 1...workload.rounds {
      if server.servesFloor { result.floor.append(try measureFloor(workload)) }
      let isLast = round == workload.rounds
      let (measurement, replay) = try measureOurs(workload, replays: isLast)
      result.ours.append(measurement)
      warn(of: workload.requests - measurement.firstTokenErrors.count, in: workload)
      result.replay = replay
    }
    return result
  }

  private func warn(of missing: Int, in workload: Workload) {
    if missing != 0 { Output.say("\(workload.name): \(missing) of \(workload.requests) requests were not answered.") }
  }

  private func measureFloor(_ workload: Workload) throws -> Measurement {
    let path = "\(folder)/\(Samples.fileName)"
    defer { ScratchFolder.remove(path) }
    let words = [
      "\(workload.streams)", "\(workload.requests)", workload.model, "\(server.port)", "\(workload.interval)", path,
    ]
    let processorTime = try ChildProcess(programs.floorClient, words).end()
    return Measurement(try Samples(of: path), processorTime: processorTime)
  }

  private func measureOurs(_ workload: Workload, replays: Bool) throws -> (Measurement, Replay?) {
    let run = "\(folder)/run"
    try FileSystem.createPrivateFolder(run)
    defer { ScratchFolder.remove(run) }
    let words = [
      "client", "--url", "http://127.0.0.1:\(server.port)/v1", "--model", server.model(of: workload), "--streams",
      "\(workload.streams)", "--requests", "\(workload.requests)", "--spread", "\(workload.interval)", "--folder", run,
    ]
    let processorTime = try ChildProcess(programs.bench, words).end()
    let measurement = Measurement(try Samples(of: "\(run)/\(Samples.fileName)"), processorTime: processorTime)
    return (measurement, replays ? try replay(run) : nil)
  }

  private func replay(_ run: String) throws -> Replay {
    let process = try ChildProcess(programs.bench, ["replay", run])
    let line = process.firstLine()
    _ = try process.end()
    return try Replay(line)
  }
}
