/// Makes a suite of a JSON value and collects what is wrong on the way.
package struct SuiteDecoder {
  let bytes: [UInt8]
  let files: any SuiteFiles
  /// What all prompts share; empty until the suite's own keys have been read.
  var shared = SharedTexts()
  /// What the texts that are read at present may name.
  var scope = Scope()
  private(set) var findings: [SuiteFinding] = []
  private var known: Set<SuiteFinding> = []
  /// How many prompts there are so far.
  var promptCount = 0
  /// What the prompt that is read at present lets models call.
  var toolNames: [String] = []
  /// Variables that a text has named, by who gave them.
  private(set) var used: [Scope.Owner: Set<String>] = [:]
  /// Where each id of a prompt was given first, as an offset.
  private var identifiers: [String: Int] = [:]
  /// Problems that get a suggestion.
  static let mostSuggestions = 100
  private lazy var source = SourceText(bytes)

  init(_ bytes: [UInt8], files: any SuiteFiles) {
    self.bytes = bytes
    self.files = files
  }
}

// MARK: - Any object

extension SuiteDecoder {
  mutating func report(_ fault: SuiteFault, at element: SuiteElement, offset: Int? = nil) {
    report(fault, at: element.place(offset))
  }

  /// What every prompt would find in a text that they share is told once.
  mutating func report(_ fault: SuiteFault, at place: SuitePlace) {
    let finding = SuiteFinding(place: place, fault: fault)
    if known.insert(finding).inserted { findings.append(finding) }
  }

  mutating func use(_ name: String) {
    if let owner = scope.owner(of: name) { used[owner, default: []].insert(name) }
  }

  /// Begins anew with the variables of a prompt.
  mutating func forgetUsed(of owner: Scope.Owner) {
    used[owner] = nil
  }

  /// The value when it is of the expected kind; nil without a report when there is none.
  mutating func take<Value>(
    _ element: SuiteElement?, _ expected: String, as value: (JSONNode.Kind) -> Value?
  ) -> Value? {
    guard let element else { return nil }
    if let value = value(element.node.kind) { return value }
    report(.wrongType(found: element.node.noun, expected: expected), at: element)
    return nil
  }

  mutating func string(_ element: SuiteElement?) -> String? {
    take(element, "a string") { if case .string(let value) = $0 { value } else { nil } }
  }

  mutating func bool(_ element: SuiteElement?) -> Bool? {
    take(element, "true or false") { if case .bool(let value) = $0 { value } else { nil } }
  }

  mutating func integer(_ element: SuiteElement?) -> Int? {
    if let element, case .wideInteger(let value) = element.node.kind {
      report(.outOfRange("\(value)", range: "a whole number from \(Int.min) to \(Int.max)"), at: element)
      return nil
    }
    return take(element, "a whole number") { if case .integer(let value) = $0 { value } else { nil } }
  }

  mutating func number(_ element: SuiteElement?) -> Double? {
    take(element, "a number") { kind in
      switch kind {
      case .integer(let value): Double(value)
      case .wideInteger(let value): Double(value)
      case .number(let value): value
      default: nil
      }
    }
  }

  /// The value that one of these words stands for.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ element: SuiteElement?, _ noun: String
  ) -> Word? where Word.RawValue == String {
    guard let element, let text = string(element) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    let nearest = EditDistance.nearest(to: text, among: known)
    report(.unknownWord(text, noun: noun, nearest: nearest, known: known), at: element)
    return nil
  }

  /// What `decode` makes of every element; those that it makes nothing of are left out.
  mutating func list<Value>(
    _ element: SuiteElement?, of decode: (inout SuiteDecoder, SuiteElement) -> Value?
  ) -> [Value]? {
    guard let elements = elements(element) else { return nil }
    var values: [Value] = []
    for element in elements {
      if let value = decode(&self, element) { values.append(value) }
    }
    return values
  }

  mutating func elements(_ element: SuiteElement?) -> [SuiteElement]? {
    take(element, "an array") { kind -> [SuiteElement]? in
      if case .array = kind { element?.elements } else { nil }
    }
  }

  mutating func members(_ element: SuiteElement?) -> [String: SuiteElement]? {
    take(element, "an object") { kind -> [String: SuiteElement]? in
      guard case .object(let members) = kind, let element else { return nil }
      return Dictionary(members.map { ($0.key, element[$0]) }, uniquingKeysWith: { _, last in last })
    }
  }

  mutating func reportUnknownKeys(of element: SuiteElement, in object: SuiteObject) {
    guard case .object(let members) = element.node.kind else { return }
    for member in members where !object.keys.contains(member.key) {
      if let remedy = object.remedies[member.key] {
        report(
          .misplacedKey(member.key, of: object.noun, remedy: remedy), at: element[member], offset: member.keyOffset)
        continue
      }
      let nearest =
        findings.count < Self.mostSuggestions ? EditDistance.nearest(to: member.key, among: object.keys) : nil
      report(
        .unknownKey(member.key, of: object.noun, nearest: nearest, known: object.keys),
        at: element[member], offset: member.keyOffset)
    }
  }

  /// The members of an object of this kind; unknown ones are reported.
  mutating func fields(_ element: SuiteElement?, in object: SuiteObject) -> [String: SuiteElement]? {
    guard let element, let members = members(element) else { return nil }
    reportUnknownKeys(of: element, in: object)
    return members
  }

  /// The member that must be there, where none of the keys `instead` is.
  mutating func required(
    _ key: String, or instead: [String] = [], of fields: [String: SuiteElement], in object: SuiteObject,
    at element: SuiteElement
  ) -> SuiteElement? {
    if fields[key] == nil { report(.missingKey(key, of: object.noun, instead: instead), at: element) }
    return fields[key]
  }
}

// MARK: - Suite

extension SuiteDecoder {
  /// The suite without its prompts, which stand at the places given.
  ///
  /// `path` is its file's, which names it where it says no name.
  mutating func suite(_ root: SuiteElement, prompts places: [Range<Int>], path: String) -> Suite? {
    guard let fields = fields(root, in: .suite) else { return nil }
    _ = string(fields["$schema"])
    let name = fields["name"].map { suiteName($0) } ?? Self.name(ofFile: path)
    shared = sharedTexts(fields)
    let suite = Suite(
      name: name ?? "", description: string(fields["description"]), parameters: suiteParameters(fields["parameters"]),
      contestants: contestants(fields["contestants"]), tools: suiteTools(fields["tools"]),
      maxRounds: positive(fields["max_rounds"]), output: suiteOutput(fields["output"]), prompts: [])
    let list = required("prompts", of: fields, in: .suite, at: root)
    if let list, elements(list) != nil, places.isEmpty { report(.noPrompts, at: list) }
    return suite
  }

  private mutating func suiteName(_ element: SuiteElement) -> String? {
    guard let name = string(element) else { return nil }
    if !Self.isName(name) { report(.name(name), at: element) }
    return name
  }

  private static func isName(_ name: String) -> Bool {
    name.allSatisfy(isOfName) && !name.trimmed.isEmpty && name.isShownAsItIs(80)
  }

  private static func isOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || " ._-".contains(character)
  }

  /// A file's name without its folder and `.json`, and without what no name of a suite holds.
  private static func name(ofFile path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    let base = file.hasSuffix(".json") ? file.dropLast(".json".count) : file
    let name = String(base.map { isOfName($0) ? $0 : "-" }.prefix(80)).trimmed
    return isName(name) && name.contains { $0.isLetter || $0.isNumber } ? name : "suite"
  }

  mutating func positive(_ element: SuiteElement?) -> Int? {
    guard let element, let value = integer(element) else { return nil }
    if value < 1 || value > Count.range.upperBound {
      report(.outOfRange("\(value)", range: value < 1 ? "1 or more" : Count.mostWords), at: element)
    }
    return value
  }

  /// An id must be new.
  mutating func check(_ id: String, at place: SuiteElement) {
    if id.trimmed != id || id.isEmpty || !id.isShownAsItIs(80) { report(.identifier(id), at: place) }
    if let first = identifiers[id] {
      report(.duplicateID(id, firstLine: source.place(of: first).line), at: place)
    } else {
      identifiers[id] = place.node.range.lowerBound
    }
  }
}
