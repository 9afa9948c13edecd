import CLibcurl

extension EasyHandle {
  /// How long the parts of connecting took, in nanoseconds; nil where a part did not happen.
  var connectTimes: (nameLookup: Int64?, tcp: Int64?, tls: Int64?) {
    let resolved = instant(CURLINFO_NAMELOOKUP_TIME_T)
    let connected = instant(CURLINFO_CONNECT_TIME_T)
    let secured = instant(CURLINFO_APPCONNECT_TIME_T)
    return (resolved, length(from: resolved, to: connected), length(from: connected, to: secured))
  }

  /// Of the request, headers included.
  ///
  /// libcurl counts a body that went out together with the headers as part of the request, other bodies not.
  var bytesSent: Int {
    let request = integer(CURLINFO_REQUEST_SIZE)
    let body = Int(offset(CURLINFO_SIZE_UPLOAD_T))
    return request > body ? request : request + body
  }

  /// The connection attempt that failed last was refused.
  var wasRefused: Bool { clibcurl_was_refused(pointer) }

  /// Since the transfer's start; libcurl gives microseconds, and 0 for what has not happened.
  private func instant(_ info: CURLINFO) -> Int64? {
    let microseconds = offset(info)
    return microseconds > 0 ? microseconds * 1_000 : nil
  }

  private func length(from start: Int64?, to end: Int64?) -> Int64? {
    guard let start, let end else { return nil }
    return max(0, end - start)
  }
}
