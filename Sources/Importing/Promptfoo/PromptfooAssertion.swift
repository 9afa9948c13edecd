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
  let weight: Double
  let metric: String?
  /// The assertions of a set.
  let members: [ForeignValue]

  /// Nil, with a note, for what is none or does not count.
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
    members = fields.take("assert")?.elements ?? []
    for (key, rest) in fields.rest { log.note("An assertion's '\(key.excerpt())' is not carried over.", at: rest) }
    guard weight > 0 else {
      log.note("An assertion of weight 0 is left out: every check counts.", at: place)
      return nil
    }
  }
}
