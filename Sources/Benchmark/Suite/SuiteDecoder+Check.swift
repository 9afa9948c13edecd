extension SuiteDecoder {
  mutating func check(_ element: SuiteElement) -> Check? {
    guard let fields = members(element), let kind = kind(in: fields, of: element) else { return nil }
    reportUnknownKeys(of: element, in: .check(kind))
    let ignoringCase = bool(fields["ignore_case"]) ?? false
    switch kind {
    case .equals: return value(in: fields, kind, of: element).map { .equals($0, ignoringCase: ignoringCase) }
    case .contains: return value(in: fields, kind, of: element).map { .contains($0, ignoringCase: ignoringCase) }
    case .regex: return pattern(in: fields, of: element).map { .regex($0, ignoringCase: ignoringCase) }
    case .json: return .json(keys: keys(fields["keys"]), fenced: bool(fields["fenced"]) ?? false)
    }
  }

  private mutating func kind(in fields: [String: SuiteElement], of element: SuiteElement) -> Check.Kind? {
    guard let place = fields["type"] else {
      report(.missingKey("type", of: "a check"), at: element)
      return nil
    }
    guard let name = string(place) else { return nil }
    if let kind = Check.Kind(rawValue: name) { return kind }
    let nearest = EditDistance.nearest(to: name, among: Check.Kind.allCases.map(\.rawValue))
    report(.unknownKind(name, nearest: nearest), at: place)
    return nil
  }

  private mutating func value(
    in fields: [String: SuiteElement], _ kind: Check.Kind, of element: SuiteElement
  ) -> String? {
    guard let place = required("value", of: fields, in: .check(kind), at: element), let value = string(place)
    else { return nil }
    if kind == .contains, value.isEmpty { report(.emptyValue, at: place) }
    if kind == .equals, value != value.trimmed { report(.unreachableValue, at: place) }
    return value
  }

  private mutating func pattern(in fields: [String: SuiteElement], of element: SuiteElement) -> String? {
    guard let place = required("pattern", of: fields, in: .check(.regex), at: element), let pattern = string(place)
    else { return nil }
    do throws(CheckPattern.Fault) {
      _ = try CheckPattern(pattern, ignoringCase: false)
    } catch {
      report(.pattern(pattern, reason: error.reason), at: place)
    }
    return pattern
  }

  private mutating func keys(_ element: SuiteElement?) -> [String] {
    var keys: [String] = []
    for element in elements(element) ?? [] {
      if let key = string(element) { keys.append(key) }
    }
    return keys
  }
}
