import CLibcurl

/// libcurl's multi interface: the transfers in flight, their connections, and the waiting for their sockets.
///
/// `@unchecked Sendable`: libcurl allows `wake` from any thread; everything else is called by the `TransferLoop` alone,
/// on its thread, which frees the handle after its `Inbox` was closed and so wakes it no more.
struct MultiHandle: @unchecked Sendable {
  private let pointer: UnsafeMutableRawPointer

  private static let isLibraryReady = clibcurl_init() == CURLE_OK

  init(_ configuration: HTTPClient.Configuration) {
    guard Self.isLibraryReady, let pointer = curl_multi_init() else { fatalError("libcurl could not be started") }
    clibcurl_set_multi_long(pointer, CURLMOPT_MAXCONNECTS, configuration.cachedConnections)
    self.pointer = pointer
  }

  func free() {
    curl_multi_cleanup(pointer)
  }

  func wake() {
    curl_multi_wakeup(pointer)
  }

  /// Sleeps until a socket is ready, `wake` was called, libcurl has something to do or the time is over.
  func wait(milliseconds: Int32) {
    curl_multi_poll(pointer, nil, 0, milliseconds, nil)
  }

  /// Hands the ready sockets to libcurl, which calls the transfers back.
  func perform() {
    var running: Int32 = 0
    curl_multi_perform(pointer, &running)
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
}
