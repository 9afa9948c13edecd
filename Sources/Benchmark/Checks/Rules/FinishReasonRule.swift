/// The answer ended for this reason, or for one of these (`stop`, `length`, `tool_calls`, `content_filter`).
///
/// In the server's own spelling or in OpenAI's.
package struct FinishReasonRule: CheckRule {
  package static let kind = Check.Kind.finishReason
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  package var value: String?
  package var values: [String]?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case value, values
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    guard decoder.hasOne(of: ["value", "values"], in: place) else { return nil }
    value = decoder.text("value", in: place)
    if let value, let element = place.fields["value"] { Self.test(&decoder, value, element) }
    values = decoder.texts("values", in: place, testing: Self.test)
  }

  /// What servers say after OpenAI; some have words of their own.
  private static let usual = ["stop", "length", "tool_calls", "content_filter", "error"]

  private static func test(_ decoder: inout SuiteDecoder, _ reason: String, _ element: SuiteElement) {
    if reason.isEmpty { return decoder.report(.emptyValue, at: element) }
    guard !usual.contains(reason), let nearest = EditDistance.nearest(to: reason, among: usual) else { return }
    decoder.report(.unknownWord(reason, noun: "finish reason", nearest: nearest, known: usual), at: element)
  }

  private var wanted: [String] { value.map { [$0] } ?? values ?? [] }

  package var judgesRefusals: Bool { true }

  package var words: String { "ends with the finish reason \(wanted.shown(joinedBy: "or"))" }

  package func examine(_ input: CheckInput) -> Finding {
    guard let reason = input.finishReason else { return Finding(unknown: "the server gave no finish reason") }
    let meaning = FinishReason(spelling: reason)?.rawValue ?? reason
    return Finding(wanted.contains(reason) || wanted.contains(meaning), found: reason.shown)
  }
}
