import CLibcurl

extension EasyHandle {
  /// Bytes that are read at once: more than a chunk of a stream has, and a quarter of libcurl's usual for each stream.
  private static let readSize = 4096

  /// Sets up everything of a transfer but its callbacks.
  func prepare(_ request: HTTPRequest, to destination: Destination, _ configuration: HTTPClient.Configuration) {
    restrict()
    route(to: destination, configuration)
    if destination.scheme == "https" { believe(configuration.authorities) }
    set(CURLOPT_USERAGENT, configuration.userAgent)
    set(headers: Self.lines(of: request))
    if request.opensConnection { set(CURLOPT_FRESH_CONNECT, 1) }
    // Asked for or not: what comes compressed all the same is decoded, and counted by our limits as what it is.
    set(CURLOPT_ACCEPT_ENCODING, request.acceptsGzip ? "gzip" : "identity")
    if request.method == .post { setBody(request.body) }
  }

  private func restrict() {
    clibcurl_allow_http_only(pointer)
    clibcurl_abandon_lookups(pointer)
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_BUFFERSIZE, Self.readSize)
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_HTTP09_ALLOWED, 0)
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
  }

  private func route(to destination: Destination, _ configuration: HTTPClient.Configuration) {
    set(CURLOPT_URL, destination.url)
    // libcurl would share one connection among the streams of a host: they would wait for each other.
    set(CURLOPT_HTTP_VERSION, configuration.http2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1)
    // libcurl would send requests for this machine to the proxy of the environment.
    if destination.isLoopback {
      set(CURLOPT_PROXY, "")
    } else if let proxy = configuration.proxy {
      set(CURLOPT_PROXY, proxy)
    }
  }

  private func setBody(_ body: [UInt8]) {
    guard !body.isEmpty else { return set(CURLOPT_COPYPOSTFIELDS, "") }
    clibcurl_set_offset(pointer, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
    body.withUnsafeBytes { bytes in
      _ = clibcurl_set_pointer(pointer, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
    }
  }

  /// In libcurl's notation, where `Name:` takes away a header of its own and `Name;` sends one without a value.
  private static func lines(of request: HTTPRequest) -> [String] {
    // libcurl would wait up to a second for `100 Continue` before a body over 1 MiB.
    var lines = ["Expect:"]
    // libcurl would call every body a form.
    if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) { lines.append("Content-Type:") }
    return lines + request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
  }
}
