import CLibcurl

/// libcurl's multi interface on sockets that a `Poller` watches: libcurl sees the ready ones only, one by one.
final class MultiHandle {
  private let pointer: UnsafeMutableRawPointer
  private let pipe: WakePipe
  private var poller = Poller()
  private var running: Int32 = 0

  /// When libcurl wants to be called although no socket is ready.
  private var timer = Int64.max

  /// Counts how often libcurl was called: what comes between two calls came at once.
  private(set) var wakeUp = 0

  private static let isLibraryReady = clibcurl_init() == CURLE_OK

  init(_ configuration: HTTPClient.Configuration, wokenBy pipe: WakePipe) {
    // It fails only where memory is used up before anything was sent: there is no run yet that could be saved.
    guard Self.isLibraryReady, let pointer = curl_multi_init() else { fatalError("libcurl could not be started") }
    self.pointer = pointer
    self.pipe = pipe
    poller.watch(pipe.readable, reads: true, writes: false)
    clibcurl_set_multi_long(pointer, CURLMOPT_MAXCONNECTS, configuration.cachedConnections)
    observe()
  }

  deinit {
    curl_multi_cleanup(pointer)
    poller.release()
    pipe.release()
  }

  /// Waits until a socket is ready, the pipe wakes it or a time has come, and lets libcurl do what there is to do.
  func turn(until deadline: Int64) {
    poller.wait(milliseconds: Self.milliseconds(until: min(deadline, timer)))
    var isWoken = false
    for socket in poller.ready {
      if socket.descriptor == pipe.readable { isWoken = true } else { call(socket.descriptor, socket.events) }
    }
    if isWoken { pipe.drain() }
    if timer <= Monotonic.now {
      timer = .max
      call(CURL_SOCKET_TIMEOUT, 0)
    }
  }

  func add(_ easy: EasyHandle) -> Bool {
    curl_multi_add_handle(pointer, easy.pointer) == CURLM_OK
  }

  func remove(_ easy: EasyHandle) {
    curl_multi_remove_handle(pointer, easy.pointer)
  }

  /// The handle of a transfer that has ended, as libcurl knows it, and how it did.
  func nextFinished() -> (easy: UnsafeMutableRawPointer, code: CURLcode)? {
    var left: Int32 = 0
    while let message = curl_multi_info_read(pointer, &left) {
      if message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle {
        return (easy, message.pointee.data.result)
      }
    }
    return nil
  }

  private func call(_ socket: curl_socket_t, _ events: Int32) {
    wakeUp += 1
    curl_multi_socket_action(pointer, socket, events, &running)
  }

  /// Rounded up, so that what is waited for is due; a minute at most.
  private static func milliseconds(until time: Int64) -> Int32 {
    let nanoseconds = min(max(time - Monotonic.now, 0), 60_000_000_000)
    return Int32((nanoseconds + 999_999) / 1_000_000)
  }
}

// What libcurl calls back with while it works.
extension MultiHandle {
  private func observe() {
    let context = Unmanaged.passUnretained(self).toOpaque()
    clibcurl_set_socket_watcher(pointer, watchSocket)
    clibcurl_set_multi_pointer(pointer, CURLMOPT_SOCKETDATA, context)
    clibcurl_set_timer(pointer, setTimer)
    clibcurl_set_multi_pointer(pointer, CURLMOPT_TIMERDATA, context)
  }

  fileprivate func watch(_ socket: curl_socket_t, for interest: Int32) {
    switch interest {
    case CURL_POLL_REMOVE: poller.ignore(socket)
    default:
      poller.watch(socket, reads: interest & CURL_POLL_IN != 0, writes: interest & CURL_POLL_OUT != 0)
    }
  }

  fileprivate func expire(inMilliseconds milliseconds: Int) {
    timer = milliseconds < 0 ? .max : Monotonic.now + Int64(milliseconds) * 1_000_000
  }
}

extension ReadySocket {
  /// In libcurl's notation.
  fileprivate var events: Int32 {
    (isReadable ? CURL_CSELECT_IN : 0) | (isWritable ? CURL_CSELECT_OUT : 0)
  }
}

private func watchSocket(
  easy: UnsafeMutableRawPointer?, socket: curl_socket_t, interest: Int32, context: UnsafeMutableRawPointer?,
  socketContext: UnsafeMutableRawPointer?
) -> Int32 {
  if let context { Unmanaged<MultiHandle>.fromOpaque(context).takeUnretainedValue().watch(socket, for: interest) }
  return 0
}

private func setTimer(multi: UnsafeMutableRawPointer?, milliseconds: Int, context: UnsafeMutableRawPointer?) -> Int32 {
  if let context {
    Unmanaged<MultiHandle>.fromOpaque(context).takeUnretainedValue().expire(inMilliseconds: milliseconds)
  }
  return 0
}
