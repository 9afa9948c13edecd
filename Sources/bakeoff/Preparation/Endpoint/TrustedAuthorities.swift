internal import Benchmark
internal import Harness
internal import Transport

/// Whose certificates are believed for an endpoint, as the person says by option and environment; `.env` says nothing.
///
/// The variables mean what they mean to curl's own tool: CURL_CA_BUNDLE, or else SSL_CERT_FILE and SSL_CERT_DIR, take
/// the place of the system's authorities. `--ca-cert` adds to whatever holds.
struct TrustedAuthorities: Sendable {
  static let option = "--ca-cert"

  var transport = Authorities()
  /// Those that were named.
  var named: [AuthorityRecord] = []

  init() {}

  /// - Throws: `Failure` where a file cannot be read or holds no certificate.
  init(for endpoint: Endpoint, adding file: String?, environment: [String: String]) throws {
    let added = try file.map { try CertificateFile($0, namedBy: TrustedAuthorities.option) }
    guard endpoint.origin.scheme == .https else { return }
    try takePlaces(environment)
    if let added { try add(added) }
  }

  private mutating func takePlaces(_ environment: [String: String]) throws {
    let value = { (name: String) in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    let isCurls = value("CURL_CA_BUNDLE") != nil
    let variable = isCurls ? "CURL_CA_BUNDLE" : "SSL_CERT_FILE"
    if let path = value(variable) {
      named.append(try CertificateFile(path, namedBy: variable).record)
      transport.file = path
    }
    guard !isCurls, let folder = value("SSL_CERT_DIR") else { return }
    guard FileSystem.isFolder(folder) else {
      throw Failure(.badData, "The folder \(folder) of SSL_CERT_DIR is not there, so no certificate can be verified.")
    }
    named.append(AuthorityRecord(source: "SSL_CERT_DIR", path: folder))
    transport.folder = folder
  }

  private mutating func add(_ file: CertificateFile) throws {
    guard Authorities.takesBundle else {
      throw Failure(
        .usage,
        "This libcurl (\(HTTPClient.version)) cannot add authorities to the system's: put all of them into one "
          + "file and name that in SSL_CERT_FILE instead of '--ca-cert'.")
    }
    // A system may have a folder alone, which libcurl goes on looking into.
    let others = (transport.file ?? Authorities.usualFile).flatMap { try? FileSystem.read($0) } ?? []
    transport.bundle = others + Array("\n".utf8) + file.contents
    named.append(file.record)
  }

  /// What is said before anything is sent; nil where the system's authorities hold.
  func words(for endpoint: Endpoint) -> String? {
    guard !named.isEmpty else { return nil }
    let sources = named.map { "\($0.path) (\($0.source))" }.joined(separator: " and ")
    let isAlone = named.allSatisfy { $0.source != TrustedAuthorities.option }
    let others = named.count > 1 || isAlone ? "" : "the system's and "
    return "Authorities: \(others)\(sources) vouch for \(endpoint.origin)"
  }
}
