/// Where a check stands in a suite file, with its keys.
package struct CheckPlace: Sendable {
  let element: SuiteElement
  let fields: [String: SuiteElement]
  let kind: Check.Kind

  /// As in `a check of kind 'equals'`.
  var object: SuiteObject { .check(kind) }
}

/// What rules take from a check's keys; what is wrong is reported at its place.
extension SuiteDecoder {
  func has(_ key: String, in place: CheckPlace) -> Bool { place.fields[key] != nil }

  mutating func text(_ key: String, in place: CheckPlace) -> String? { place.fields[key].flatMap { checkedText($0) } }

  /// The text that must be there, where none of the keys `instead` is, and be one.
  mutating func requiredText(_ key: String, or instead: [String] = [], in place: CheckPlace) -> String? {
    guard let element = required(key, or: instead, of: place.fields, in: place.object, at: place.element) else {
      return nil
    }
    let text = checkedText(element)
    if text?.isEmpty == true { report(.emptyValue, at: element) }
    return text
  }

  /// A list of texts, none of them empty; nil where there is no such key.
  mutating func texts(_ key: String, in place: CheckPlace) -> [String]? {
    texts(key, in: place) { decoder, text, element in
      if text.isEmpty { decoder.report(.emptyValue, at: element) }
    }
  }

  /// A list of texts, each of which is tested at its place; nil where there is no such key.
  mutating func texts(
    _ key: String, in place: CheckPlace, testing test: (inout SuiteDecoder, String, SuiteElement) -> Void
  ) -> [String]? {
    guard let element = place.fields[key] else { return nil }
    let texts = list(element) { decoder, element in
      let text = decoder.checkedText(element)
      if let text { test(&decoder, text, element) }
      return text
    }
    if texts != nil, element.elements.isEmpty { report(.nothingIn(key), at: element) }
    return texts
  }

  /// A text to hold answers against; the line end that closes a file is not meant.
  private mutating func checkedText(_ element: SuiteElement) -> String? {
    guard let text = text(element)?.withPlainLineEnds else { return nil }
    return isFileReference(element) && text.last == "\n" ? String(text.dropLast()) : text
  }

  /// Answers are compared without the white space at their ends: a value that has some there is never met.
  mutating func reportUnreachable(_ value: String?, at element: SuiteElement?) {
    if let value, let element, value != value.trimmed { report(.unreachableValue, at: element) }
  }

  mutating func flag(_ key: String, in place: CheckPlace) -> Bool? { bool(place.fields[key]) }

  mutating func count(_ key: String, in place: CheckPlace, least: Int = 0) -> Int? {
    guard let element = place.fields[key].map({ asNumber($0) }), let value = integer(element) else { return nil }
    if value < least || value > Count.range.upperBound {
      report(.outOfRange("\(value)", range: value < least ? "\(least) or more" : Count.mostWords), at: element)
    }
    return value
  }

  mutating func number(
    _ key: String, in place: CheckPlace, _ range: ClosedRange<Double> = -.infinity ... .infinity, _ words: String = ""
  ) -> Double? {
    guard let element = place.fields[key].map({ asNumber($0) }), let value = number(element) else { return nil }
    if !range.contains(value) { report(.outOfRange("\(value)", range: words), at: element) }
    return value
  }

  /// A text that is a number: what a variable was filled in as.
  private func asNumber(_ element: SuiteElement) -> SuiteElement {
    guard case .string(let text) = element.node.kind else { return element }
    let number = JSONReader.read(Array(text.trimmed.utf8)).root?.kind
    switch number {
    case .integer?, .wideInteger?, .number?:
      return SuiteElement(node: JSONNode(kind: number ?? .null, range: element.node.range), path: element.path)
    default: return element
    }
  }

  /// A length of time that must be there.
  mutating func requiredSpan(_ key: String, in place: CheckPlace) -> TimeSpan? {
    guard let element = required(key, of: place.fields, in: place.object, at: place.element) else { return nil }
    return span(element)
  }

  mutating func span(_ element: SuiteElement?) -> TimeSpan? {
    if let element, element.node.noun == "a number" {
      report(.unitless(String(decoding: bytes[element.node.range], as: UTF8.self).excerpt()), at: element)
      return nil
    }
    guard let element, let text = string(element) else { return nil }
    let span = TimeSpan(text)
    if span == nil { report(.span(text), at: element) }
    return span
  }

  /// Whether just one of these keys is there; otherwise that is reported.
  mutating func hasOne(of keys: [String], in place: CheckPlace) -> Bool {
    let given = keys.filter { place.fields[$0] != nil }
    if given.count == 1 { return true }
    report(.oneOf(keys, given: given, of: place.object.noun), at: place.element)
    return false
  }
}
