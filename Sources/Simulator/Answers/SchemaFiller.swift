/// Makes values that fit a JSON Schema, out of the conversation where it has something for them.
struct SchemaFiller {
  let root: JSON
  let hints: Hints
  let purpose: Purpose
  var dice: Dice
  /// How many texts were made so far: each takes the next of the conversation's names.
  var texts: Int
  /// How many of the conversation's numbers and choices were taken so far, where each is taken once.
  private var numbers = 0, choices: Int
  /// What may still be made or looked up: the branches of a schema multiply.
  var effort = 5_000

  /// A value nested deeper than this has nothing that is not required, and is null where it may be.
  private static let depth = 6
  /// A schema that requires itself is given up here.
  private static let floor = 40
  /// No list is longer, whatever a schema demands.
  private static let most = 100
  /// References that follow one another are not followed for ever.
  private static let patience = 24

  /// What the value is for.
  enum Purpose: Sendable {
    /// An answer in a form: what the conversation leaves open is made up.
    case answer
    /// Arguments of a call: they are taken from the conversation in its order, and what it leaves open is left out.
    case call
  }

  /// `place` is that among several fillings of one schema, each of which begins with another name.
  init(root: JSON, hints: Hints, for purpose: Purpose = .answer, place: Int = 0, dice: Dice) {
    self.root = root
    self.hints = hints
    self.purpose = purpose
    self.dice = dice
    texts = place
    choices = place
  }

  mutating func value() -> JSON {
    value(of: root, under: "", depth: 0)
  }

  private mutating func value(of schema: JSON, under key: String, depth: Int) -> JSON {
    guard depth < Self.floor, effort > 0 else { return .null }
    effort -= 1
    let isDeep = depth >= Self.depth
    let schema = flat(schema, patience: Self.patience, isDeep: isDeep)
    if let constant = schema["const"] { return constant }
    if let choices = schema["enum"]?.elements { return choice(of: choices) }
    let type = type(of: schema, isDeep: isDeep)
    if let found = hints.findings[key], found.isOf(type: type) { return found }
    switch type {
    case "object": return object(schema, depth: depth)
    case "array": return array(schema, under: key, depth: depth)
    case "integer", "number": return number(schema, isWhole: type == "integer")
    case "boolean": return .bool(purpose == .call ? hints.mentions(key) : dice.chance(0.5))
    case "null": return .null
    default: return .string(purpose == .call ? argument(schema, under: key) : text(schema))
    }
  }

  /// One that the conversation mentions, if there is any.
  private mutating func choice(of choices: [JSON]) -> JSON {
    let mentioned = hints.mentioned(among: choices)
    if purpose == .answer || mentioned.isEmpty {
      return (purpose == .answer ? dice.pick(mentioned) ?? dice.pick(choices) : choices.first) ?? .null
    }
    defer { self.choices += 1 }
    return mentioned[self.choices % mentioned.count]
  }

  private mutating func object(_ schema: JSON, depth: Int) -> JSON {
    let properties = schema["properties"] ?? [:]
    let required = (schema["required"]?.elements ?? []).compactMap(\.text)
    let optional = properties.fields.map(\.key).filter { !required.contains($0) }
    let chosen =
      required
      + optional.filter { key in
        purpose == .call
          ? isSaid(properties[key] ?? [:], under: key) : depth < Self.depth && dice.chance(0.7)
      }
    return .object(
      chosen.map { key in
        JSON.Field(key: key, value: value(of: properties[key] ?? .bool(true), under: key, depth: depth + 1))
      })
  }

  private mutating func array(_ schema: JSON, under key: String, depth: Int) -> JSON {
    let least = Self.size(schema["minItems"]) ?? 0
    let most = Self.size(schema["maxItems"]) ?? max(least, 3)
    let first = schema["prefixItems"]?.elements ?? []
    let usual = max(first.count, depth < Self.depth ? 1 + dice.below(3) : 0)
    let count = max(least, min(most, usual))
    let isSet = schema["uniqueItems"] == .bool(true)
    var items: [JSON] = []
    for _ in 0..<(isSet ? 8 * count : count) where items.count < count {
      let item = items.count < first.count ? first[items.count] : schema["items"] ?? schema["contains"] ?? .bool(true)
      let made = value(of: item, under: key, depth: depth + 1)
      if !isSet || !items.contains(made) { items.append(made) }
    }
    return .array(items)
  }

  private mutating func number(_ schema: JSON, isWhole: Bool) -> JSON {
    let step = schema["multipleOf"]?.number.flatMap { $0 > 0 ? $0 : nil } ?? (isWhole ? 1 : nil)
    let range = Self.range(of: schema, unit: step ?? 1)
    let (low, high) = Self.bounds(of: schema, unit: step ?? 1)
    let mentioned = hints.numbers.filter { number in
      number >= low ?? number && number <= high ?? number && step.map { number.remainder(dividingBy: $0) == 0 } ?? true
    }
    if purpose == .call {
      defer { numbers += 1 }
      if !mentioned.isEmpty { return JSON(mentioned[numbers % mentioned.count]) }
      if let usual = schema["default"]?.number { return JSON(usual) }
    } else if let number = dice.pick(mentioned) {
      return JSON(number)
    }
    let drawn = range.lowerBound + dice.unit() * (range.upperBound - range.lowerBound)
    let unit = step ?? 1
    if case let number = (drawn / unit).rounded() * unit, range.contains(number) { return JSON(number) }
    return JSON(step == nil ? drawn : (range.lowerBound / unit).rounded(.up) * unit)
  }

  /// Those that a schema sets to a number; one that is itself excluded is moved a little.
  private static func bounds(of schema: JSON, unit: Double) -> (low: Double?, high: Double?) {
    let low = schema["minimum"]?.number ?? schema["exclusiveMinimum"]?.number.map { $0 + unit / 1000 }
    let high = schema["maximum"]?.number ?? schema["exclusiveMaximum"]?.number.map { $0 - unit / 1000 }
    return (low, high)
  }

  /// From where a number is drawn: a hundred from 1 on where a schema sets no bounds.
  private static func range(of schema: JSON, unit: Double) -> ClosedRange<Double> {
    let (low, high) = bounds(of: schema, unit: unit)
    let bottom = low ?? high.map { min(1, $0 - 99) } ?? 1
    return bottom...max(bottom, high ?? bottom + 99)
  }

  mutating func text(_ schema: JSON) -> String {
    if let pattern = schema["pattern"]?.text { return PatternFiller.text(matching: pattern, with: &dice) }
    if let format = schema["format"]?.text, let sample = Self.samples[format] { return sample }
    defer { texts += 1 }
    let words = hints.names.isEmpty ? hints.topics : hints.names
    var text = words[texts % words.count]
    while text.count < Self.size(schema["minLength"]) ?? 0 { text += " \(dice.pick(hints.topics) ?? "more")" }
    return Self.size(schema["maxLength"]).map { String(text.prefix($0)) } ?? text
  }

  /// A count that a schema names, within reason.
  private static func size(_ value: JSON?) -> Int? {
    value?.number.map { Int(min(max($0, 0), Double(most))) }
  }

  private static let samples = [
    "date": "2026-03-14", "time": "09:26:53Z", "date-time": "2026-03-14T09:26:53Z", "duration": "P3D",
    "email": "ines.okafor@example.org", "hostname": "example.org", "ipv4": "192.0.2.7", "ipv6": "2001:db8::7",
    "uri": "https://example.org/", "uri-reference": "/", "uuid": "6f1e7a52-0c1d-4b8e-9a57-3d2f4c5b6a70",
  ]
}
