import CLibcurl

/// A URL as libcurl takes it apart.
struct URLParts: ~Copyable {
  private let pointer: OpaquePointer

  /// Nil where libcurl would not take the URL; the flags are those of `curl_url_set`.
  init?(_ url: String, flags: Int32 = 0) {
    guard !url.utf8.contains(0), let pointer = curl_url() else { return nil }
    guard curl_url_set(pointer, CURLUPART_URL, url, UInt32(flags)) == CURLUE_OK else {
      curl_url_cleanup(pointer)
      return nil
    }
    self.pointer = pointer
  }

  deinit {
    curl_url_cleanup(pointer)
  }

  subscript(part: CURLUPart, flags: Int32 = 0) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(pointer, part, &text, UInt32(flags)) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }
}
