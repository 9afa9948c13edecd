/// The catalogue as `/models` shows it.
struct CatalogueListing {
  let catalogue: Catalogue
  /// When the simulated clock began, in Unix milliseconds: expiry dates count from there.
  let startedAt: Int64

  /// The page that a query asks for: everything, unless it has `limit` or `offset`.
  func page(_ query: [String: String]) throws(Refusal) -> JSON {
    let entries = [Self.router] + catalogue.models.map(entry)
    let offset = try Self.number("offset", in: query, allowed: 0...Int(Int32.max)) ?? 0
    let limit = try Self.number("limit", in: query, allowed: 1...1000) ?? (query["offset"] == nil ? entries.count : 500)
    let page = entries.dropFirst(offset).prefix(limit)
    let hasMore = offset + page.count < entries.count
    return [
      "data": .array(Array(page)),
      "total_count": .integer(entries.count),
      "links": ["next": JSON(hasMore ? "/api/v1/models?limit=\(limit)&offset=\(offset + limit)" : nil)],
    ]
  }

  private static func number(
    _ name: String, in query: [String: String], allowed: ClosedRange<Int>
  ) throws(Refusal) -> Int? {
    guard let text = query[name] else { return nil }
    guard let number = Int(text), allowed.contains(number) else { throw .badQuery(name) }
    return number
  }

  private func entry(_ model: SimulatedModel) -> JSON {
    let slug = model.id.replacing(":free", with: "") + "-" + UTCDay(ofUnixSeconds: Int64(model.created)).compact
    let common: JSON = [
      "id": .string(model.id), "canonical_slug": .string(slug), "hugging_face_id": "",
      "name": .string(model.name), "created": .integer(model.created), "description": .string(model.summary),
      "context_length": .integer(model.contextLength), "architecture": Self.architecture(model.inputs),
      "pricing": [
        "prompt": .string(model.prices?.prompt ?? "0"), "completion": .string(model.prices?.completion ?? "0"),
      ],
      "top_provider": [
        "context_length": .integer(model.contextLength), "max_completion_tokens": .integer(model.largestAnswer),
        "is_moderated": false,
      ],
      "per_request_limits": nil, "supported_parameters": .array(model.parameters.map(JSON.string)),
      "default_parameters": ["temperature": 1, "top_p": 0.95, "frequency_penalty": nil],
      "supported_voices": nil, "knowledge_cutoff": nil, "expiration_date": JSON(expiry(of: model)),
      "links": ["details": .string("/api/v1/models/\(slug)/endpoints")],
    ]
    guard let reasoning = model.reasoning else { return common }
    return common.adding([
      "reasoning": [
        "mandatory": .bool(reasoning.isMandatory), "default_enabled": .bool(reasoning.isDefault),
        "supported_efforts": .array(reasoning.efforts.map(JSON.string)), "default_effort": "medium",
      ]
    ])
  }

  private func expiry(of model: SimulatedModel) -> String? {
    model.expiresInDays.map { UTCDay(ofUnixSeconds: startedAt / 1000 + Int64($0) * 86_400).dashed }
  }

  private static func architecture(_ inputs: [String], tokenizer: String = "Other") -> JSON {
    [
      "modality": .string(inputs.joined(separator: "+") + "->text"),
      "input_modalities": .array(inputs.map(JSON.string)), "output_modalities": ["text"],
      "tokenizer": .string(tokenizer), "instruct_type": nil,
    ]
  }

  private static let router: JSON = [
    "id": .string(Catalogue.routerID), "canonical_slug": .string(Catalogue.routerID), "hugging_face_id": "",
    "name": "Free Models Router", "created": 1_769_917_427,
    "description": "Picks one of the simulated free models that can do what the request asks.",
    "context_length": 200_000, "architecture": architecture(["text", "image"], tokenizer: "Router"),
    "pricing": ["prompt": "0", "completion": "0"],
    "top_provider": ["context_length": nil, "max_completion_tokens": nil, "is_moderated": false],
    "per_request_limits": nil,
    "supported_parameters": ["max_tokens", "reasoning", "response_format", "seed", "temperature", "tools", "top_p"],
    "default_parameters": ["temperature": nil, "top_p": nil, "frequency_penalty": nil],
    "supported_voices": nil, "knowledge_cutoff": nil, "expiration_date": nil,
    "links": ["details": .string("/api/v1/models/\(Catalogue.routerID)/endpoints")],
  ]
}
