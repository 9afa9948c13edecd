import CLibcurl

/// One transfer's handle in libcurl, with what has to live as long as it.
final class EasyHandle {
  let pointer: UnsafeMutableRawPointer
  private let errorBuffer: UnsafeMutablePointer<CChar>
  private var headers: UnsafeMutablePointer<curl_slist>?

  init?() {
    guard let pointer = curl_easy_init() else { return nil }
    self.pointer = pointer
    errorBuffer = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorBuffer.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    set(CURLOPT_ERRORBUFFER, UnsafeMutableRawPointer(errorBuffer))
  }

  deinit {
    curl_easy_cleanup(pointer)
    curl_slist_free_all(headers)
    errorBuffer.deallocate()
  }

  /// libcurl's own account of a failure; may hold words of the server.
  var errorText: String { String(cString: errorBuffer) }

  func set(_ option: CURLoption, _ value: Int) {
    clibcurl_set_long(pointer, option, value)
  }

  func set(_ option: CURLoption, _ value: String) {
    clibcurl_set_string(pointer, option, value)
  }

  func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer) {
    clibcurl_set_pointer(pointer, option, value)
  }

  func set(headers lines: [String]) {
    for line in lines { headers = curl_slist_append(headers, line) }
    clibcurl_set_pointer(pointer, CURLOPT_HTTPHEADER, headers)
  }

  func integer(_ info: CURLINFO) -> Int {
    var value = 0
    clibcurl_get_long(pointer, info, &value)
    return value
  }

  func offset(_ info: CURLINFO) -> Int64 {
    var value: curl_off_t = 0
    clibcurl_get_offset(pointer, info, &value)
    return Int64(value)
  }
}
