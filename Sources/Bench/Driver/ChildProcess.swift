internal import Benchmark

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A program that was started, with a pipe from its standard output.
final class ChildProcess: Sendable {
  private let id: pid_t
  private let program: String
  private let output: Int32

  init(_ program: String, _ words: [String]) throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw ChildProcess.failure("no pipe for \(program)", errno) }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    let spawned = ChildProcess.spawn(program, words, output: ends[1])
    close(ends[1])
    guard let id = spawned else {
      close(ends[0])
      throw BenchFailure("\(program) could not be started: run 'make bench', which builds it.")
    }
    self.id = id
    self.program = program
    output = ends[0]
  }

  deinit {
    close(output)
  }

  /// Nil when the program cannot be started.
  private static func spawn(_ program: String, _ words: [String], output: Int32) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, output)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
    var id: pid_t = 0
    let status = withCStrings([program] + words) { words in
      withCStrings(environment) { posix_spawn(&id, program, &actions, nil, words, $0) }
    }
    return status == 0 ? id : nil
  }

  private static func withCStrings(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32) -> Int32 {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }

  private static func failure(_ what: String, _ code: Int32) -> BenchFailure {
    BenchFailure("There is \(what): \(String(cString: strerror(code))).")
  }
}

extension ChildProcess {
  /// The first line that it prints; empty when it ends without one.
  func firstLine() -> String {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(output, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
    return String(decoding: line, as: UTF8.self)
  }

  /// Waits until it has ended, and answers its processor time.
  ///
  /// - Throws: `BenchFailure` when it did not end well.
  func end() throws -> Nanoseconds {
    var (status, usage) = (Int32(0), rusage())
    while wait4(id, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw ChildProcess.failure("no end of \(program)", errno) }
    }
    guard status == 0 else { throw BenchFailure("\(program) failed; what it said stands above.") }
    return ProcessorTime.of(usage)
  }

  /// Ends a program that would serve for ever.
  func terminate() {
    kill(id, SIGTERM)
    waitpid(id, nil, 0)
  }
}
