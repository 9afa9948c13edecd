import CLibcurl

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A socket that can be gone on with; broken ones are both readable and writable.
struct ReadySocket {
  var descriptor: Int32
  var isReadable: Bool
  var isWritable: Bool
}

#if os(Linux)
  /// Waits for many sockets at once, with epoll.
  struct Poller {
    /// What the last wait found.
    private(set) var ready: [ReadySocket] = []

    private let epoll: Int32
    private var events = [epoll_event](repeating: epoll_event(), count: 256)

    init() {
      epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
      precondition(epoll >= 0, "no epoll for the transport: error \(errno)")
    }

    mutating func watch(_ descriptor: Int32, reads: Bool, writes: Bool) {
      var event = epoll_event()
      event.events = (reads ? clibcurl_epoll_in : 0) | (writes ? clibcurl_epoll_out : 0)
      event.data.fd = descriptor
      if epoll_ctl(epoll, EPOLL_CTL_MOD, descriptor, &event) != 0 {
        _ = epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event)
      }
    }

    mutating func ignore(_ descriptor: Int32) {
      _ = epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, nil)
    }

    /// A call that a signal interrupted has found nothing.
    mutating func wait(milliseconds: Int32) {
      let count = epoll_wait(epoll, &events, Int32(events.count), milliseconds)
      ready.removeAll(keepingCapacity: true)
      for event in events.prefix(Int(max(count, 0))) {
        ready.append(
          ReadySocket(
            descriptor: event.data.fd, isReadable: event.events & ~clibcurl_epoll_out != 0,
            isWritable: event.events & ~clibcurl_epoll_in != 0))
      }
    }

    func release() {
      close(epoll)
    }
  }
#else
  /// Waits for sockets with poll, which costs more the more of them there are; libcurl works on ready ones alone still.
  struct Poller {
    /// What the last wait found.
    private(set) var ready: [ReadySocket] = []

    private var watched: [Int32: Int16] = [:]

    mutating func watch(_ descriptor: Int32, reads: Bool, writes: Bool) {
      watched[descriptor] = Int16((reads ? POLLIN : 0) | (writes ? POLLOUT : 0))
    }

    mutating func ignore(_ descriptor: Int32) {
      watched[descriptor] = nil
    }

    /// A call that a signal interrupted has found nothing.
    mutating func wait(milliseconds: Int32) {
      var sockets = watched.map { pollfd(fd: $0.key, events: $0.value, revents: 0) }
      let found = poll(&sockets, nfds_t(sockets.count), milliseconds) > 0
      ready = sockets.filter { found && $0.revents != 0 }.map { socket in
        ReadySocket(
          descriptor: socket.fd, isReadable: Int32(socket.revents) & ~Int32(POLLOUT) != 0,
          isWritable: Int32(socket.revents) & ~Int32(POLLIN) != 0)
      }
    }

    func release() {}
  }
#endif
