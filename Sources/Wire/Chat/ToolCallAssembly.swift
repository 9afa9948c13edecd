/// Joins the fragments of tool calls into whole ones.
struct ToolCallAssembly {
  private var calls: [ChatReading.ToolCall] = []
  private var hasArguments: [Bool] = []
  /// The call that a fragment with this index, or else this id, belongs to.
  private var byIndex: [Int: Int] = [:]
  private var byID: [String: Int] = [:]

  /// Takes one element of `tool_calls`, and answers how many bytes of text it carried.
  mutating func take(_ fragment: JSON) -> Int {
    let function = fragment["function"]
    let name = function?["name"]?.string ?? ""
    let arguments = function?["arguments"]?.text
    let call = position(index: fragment["index"]?.int, id: fragment["id"]?.filledString, name: name)
    if calls[call].name.isEmpty { calls[call].name = name }
    if let arguments {
      calls[call].arguments += arguments
      hasArguments[call] = true
    }
    return name.utf8.count + (arguments?.utf8.count ?? 0)
  }

  /// All calls in the order in which they began; one without arguments has `{}`.
  func finished() -> [ChatReading.ToolCall] {
    zip(calls, hasArguments).map { call, hasArguments in
      var call = call
      if !hasArguments { call.arguments = "{}" }
      return call
    }
  }

  /// Fragments are joined by index; but a new id at a used index is a new call, as seen behind proxies.
  private mutating func position(index: Int?, id: String?, name: String) -> Int {
    if let known = known(index: index, id: id, name: name) {
      if let id, calls[known].id == nil { remember(id: id, at: known) }
      return known
    }
    calls.append(.init(id: nil, name: "", arguments: ""))
    hasArguments.append(false)
    if let index { byIndex[index] = calls.count - 1 }
    if let id { remember(id: id, at: calls.count - 1) }
    return calls.count - 1
  }

  private func known(index: Int?, id: String?, name: String) -> Int? {
    if let index {
      guard let call = byIndex[index] else { return nil }
      return id == nil || calls[call].id == nil || calls[call].id == id ? call : nil
    }
    if let id { return byID[id] }
    // Neither: a name begins a call, anything else goes on with the last one.
    guard let last = calls.indices.last else { return nil }
    return name.isEmpty || calls[last].name.isEmpty ? last : nil
  }

  private mutating func remember(id: String, at call: Int) {
    calls[call].id = id
    byID[id] = call
  }
}
