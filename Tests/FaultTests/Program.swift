import Foundation
import Support

/// The built program, started as a user would start it; its output goes to files, and its memory is watched.
final class Program {
  /// How a process ended, what it said, and how much memory it took.
  struct Ending: Sendable {
    var status: Int32
    /// A signal ended it.
    var crashed: Bool
    var output: String
    var error: String
    /// The peak of its resident memory, in bytes; 0 where the system does not tell.
    var peakMemory: Int
  }

  /// Whoever takes longer hangs, in seconds: the largest answer that is read takes 20 of processor time in a debug build.
  private static let patience = 240.0

  static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("bakeoff").path

  private let process: Child
  private let folder: TemporaryFolder
  private let output: String
  private let error: String

  /// `shell` may start it in the program's place, as `"$0" "$@"`.
  init(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:], shell: String? = nil
  ) throws {
    self.folder = folder
    let id = UUID().uuidString
    (output, error) = (folder.path("\(id).out"), folder.path("\(id).err"))
    let (output, error) = (try Program.file(output), try Program.file(error))
    process = try Child(
      (shell.map { ["/bin/sh", "-c", $0] } ?? []) + [Program.binary] + arguments,
      in: Child.Place(
        folder: folder.path,
        environment: environment.merging(["PATH": "/usr/bin:/bin", "XDG_STATE_HOME": folder.path("state")]) { own, _ in
          own
        },
        output: output.fileDescriptor, error: error.fileDescriptor))
    for file in [output, error] { try file.close() }
  }

  private static func file(_ path: String) throws -> FileHandle {
    try Data().write(to: URL(fileURLWithPath: path))
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  func send(_ signal: Int32) {
    process.send(signal)
  }

  /// Waits for the end; what hangs is killed, which shows as a crash.
  func ending() async throws -> Ending {
    let start = ContinuousClock.now
    var peak = 0
    while process.isRunning {
      // The high-water mark never falls, so that looking now and then is enough.
      peak = max(peak, memory("VmHWM:"))
      if ContinuousClock.now - start > .seconds(Program.patience) { send(SIGKILL) }
      try await Task.sleep(for: .milliseconds(5))
    }
    return Ending(
      status: process.exitStatus, crashed: process.hasCrashed,
      output: try Program.text(output), error: try Program.text(error), peakMemory: peak)
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  /// Its resident memory in bytes, every twentieth of a second for so many seconds or until it ends.
  func memory(for seconds: Double) async throws -> [Int] {
    let end = ContinuousClock.now + .seconds(seconds)
    var samples: [Int] = []
    while process.isRunning, ContinuousClock.now < end {
      samples.append(memory("VmRSS:"))
      try await Task.sleep(for: .milliseconds(50))
    }
    return samples
  }

  /// What Linux tells of a running process's memory, in bytes; 0 elsewhere.
  private func memory(_ name: String) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(process.id)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name) })
    else { return 0 }
    return (Int(line.filter(\.isNumber)) ?? 0) << 10
  }
}
