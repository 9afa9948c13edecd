import Testing

@testable import bakeoff

/// What people type instead of an id, and what they are shown.
@Suite struct ModelSuggestionTests {
  private static let listed = [
    "openrouter/free", "sim/swift-otter-8b:free", "v/GLM-4.5-air:free", "google/gemma-4-31b-it:free", "llama3:8b",
  ]

  static let rows: [(typed: String, shown: String?, intent: String)] = [
    ("v/glm-4.5-air:free", "v/GLM-4.5-air:free", "another case"),
    ("swift-otter-8b:free", "sim/swift-otter-8b:free", "no vendor"),
    ("swift-otter-8b", "sim/swift-otter-8b:free", "neither vendor nor variant"),
    ("other/swift-otter-8b:nitro", "sim/swift-otter-8b:free", "another vendor and variant"),
    ("gemma-4", "google/gemma-4-31b-it:free", "the beginning of a name"),
    ("llama3", "llama3:8b", "a name without its tag"),
    ("sim/swift-oter-8b:free", "sim/swift-otter-8b:free", "a slip of the keyboard"),
    ("SIM/swift-oter-8b:free", "sim/swift-otter-8b:free", "a slip in another case"),
    ("a", nil, "a beginning of too much"),
    ("mistralai/mixtral-8x7b", nil, "another model"),
    ("", nil, "nothing"),
  ]

  @Test(arguments: rows)
  func `the likeliest model is suggested, or none`(row: (typed: String, shown: String?, intent: String)) {
    #expect(ModelSuggestion.nearest(to: row.typed, among: Self.listed) == row.shown, "\(row.intent)")
  }
}
