/// The model wrote no more tokens than so many.
package struct TokensRule: CheckRule {
  package static let kind = Check.Kind.tokens
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  package var max: Int
  /// The completion's where nothing is said.
  package var of: Share?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case max, of
  }

  /// Which tokens are counted.
  package enum Share: String, Codable, CaseIterable, Sendable {
    /// Reasoning and answer.
    case completion
    case reasoning
    /// Prompt, reasoning and answer.
    case total
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    _ = decoder.required("max", of: place.fields, in: place.object, at: place.element)
    max = decoder.count("max", in: place) ?? 0
    of = decoder.word(place.fields["of"], "kind of tokens")
  }

  package var words: String { "has at most \(max) \(of ?? .completion) tokens" }

  package func examine(_ input: CheckInput) -> Finding {
    let count =
      switch of ?? .completion {
      case .completion: input.completionTokens
      case .reasoning: input.reasoningTokens
      case .total: input.totalTokens
      }
    guard let count else { return Finding(unknown: "the server did not count the \(of ?? .completion) tokens") }
    return Finding(count <= Double(max), found: Decimals.text(count))
  }
}
