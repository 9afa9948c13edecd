import Foundation
import Support
import Synchronization

/// The built program, started as a user would start it, in a folder and an environment of the test's own.
final class Tool: Sendable {
  /// How a process ended and what it said.
  struct Ending: Sendable {
    var status: Int32
    /// It was ended by a signal instead of exiting: a crash.
    var crashed: Bool
    var output: String
    var error: String
  }

  private let process: Child
  private let output = Collector()
  private let error = Collector()
  private let exit = Latch()

  var id: Int32 { process.id }

  static let binary: String = {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return folder.appendingPathComponent("bakeoff").path
  }()

  static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// What every test's program finds around it: no ledger but one of the test's own, and no zone but UTC.
  static func environment(in folder: TemporaryFolder) -> [String: String] {
    ["PATH": "/usr/bin:/bin", "XDG_STATE_HOME": folder.path("state"), "TZ": "UTC"]
  }

  /// Starts the program; nothing of the test's own environment is passed on.
  init(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:],
    shell: String? = nil
  ) throws {
    let pipes = (output: Pipe(), error: Pipe())
    process = try Child(
      (shell.map { ["/bin/sh", "-c", $0] } ?? []) + [Tool.binary] + arguments,
      in: Child.Place(
        folder: folder.path, environment: environment.merging(Tool.environment(in: folder)) { own, _ in own },
        output: pipes.output.fileHandleForWriting.fileDescriptor,
        error: pipes.error.fileHandleForWriting.fileDescriptor),
      atEnd: exit.open)
    for pipe in [pipes.output, pipes.error] { try pipe.fileHandleForWriting.close() }
    output.follow(pipes.output.fileHandleForReading)
    error.follow(pipes.error.fileHandleForReading)
  }

  /// A test that gave up leaves nothing behind.
  deinit { process.send(SIGKILL) }

  /// Runs the program to its end.
  static func run(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:], shell: String? = nil
  ) async throws -> Ending {
    try await Tool(arguments, in: folder, environment: environment, shell: shell).ending()
  }

  /// Returns when standard error holds the text, or has ended without it.
  func waitForError(containing text: String) async {
    await error.wait { $0.contains(text) }
  }

  /// Returns when standard output holds the text, or has ended without it.
  func waitForOutput(containing text: String) async {
    await output.wait { $0.contains(text) }
  }

  /// What it has written to standard output by now.
  var outputSoFar: String { output.text }

  func send(_ signal: Int32) {
    process.send(signal)
  }

  /// Sends it as soon as standard error holds the text: not by a task, which might have to wait for other tests.
  func send(_ signal: Int32, once text: String) {
    error.tell(when: { $0.contains(text) }) { [process] in process.send(signal) }
  }

  func ending() async -> Ending {
    await exit.wait()
    await output.wait { _ in false }
    await error.wait { _ in false }
    return Ending(
      status: process.exitStatus, crashed: process.hasCrashed, output: output.text, error: error.text)
  }
}

/// Gathers what a pipe brings, and wakes who waits for it.
private final class Collector: Sendable {
  private struct State: Sendable {
    var bytes: [UInt8] = []
    var isOver = false
    var waiters: [(isMet: @Sendable (String) -> Bool, wake: @Sendable () -> Void)] = []
  }

  private let state = Mutex(State())

  var text: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }

  func follow(_ handle: FileHandle) {
    Thread.detachNewThread { [self] in
      while true {
        let data = handle.availableData
        add(data)
        if data.isEmpty { return }
      }
    }
  }

  private func add(_ data: Data) {
    let woken = state.withLock { state in
      state.bytes += data
      state.isOver = data.isEmpty
      let text = String(decoding: state.bytes, as: UTF8.self)
      let met = state.waiters.filter { state.isOver || $0.isMet(text) }
      state.waiters.removeAll { state.isOver || $0.isMet(text) }
      return met
    }
    for waiter in woken { waiter.wake() }
  }

  /// Waits until the text meets the condition or no more can come.
  func wait(until isMet: @escaping @Sendable (String) -> Bool) async {
    await withCheckedContinuation { waiter in tell(when: isMet) { waiter.resume() } }
  }

  /// Tells when the text meets the condition or no more can come, on the thread that reads the pipe.
  func tell(when isMet: @escaping @Sendable (String) -> Bool, _ wake: @escaping @Sendable () -> Void) {
    let isNow = state.withLock { state in
      if state.isOver || isMet(String(decoding: state.bytes, as: UTF8.self)) { return true }
      state.waiters.append((isMet, wake))
      return false
    }
    if isNow { wake() }
  }
}

/// Opens once, for all who wait.
private final class Latch: Sendable {
  private let state = Mutex<(isOpen: Bool, waiters: [CheckedContinuation<Void, Never>])>((false, []))

  func open() {
    let waiters = state.withLock { state in
      defer { state = (true, []) }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }

  func wait() async {
    await withCheckedContinuation { waiter in
      let isOpen = state.withLock { state in
        if !state.isOpen { state.waiters.append(waiter) }
        return state.isOpen
      }
      if isOpen { waiter.resume() }
    }
  }
}
