import CLibcurl

/// The proxy that libcurl finds in environment variables, for telling people; libcurl chooses it by itself.
///
/// As in libcurl the first of its variables that is not empty counts, and `HTTP_PROXY` does not: a CGI server sets it
/// from a header. Blocks of addresses (`10.0.0.0/8`) in `no_proxy` are not looked at.
struct ProxyEnvironment {
  var variables: [String: String]

  /// Without user, password and port; nil where the request goes straight to its host.
  func proxyHost(for destination: Destination) -> String? {
    guard !destination.isLoopback, !isException(destination.host), let proxy = proxy(for: destination) else {
      return nil
    }
    return URLParts(proxy, flags: CURLU_GUESS_SCHEME | CURLU_NON_SUPPORT_SCHEME)?[CURLUPART_HOST]
  }

  private func proxy(for destination: Destination) -> String? {
    let own = destination.scheme == "https" ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]
    return first(of: own + ["all_proxy", "ALL_PROXY"])
  }

  /// An entry stands for a host and all below it.
  private func isException(_ host: String) -> Bool {
    let entries = first(of: ["no_proxy", "NO_PROXY"])?.lowercased().split { [" ", ",", "\t"].contains($0) } ?? []
    return entries.contains { entry in
      let name = entry.drop { $0 == "." }
      return entry == "*" || host == name || host.hasSuffix(".\(name)")
    }
  }

  private func first(of names: [String]) -> String? {
    names.lazy.compactMap { variables[$0] }.first { !$0.isEmpty }
  }
}
