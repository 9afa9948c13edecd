/// A field of a request that a server does not take, and how the same is said without it.
///
/// Servers that speak the same protocol differ in these: OpenAI's reasoning models refuse `max_tokens`, Mistral refuses
/// `max_completion_tokens`, old versions of Azure `stream_options`.
package enum FieldAdaptation: String, Hashable, Sendable, CaseIterable {
  /// `max_completion_tokens` in place of `max_tokens`, with the same value.
  case maxTokens = "max_tokens"
  /// The other way round.
  case maxCompletionTokens = "max_completion_tokens"
  /// Left out: without it some servers send no usage.
  case streamOptions = "stream_options"

  /// The field that is sent in its place; nil where it is left out.
  package var replacement: String? {
    switch self {
    case .maxTokens: FieldAdaptation.maxCompletionTokens.rawValue
    case .maxCompletionTokens: FieldAdaptation.maxTokens.rawValue
    case .streamOptions: nil
    }
  }
}

extension ServerError {
  private static let refusals = [
    "instead", "unsupported", "not supported", "unknown", "unrecognized", "not permitted", "extra_forbidden",
  ]

  /// The field that a 400 or 422 refuses, where the request can be made without it; of the two limits on tokens the one
  /// that is named first, or as `param`.
  package func refusedField(status: Int) -> FieldAdaptation? {
    guard status == 400 || status == 422 else { return nil }
    let words = [message, providerMessage ?? ""].joined(separator: " ").lowercased()
    guard Self.refusals.contains(where: (words + " " + (code ?? "")).contains) else { return nil }
    if let named = param.flatMap(FieldAdaptation.init) { return named }
    return words.split { !($0.isLetter || $0 == "_") }.lazy.compactMap { FieldAdaptation(rawValue: String($0)) }.first
  }
}
