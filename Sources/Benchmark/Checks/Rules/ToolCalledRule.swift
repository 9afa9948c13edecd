/// The model called a tool.
package struct ToolCalledRule: CheckRule {
  package static let kind = Check.Kind.toolCalled
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  package var name: String
  /// What the arguments must hold at least.
  package var arguments: JSONValue?
  /// How often; at least once where nothing is said.
  package var times: Int?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case name, arguments, times
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    guard let name = decoder.requiredText("name", in: place) else { return nil }
    self.name = name
    if let element = place.fields["arguments"], decoder.members(element) != nil { arguments = element.node.value }
    times = decoder.count("times", in: place)
    if !decoder.toolNames.contains(name), let element = place.fields["name"] {
      let nearest = EditDistance.nearest(to: name, among: decoder.toolNames)
      if nearest != nil || !rules(out: place) { decoder.report(.unknownTool(name, nearest: nearest), at: element) }
    }
  }

  /// That a tool is not called may be asked of prompts that have none.
  private func rules(out place: CheckPlace) -> Bool { times == 0 || place.fields["not"]?.node.kind == .bool(true) }

  package var words: String {
    "calls \(name.excerpt())" + (arguments.map { " with \($0.shown)" } ?? "")
      + (times.map { $0 == 1 ? " once" : " \($0) times" } ?? "")
  }

  package func examine(_ judged: Judged) -> Finding {
    let calls = judged.toolCalls.count(where: isWanted)
    return Finding(times.map { $0 == calls } ?? (calls > 0), found: ToolCalledRule.shown(judged.toolCalls))
  }

  private func isWanted(_ call: ToolCall) -> Bool {
    guard call.name == name else { return false }
    guard let arguments else { return true }
    return JSONReader.read(Array(call.arguments.utf8)).root?.value.holds(arguments) ?? false
  }

  private static func shown(_ calls: [ToolCall]) -> String {
    let most = 3
    let texts = calls.prefix(most).map { "\($0.name.excerpt())(\($0.arguments.excerpt()))" }
    if texts.isEmpty { return "no call" }
    return (texts + (calls.count > most ? ["\(calls.count - most) more"] : [])).joined(separator: ", ")
  }
}
