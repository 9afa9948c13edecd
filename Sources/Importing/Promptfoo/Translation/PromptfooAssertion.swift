internal import Benchmark

/// An assertion of promptfoo's, to become a check.
struct PromptfooAssertion {
  let place: ForeignValue
  /// Without the prefix `not-`.
  let type: String
  let isInverted: Bool
  let value: ForeignValue?
  let threshold: Double?
  /// Of the model that judges.
  let provider: ForeignValue?
  /// 0 for what is measured and decides nothing.
  let weight: Double
  let metric: String?
  /// JavaScript that the answer goes through first.
  let transform: ForeignValue?
  /// The assertions of a set.
  let members: [ForeignValue]
  /// The keys beyond these, each of which may make it another assertion.
  let others: [String]

  /// What says nothing about the answer.
  private static let harmless: Set<String> = ["description", "id", "metadata", "tags", "comment"]

  /// Nil, with a note, for what is none.
  init?(_ place: ForeignValue, log: ImportLog) {
    guard var fields = ForeignObject(place), let type = fields.take("type")?.string else {
      log.note("This is no assertion, and is left out.", at: place)
      return nil
    }
    self.place = place
    isInverted = type.hasPrefix("not-")
    self.type = isInverted ? String(type.dropFirst("not-".count)) : type
    value = fields.take("value")
    threshold = fields.take("threshold")?.number
    provider = fields.take("provider")
    weight = fields.take("weight")?.number ?? 1
    metric = fields.take("metric")?.string
    transform = fields.take("transform")
    members = fields.take("assert")?.elements ?? []
    others = fields.rest.filter { $0.value.node.kind != .null }.map(\.key).filter { !Self.harmless.contains($0) }
  }
}
