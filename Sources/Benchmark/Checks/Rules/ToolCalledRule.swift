/// The model called a tool, so often, or several in an order.
package struct ToolCalledRule: CheckRule {
  package static let kind = Check.Kind.toolCalled
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  /// Nil where an order is asked for.
  package var name: String?
  /// What the arguments must hold at least.
  package var arguments: JSONValue?
  /// How often; at least once where nothing is said.
  package var times: Int?
  /// The fewest calls.
  package var min: Int?
  /// The most calls.
  package var max: Int?
  /// Tools that are called one after the other, whatever is called between; nil where one tool is asked for.
  package var order: [String]?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case name, arguments, times, min, max, order
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    guard decoder.hasOne(of: ["name", "order"], in: place) else { return nil }
    if decoder.has("order", in: place) {
      readOrder(of: place, by: &decoder)
    } else {
      guard let name = decoder.requiredText("name", in: place) else { return nil }
      self.name = name
      readCalls(of: place, by: &decoder)
      if let element = place.fields["name"] { check(name, at: element, of: place, by: &decoder) }
    }
  }

  private mutating func readOrder(of place: CheckPlace, by decoder: inout SuiteDecoder) {
    for key in ["arguments", "times", "min", "max"] {
      if let element = place.fields[key] { decoder.report(.exclusiveKeys(key, "order"), at: element) }
    }
    let rule = self
    order = decoder.texts("order", in: place) { decoder, name, element in
      if name.isEmpty { return decoder.report(.emptyValue, at: element) }
      rule.check(name, at: element, of: place, by: &decoder)
    }
  }

  private mutating func readCalls(of place: CheckPlace, by decoder: inout SuiteDecoder) {
    if let element = place.fields["arguments"], decoder.members(element) != nil { arguments = element.node.value }
    times = decoder.count("times", in: place)
    min = decoder.count("min", in: place)
    max = decoder.count("max", in: place)
    for key in ["min", "max"] {
      if decoder.has("times", in: place), let element = place.fields[key] {
        decoder.report(.exclusiveKeys(key, "times"), at: element)
      }
    }
    if min == 0, max == nil, let element = place.fields["min"] {
      decoder.report(.outOfRange("0", range: "1 or more, as no tool is called less often, or a 'max'"), at: element)
    }
    if let min, let max, min > max, let element = place.fields["max"] {
      decoder.report(.outOfRange("\(max)", range: "\(min) or more, as 'min' says"), at: element)
    }
  }

  /// That a tool is not called may be asked of prompts that have none.
  private func check(
    _ name: String, at element: SuiteElement, of place: CheckPlace, by decoder: inout SuiteDecoder
  ) {
    guard !decoder.toolNames.contains(name) else { return }
    let nearest = EditDistance.nearest(to: name, among: decoder.toolNames)
    let isRuledOut = times == 0 || max == 0 || place.fields["not"]?.node.kind == .bool(true)
    if nearest != nil || !isRuledOut { decoder.report(.unknownTool(name, nearest: nearest), at: element) }
  }

  package var words: String {
    if let order { return "calls " + order.map { $0.excerpt() }.joined(separator: ", then ") }
    return "calls \(name?.excerpt() ?? "a tool")" + (arguments.map { " with \($0.shown)" } ?? "") + often
  }

  /// How often, where it is said.
  private var often: String {
    let counted = { (count: Int) in count == 1 ? "once" : "\(count) times" }
    return switch (times, min, max) {
    case (let times?, _, _): " " + counted(times)
    case (nil, let min?, let max?): min == max ? " " + counted(min) : " \(min) to \(max) times"
    case (nil, let min?, nil): " at least " + counted(min)
    case (nil, nil, let max?): " at most " + counted(max)
    case (nil, nil, nil): ""
    }
  }

  package func examine(_ input: CheckInput) -> Finding {
    Finding(isMet(by: input.toolCalls), found: ToolCalledRule.shown(input.toolCalls))
  }

  private func isMet(by calls: [ToolCall]) -> Bool {
    if let order { return calls.reduce(order[...]) { $0.first == $1.name ? $0.dropFirst() : $0 }.isEmpty }
    let count = calls.count(where: isWanted)
    if let times { return count == times }
    return count >= (min ?? (max == nil ? 1 : 0)) && count <= max ?? .max
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
