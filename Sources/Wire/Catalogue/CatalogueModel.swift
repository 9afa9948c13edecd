internal import Benchmark

/// One model as an endpoint lists it; what the endpoint does not say is nil or empty.
package struct CatalogueModel: Hashable, Sendable {
  package var id: String
  /// The dated name that answers may carry instead of the id.
  package var canonicalSlug: String?
  package var name: String?
  /// Tokens of prompt and answer together.
  package var contextLength: Int?
  /// `YYYY-MM-DD`.
  package var expirationDate: String?
  package var inputModalities: [String] = []
  package var outputModalities: [String] = []
  package var supportedParameters: [String] = []
  /// The longest answer in tokens.
  package var largestAnswer: Int?
  /// US dollars per token.
  package var promptPrice: Double?
  /// US dollars per token.
  package var completionPrice: Double?
  /// US dollars per request, on top of its tokens.
  package var requestPrice: Double?

  package init(id: String) {
    self.id = id
  }

  /// The day on which it ended, if that is before `today`, both as `YYYY-MM-DD`; nil while it lasts or nobody says.
  package func expirationDate(before today: String) -> String? {
    guard let day = expirationDate?.prefix(10), day.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil, day < today else {
      return nil
    }
    return String(day)
  }

  /// Whether it draws on the free quota: the `:free` suffix says so, a price of 0 does not.
  package var isFree: Bool {
    id == "openrouter/free" || id.split(separator: ":").dropFirst().contains("free")
  }
}

extension CatalogueModel {
  /// Reads an entry of a list; nil when it names no model.
  init?(_ entry: JSON) {
    guard let id = (entry["id"] ?? entry["model"] ?? entry["name"])?.filledString ?? entry.filledString else {
      return nil
    }
    self.init(id: id)
    canonicalSlug = entry["canonical_slug"]?.filledString
    name = entry["name"]?.filledString
    // vLLM and Groq have names of their own for it.
    let lengths = [entry["context_length"], entry["max_model_len"], entry["context_window"]]
    contextLength = lengths.lazy.compactMap { $0?.length }.first { $0 > 0 }
    expirationDate = entry["expiration_date"]?.filledString
    inputModalities = entry["architecture"]?["input_modalities"]?.words ?? []
    outputModalities = entry["architecture"]?["output_modalities"]?.words ?? []
    supportedParameters = entry["supported_parameters"]?.words ?? []
    promptPrice = entry["pricing"]?["prompt"]?.price
    completionPrice = entry["pricing"]?["completion"]?.price
    requestPrice = entry["pricing"]?["request"]?.price
    largestAnswer = entry["top_provider"]?["max_completion_tokens"]?.count.flatMap { $0 > 0 ? $0 : nil }
  }
}

extension JSON {
  fileprivate var words: [String] { elements.compactMap { $0.filledString } }

  /// A whole number, also one in quotation marks.
  fileprivate var length: Int? { count ?? string.flatMap { Int($0) }.flatMap(Count.admitted) }

  /// A decimal, mostly as text; routers say -1 for a price that is not known before.
  fileprivate var price: Double? {
    word.flatMap(Double.init).flatMap(Dollars.admitted)
  }
}
