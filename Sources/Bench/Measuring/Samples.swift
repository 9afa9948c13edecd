internal import Benchmark
internal import Harness

/// What one process saw of its run, unsorted; both clients write the same file.
struct Samples: Hashable, Sendable {
  static let fileName = "samples"

  /// From the first request to the end of the last.
  var elapsed: Nanoseconds
  /// Resident bytes.
  var peakMemory: Int64
  /// (first_token − sent) − (t − t0) of each request.
  var firstTokenErrors: [Nanoseconds]
  /// Read − t of each chunk.
  var chunkErrors: [Nanoseconds]
}

extension Samples {
  /// 64-bit integers of this machine: time, memory, then each list behind its count.
  init(_ bytes: [UInt8]) throws {
    var numbers = bytes.integers[...]
    guard let elapsed = numbers.popFirst(), let peakMemory = numbers.popFirst(),
      let firstTokenErrors = numbers.popList(), let chunkErrors = numbers.popList(), numbers.isEmpty
    else { throw BenchFailure("The samples of a client are not whole.") }
    self.init(
      elapsed: elapsed, peakMemory: peakMemory, firstTokenErrors: firstTokenErrors, chunkErrors: chunkErrors)
  }

  var bytes: [UInt8] {
    let head = [elapsed, peakMemory, Int64(firstTokenErrors.count)]
    let numbers = head + firstTokenErrors + [Int64(chunkErrors.count)] + chunkErrors
    return numbers.withUnsafeBytes { Array($0) }
  }

  init(of path: String) throws {
    try self.init(FileSystem.read(path))
  }

  func write(to path: String) throws {
    try OpenFile.create(path, mode: 0o600).write(bytes)
  }
}

extension [UInt8] {
  fileprivate var integers: [Int64] {
    withUnsafeBytes { bytes in
      (0..<bytes.count / 8).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: Int64.self) }
    }
  }
}

extension ArraySlice<Int64> {
  fileprivate mutating func popList() -> [Int64]? {
    guard let length = popFirst(), length >= 0, length <= count else { return nil }
    defer { removeFirst(Int(length)) }
    return Array(prefix(Int(length)))
  }
}
