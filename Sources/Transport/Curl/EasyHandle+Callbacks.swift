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
    return context.map(from)
  }

  fileprivate static func from(_ context: UnsafeMutableRawPointer) -> Transfer {
    Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  }
}

// The clock is read first: nothing may delay a stamp.

private func willSend(
  context: UnsafeMutableRawPointer?, remoteIP: UnsafeMutablePointer<CChar>?, localIP: UnsafeMutablePointer<CChar>?,
  remotePort: Int32, localPort: Int32
) -> Int32 {
  let now = Monotonic.now
  guard let context, Transfer.from(context).willSend(at: now) else { return CURL_PREREQFUNC_ABORT }
  return CURL_PREREQFUNC_OK
}

private func receiveHeader(
  bytes: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
  let now = Monotonic.now
  let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
  guard let context, Transfer.from(context).receiveHeader(line, at: now) else { return refusal }
  return line.count
}

private func receiveBody(
  bytes: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
  let now = Monotonic.now
  let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
  guard let context, Transfer.from(context).receiveBody(part, at: now) else { return refusal }
  return part.count
}

/// A count that libcurl did not offer ends the transfer.
private let refusal = 0
