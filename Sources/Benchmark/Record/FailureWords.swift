/// What was said of a failure, by who said it; nil where nothing was.
package struct FailureWords: Codable, Hashable, Sendable {
  /// The message of the server that was asked.
  package var server: String?
  /// The words of the provider behind that server, and its name.
  package var provider: String?
  package var providerName: String?
  /// Why the transfer broke.
  package var transport: String?
  /// Our own words for what we saw.
  package var ours: String?

  package init(
    server: String? = nil, provider: String? = nil, providerName: String? = nil, transport: String? = nil,
    ours: String? = nil
  ) {
    self.server = server
    self.provider = provider
    self.providerName = providerName
    self.transport = transport
    self.ours = ours
  }

  package enum CodingKeys: String, CodingKey {
    case server, provider
    case providerName = "provider_name"
    case transport, ours
  }

  /// The first that has words: the server, with its provider, then the transport; ours only where neither spoke.
  package var message: String? {
    let spoken = [serverAndProvider, transport].compactMap(\.self)
    return spoken.isEmpty ? ours : spoken.joined(separator: "; ")
  }

  /// `Provider returned error (Sample Cloud: the model is being loaded)`.
  private var serverAndProvider: String? {
    guard let server else { return nil }
    let behind = [providerName, provider == server ? nil : provider].compactMap(\.self)
    return behind.isEmpty ? server : "\(server) (\(behind.joined(separator: ": ")))"
  }
}
