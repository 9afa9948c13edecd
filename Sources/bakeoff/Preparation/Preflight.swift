internal import Benchmark
internal import Harness
internal import Wire

/// The questions to an endpoint before the first request that counts.
struct Preflight: Sendable {
  var service: Service
  var endpoint: Endpoint
  /// Whether a key goes with the questions.
  var hasKey: Bool

  /// An endpoint that answered, but with no list of models; both parts are whole sentences.
  struct NoCatalogue: Error, Hashable, Sendable {
    /// A status and the server's words, as in `host answered 404 to GET /v1/models: Not Found`, with a full stop.
    var fact: String
    /// What a person can do about it; empty where nobody knows.
    var remedy: String

    var words: String { remedy.isEmpty ? fact : "\(fact) \(remedy)" }
  }

  /// The endpoint's models, one at least.
  ///
  /// - Throws: `NoCatalogue` when it answers without a list; `Failure` when nothing answers or a key is missing or
  ///   refused.
  func catalogue() async throws -> [CatalogueModel] {
    do {
      let models = try await service.models()
      guard !models.isEmpty else {
        throw NoCatalogue(fact: "\(endpoint.name) answered with an empty list of models.", remedy: "")
      }
      return models
    } catch let failure as Service.Failure {
      throw refusal(failure)
    }
  }

  private func refusal(_ failure: Service.Failure) -> any Error {
    switch failure {
    case .cancelled: CancellationError()
    case .unreachable(let why, let suspectsScheme):
      Failure(.unavailable, "\(endpoint.name) cannot be reached: \(why)." + (suspectsScheme ? " \(otherScheme)" : ""))
    case .unreadable(let why):
      NoCatalogue(fact: "\(endpoint.name) answered \(question) with something else. \(why)", remedy: address)
    case .refused(401, let words): keyRefused(words)
    case .refused(let status, let words):
      NoCatalogue(
        fact: "\(endpoint.name) answered \(status) to \(question)\(Preflight.quoted(words))",
        remedy: remedy(for: status, words))
    }
  }

  private var question: String { "GET \(endpoint.path)/models" }

  private func remedy(for status: Int, _ words: String) -> String {
    switch status {
    case 300..<400: return "No redirect is followed: give the address itself with '--endpoint'."
    case _ where endpoint.origin.scheme == .http && words.lowercased().contains("https"): return otherScheme
    case 404, 405, 410: return address
    case 403 where !hasKey, 500... where !hasKey:
      return "If it wants a key, name its variable with '--api-key-env NAME'."
    default: return ""
    }
  }

  private var address: String { Self.question(ofAddress: endpoint.base) }

  /// What to ask oneself where an endpoint is not found: OpenAI's path is what is missing most often.
  static func question(ofAddress base: String) -> String {
    base.hasSuffix("/v1") ? "Is \(base) the address of its OpenAI-compatible API?" : "Does the endpoint end in /v1?"
  }

  private var otherScheme: String {
    let other = endpoint.origin.scheme == .http ? "https" : "http"
    let rest = endpoint.base.dropFirst(endpoint.origin.scheme.rawValue.count)
    return "Does it speak \(other)? Then give '--endpoint \(other)\(rest)'."
  }

  private func keyRefused(_ words: String) -> Failure {
    hasKey
      ? Failure(.key, "\(endpoint.name) refused the key\(Preflight.quoted(words))")
      : Failure(
        .key,
        "\(endpoint.name) wants a key (401\(words.isEmpty ? "" : ": \(words)")): name its variable with '--api-key-env NAME'."
      )
  }

  /// The server's words behind a colon, to the end of the sentence.
  private static func quoted(_ words: String) -> String {
    guard let last = words.last else { return "." }
    return ": \(words)" + (".!?".contains(last) ? "" : ".")
  }

  /// Free requests left today, as the server counts; nil where it does not say.
  ///
  /// - Throws: `Failure` when the key is refused.
  func quota() async throws -> KeyInfo? {
    if case .counted(let info) = try await keyInfo() { info } else { nil }
  }

  /// What the server says of a key, or why it does not.
  ///
  /// - Throws: `Failure` when the key is refused.
  func keyInfo() async throws -> AccountQuota.Answer {
    do {
      return .counted(try await service.keyInfo())
    } catch {
      switch error {
      case .refused(status: 401, let words): throw keyRefused(words)
      case .cancelled: throw CancellationError()
      case .refused(let status, let words): return .silent("\(status): \(words)")
      case .unreachable(let why, _): return .silent(why)
      case .unreadable: return .silent("its answer cannot be read")
      }
    }
  }
}
