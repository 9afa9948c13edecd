#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Lets any thread end another one's wait for its sockets.
struct WakePipe: Sendable {
  /// Readable from `wake` until `drain`.
  let readable: Int32
  private let writable: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0, "no pipe for the transport: error \(errno)")
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (readable, writable) = (ends[0], ends[1])
  }

  /// A full pipe is no failure: the other thread will wake.
  func wake() {
    var byte: UInt8 = 0
    _ = write(writable, &byte, 1)
  }

  func drain() {
    var bytes: UInt64 = 0
    while read(readable, &bytes, MemoryLayout.size(ofValue: bytes)) == MemoryLayout.size(ofValue: bytes) {}
  }

  func release() {
    close(readable)
    close(writable)
  }
}
