import CLibcurl

extension EasyHandle {
  /// Lets libcurl call the transfer back, which has to outlive its time in the multi handle.
  func report(to transfer: Transfer) {
    let context = Unmanaged.passUnretained(transfer).toOpaque()
    set(CURLOPT_PRIVATE, context)
    clibcurl_set_prerequest(pointer, willSend)
    set(CURLOPT_PREREQDATA, context)
    clibcurl_set_receiver(pointer, CURLOPT_HEADERFUNCTION, receiveHeader)
    set(CURLOPT_HEADERDATA, context)
    clibcurl_set_receiver(pointer, CURLOPT_WRITEFUNCTION, receiveBody)
    set(CURLOPT_WRITEDATA, context)
  }
}

extension Transfer {
  /// The transfer that was given to `EasyHandle.report(to:)` of a handle.
  static func of(_ easy: UnsafeMutableRawPointer) -> Transfer? {
    var context: UnsafeMutableRawPointer?
    clibcurl_get_private(easy, &context)
    return context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Calls a transfer that its loop keeps alive, without counting a reference: a read is handed over for every chunk.
  fileprivate static func tell(_ context: UnsafeMutableRawPointer?, _ body: (Transfer) -> Bool) -> Bool {
    context.map { Unmanaged<Transfer>.fromOpaque($0)._withUnsafeGuaranteedRef(body) } ?? false
  }
}

// The clock is read first: nothing may delay a stamp.

private func willSend(
  context: UnsafeMutableRawPointer?, remoteIP: UnsafeMutablePointer<CChar>?, localIP: UnsafeMutablePointer<CChar>?,
  remotePort: Int32, localPort: Int32
) -> Int32 {
  let now = Monotonic.now
  return Transfer.tell(context) { $0.willSend(at: now) } ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}

private func receiveHeader(
  bytes: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
  let now = Monotonic.now
  let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return Transfer.tell(context) { $0.receiveHeader(line, at: now) } ? line.count : refusal
}

private func receiveBody(
  bytes: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
  let now = Monotonic.now
  let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return Transfer.tell(context) { $0.receiveBody(part, at: now) } ? part.count : refusal
}

/// A count that libcurl did not offer ends the transfer.
private let refusal = 0
