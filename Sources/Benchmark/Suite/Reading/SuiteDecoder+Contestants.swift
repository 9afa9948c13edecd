extension SuiteDecoder {
  mutating func contestants(_ element: SuiteElement?) -> [ContestantSpec] {
    var names: Set<String> = []
    return list(element) { decoder, element in
      guard let entrant = decoder.contestant(element) else { return nil }
      if !names.insert(entrant.name).inserted {
        decoder.report(.duplicateName(entrant.name, "contestant"), at: element)
      }
      return entrant
    } ?? []
  }

  /// Without a name it is called as its model is.
  private mutating func contestant(_ element: SuiteElement) -> ContestantSpec? {
    guard let fields = fields(element, in: .contestant) else { return nil }
    let model = label(required("model", of: fields, in: .contestant, at: element))
    let name = label(fields["name"])
    let isFixed = fields["parameters"].map { !hasNames($0) } ?? true
    if let place = fields["parameters"], !isFixed { report(.variableOfContestant, at: place) }
    let parameters = parameters(isFixed ? fields["parameters"].map { filled($0) } : nil)
    return model.map { ContestantSpec(name: name ?? $0, model: $0, parameters: parameters) }
  }

  private mutating func label(_ element: SuiteElement?) -> String? {
    guard let element, let text = string(element) else { return nil }
    if text.trimmed != text || text.isEmpty || !text.isShownAsItIs(120) { report(.label(text), at: element) }
    return text
  }
}
