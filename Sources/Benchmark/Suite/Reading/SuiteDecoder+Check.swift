extension SuiteDecoder {
  mutating func check(_ element: SuiteElement) -> Check? {
    guard value(element) != nil, let fields = members(element), let kind = kind(in: fields, of: element) else {
      return nil
    }
    reportUnknownKeys(of: element, in: .check(kind))
    let place = CheckPlace(element: element, fields: fields, kind: kind)
    let rule = kind.rule.init(place, by: &self)
    let weight = number("weight", in: place)
    if let weight, weight <= 0 || weight > Check.mostWeight, let element = fields["weight"] {
      let range = "a number above 0, up to \(Decimals.text(Check.mostWeight))"
      report(.outOfRange(Decimals.text(weight), range: range), at: element)
    }
    let isInverted = flag("not", in: place) ?? false
    let name = kind.hasName ? text("name", in: place) : nil
    return rule.map { Check($0, weight: weight ?? 1, isInverted: isInverted, name: name) }
  }

  /// A check of one turn's answer.
  mutating func turnCheck(_ element: SuiteElement) -> Check? {
    let check = check(element)
    if let check, !check.gradedRules.isEmpty { report(.gradedTurn, at: element) }
    return check
  }

  /// The members of a group.
  mutating func checks(of group: CheckPlace) -> [Check]? {
    guard let element = required("checks", of: group.fields, in: group.object, at: group.element) else { return nil }
    let checks = list(element) { $0.check($1) }
    if checks != nil, element.elements.isEmpty { report(.nothingIn("checks"), at: element) }
    return checks
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
}
