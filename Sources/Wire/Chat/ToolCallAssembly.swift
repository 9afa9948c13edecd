/// Joins the fragments of tool calls into whole ones.
struct ToolCallAssembly {
  private var calls: [Call] = []
  /// The call that a fragment with this index, or else this id, belongs to.
  private var byIndex: [Int: Int] = [:]
  private var byID: [String: Int] = [:]
  /// The call of the older form, which knows but one.
  private var only: Int?

  private struct Call {
    var id: String?
    var name = ""
    var arguments = ""
    var nesting = JSONNesting()

    /// Whether the arguments could be whole.
    var isClosed: Bool { !arguments.isEmpty && nesting.isClosed }
  }

  /// A piece of a call, as it came.
  private struct Fragment {
    var index: Int?
    var id: String?
    var name: String
    var arguments: String

    init(_ function: JSON?, index: Int? = nil, id: String? = nil) {
      (self.index, self.id) = (index, id)
      name = function?["name"]?.string ?? ""
      arguments = function?["arguments"]?.text ?? ""
    }
  }

  var isEmpty: Bool { calls.isEmpty }

  /// Takes one element of `tool_calls`, and answers how many bytes of text it carried.
  mutating func take(_ element: JSON) -> Int {
    let fragment = Fragment(element["function"], index: element["index"]?.int, id: element["id"]?.filledString)
    return add(fragment, to: position(of: fragment))
  }

  /// Takes a `function_call`, OpenAI's form before there were tools; where both forms come it says nothing new.
  mutating func take(function: JSON) -> Int {
    guard only != nil || calls.isEmpty else { return 0 }
    let call = only ?? begin()
    only = call
    return add(Fragment(function), to: call)
  }

  /// All calls in the order in which they began; one without arguments has `{}`.
  func finished() -> [ChatReading.ToolCall] {
    calls.map { .init(id: $0.id, name: $0.name, arguments: $0.arguments) }
  }

  private mutating func add(_ fragment: Fragment, to call: Int) -> Int {
    if calls[call].name.isEmpty { calls[call].name = fragment.name }
    calls[call].arguments += fragment.arguments
    calls[call].nesting.take(fragment.arguments)
    return fragment.name.utf8.count + fragment.arguments.utf8.count
  }

  private mutating func position(of fragment: Fragment) -> Int {
    let call = known(fragment) ?? begin()
    if let index = fragment.index { byIndex[index] = call }
    if let id = fragment.id {
      // Where the id changes within a call, the first one is its own.
      if calls[call].id == nil { calls[call].id = id }
      if byID[id] == nil { byID[id] = call }
    }
    return call
  }

  private mutating func begin() -> Int {
    calls.append(Call())
    return calls.count - 1
  }

  private func known(_ fragment: Fragment) -> Int? {
    let named = fragment.id.flatMap { byID[$0] }
    if let call = fragment.index.flatMap({ byIndex[$0] }) {
      if let named, fragment.id != calls[call].id { return named }
      return isAnother(fragment, than: calls[call]) ? nil : call
    }
    if fragment.index != nil { return fragment.name.isEmpty ? named ?? unfinished(by: fragment) : nil }
    if fragment.id != nil { return named }
    // Neither: a name begins a call, anything else goes on with the last one.
    guard let last = calls.indices.last else { return nil }
    return fragment.name.isEmpty || calls[last].name.isEmpty ? last : nil
  }

  /// The last call, whose tail comes under an index of its own.
  private func unfinished(by fragment: Fragment) -> Int? {
    guard let last = calls.indices.last, !fragment.arguments.isEmpty else { return nil }
    return calls[last].name.isEmpty || calls[last].isClosed ? nil : last
  }

  /// Whether a fragment begins another call at the index of one: proxies number each call 0, and some servers give each
  /// fragment of one call an id of its own.
  private func isAnother(_ fragment: Fragment, than call: Call) -> Bool {
    let brings = !fragment.arguments.isEmpty
    guard let id = fragment.id, let known = call.id, id != known else {
      return fragment.id == nil && !fragment.name.isEmpty && brings && call.isClosed
    }
    if fragment.name.isEmpty { return call.isClosed && brings }
    return fragment.name != call.name || call.isClosed || call.arguments.isEmpty && !brings
  }
}

/// How deep a JSON text that comes in pieces is nested so far, without reading more of it than its brackets.
private struct JSONNesting {
  private var depth = 0
  private var isInText = false
  private var isEscaped = false

  /// Whether every bracket and quotation mark is closed.
  var isClosed: Bool { depth <= 0 && !isInText }

  mutating func take(_ text: String) {
    for byte in text.utf8 {
      if isEscaped {
        isEscaped = false
      } else if isInText {
        isEscaped = byte == .backslash
        isInText = byte != .quote
      } else {
        step(byte)
      }
    }
  }

  private mutating func step(_ byte: UInt8) {
    switch byte {
    case .quote: isInText = true
    case .openingBrace, .openingBracket: depth += 1
    case .closingBrace, .closingBracket: depth -= 1
    default: break
    }
  }
}
