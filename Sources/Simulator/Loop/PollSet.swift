#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
#if os(Linux)
  import CPoll
#endif

/// The descriptors an event loop waits for, each under an id of ours.
///
/// poll(2) and not epoll or kqueue: it is nearly the same call on every system, and for a thousand
/// descriptors a wake-up costs some 50 µs.
struct PollSet {
  /// A descriptor that can be read or written now; an error or a hang-up shows as readable.
  struct Readiness {
    var id: UInt64
    var isReadable: Bool
    var isWritable: Bool
  }

  private var polled: [pollfd] = []
  private var ids: [UInt64] = []
  private var positions: [UInt64: Int] = [:]

  mutating func add(_ socket: Socket, id: UInt64) {
    positions[id] = polled.count
    polled.append(pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0))
    ids.append(id)
  }

  mutating func remove(_ id: UInt64) {
    guard let position = positions.removeValue(forKey: id) else { return }
    polled.swapAt(position, polled.count - 1)
    ids.swapAt(position, ids.count - 1)
    polled.removeLast()
    ids.removeLast()
    if position < ids.count { positions[ids[position]] = position }
  }

  /// What to wait for at a descriptor from now on.
  mutating func watch(_ id: UInt64, reading: Bool = true, writing: Bool = false) {
    guard let position = positions[id] else { return }
    polled[position].events = Int16((reading ? POLLIN : 0) | (writing ? POLLOUT : 0))
  }

  /// Waits for a descriptor, but for no more than these nanoseconds; nil waits for ever.
  mutating func wait(atMost nanoseconds: Int64?) -> [Readiness] {
    guard poll(atMost: nanoseconds) > 0 else { return [] }
    return zip(polled, ids).compactMap { entry, id in
      entry.revents == 0 ? nil : Self.readiness(of: entry.revents, id: id)
    }
  }

  #if os(Linux)
    private mutating func poll(atMost nanoseconds: Int64?) -> Int32 {
      guard let nanoseconds else { return cpoll_wait(&polled, nfds_t(polled.count), nil) }
      var patience = timespec(tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
      return cpoll_wait(&polled, nfds_t(polled.count), &patience)
    }
  #else
    private mutating func poll(atMost nanoseconds: Int64?) -> Int32 {
      if let nanoseconds, (1..<1_000_000).contains(nanoseconds) { Self.nap(nanoseconds) }
      return Darwin.poll(&polled, nfds_t(polled.count), nanoseconds.map { Int32(clamping: $0 / 1_000_000) } ?? -1)
    }

    /// Sleeps through what is left of a wait under a millisecond, the unit of poll(2): who sends meanwhile waits as long.
    private static func nap(_ nanoseconds: Int64) {
      var length = timespec(tv_sec: 0, tv_nsec: Int(nanoseconds))
      nanosleep(&length, nil)
    }
  #endif

  private static func readiness(of events: Int16, id: UInt64) -> Readiness {
    Readiness(
      id: id, isReadable: Int32(events) & ~Int32(POLLOUT) != 0, isWritable: Int32(events) & Int32(POLLOUT) != 0)
  }
}
