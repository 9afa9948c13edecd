internal import Benchmark

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What is said to a program and what it says.
struct GraderIO {
  private var input: ArraySlice<UInt8>
  private(set) var output: [UInt8] = []
  private(set) var error: [UInt8] = []

  /// What is more is read and dropped.
  private static let largestError = 1 << 14

  init(input: [UInt8]) {
    self.input = input[...]
  }

  /// The end of what it wrote to standard error, as it follows a clause.
  func lastWords(by redactor: Redactor) -> String {
    let text = String(decoding: redactor.redacted(error), as: UTF8.self)
    let line = text.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }
    return line.map { ": \(String($0).excerpt(200))" } ?? ""
  }

  /// Writes and reads all that can be at once, after waiting for it.
  mutating func exchange(with process: borrowing ProgramProcess, waiting milliseconds: Int32) {
    if input.isEmpty { process.input.end() }
    var waiting = [
      (process.input.descriptor, POLLOUT), (process.output.descriptor, POLLIN), (process.error.descriptor, POLLIN),
    ].map { pollfd(fd: $0.0 ?? -1, events: Int16($0.1), revents: 0) }
    _ = poll(&waiting, nfds_t(waiting.count), milliseconds)
    write(to: process.input)
    GraderIO.read(from: process.output, onto: &output, most: ExternalProgram.largestOutput + 1)
    GraderIO.read(from: process.error, onto: &error, most: GraderIO.largestError)
  }

  private mutating func write(to pipe: ProgramProcess.Pipe) {
    while let descriptor = pipe.descriptor, !input.isEmpty {
      let count = input.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        // It reads no more; that is its own affair.
        if count < 0, errno != EAGAIN, errno != EINTR { pipe.end() }
        return
      }
      input = input.dropFirst(count)
    }
  }

  /// Reads what is there, but not for ever from one that writes for ever; what exceeds the most is dropped.
  private static func read(from pipe: ProgramProcess.Pipe, onto bytes: inout [UInt8], most: Int) {
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    for _ in 0..<128 {
      guard let descriptor = pipe.descriptor else { return }
      let count = systemRead(descriptor, &chunk, chunk.count)
      guard count > 0 else {
        if count == 0 || errno != EAGAIN && errno != EINTR { pipe.end() }
        return
      }
      bytes += chunk[..<min(count, max(most - bytes.count, 0))]
    }
  }
}

/// write(2) and read(2), whose names ours hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
