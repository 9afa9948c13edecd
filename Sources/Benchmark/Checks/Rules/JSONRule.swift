/// The answer is one JSON value; if keys are named, an object that has them all.
package struct JSONRule: CheckRule {
  package static let kind = Check.Kind.json
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  package var keys: [String]?
  package var fenced: Bool?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case keys, fenced
  }

  package init(keys: [String]? = nil, fenced: Bool? = nil) {
    self.keys = keys
    self.fenced = fenced
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    keys = (place.fields["keys"]?.elements.isEmpty ?? true) ? nil : decoder.texts("keys", in: place)
    if keys == nil { _ = decoder.elements(place.fields["keys"]) }
    fenced = decoder.flag("fenced", in: place)
  }

  package var words: String {
    (keys.map { "is a JSON object with \($0.shown(joinedBy: "and"))" } ?? "is JSON")
      + (fenced == true ? ", a code fence allowed" : "")
  }

  package func examine(_ input: CheckInput) -> Finding {
    do throws(JSONAnswer.Fault) {
      let node = try JSONAnswer(in: input.answer, fenced: fenced == true).node
      guard let keys else { return Finding(true, found: node.noun) }
      guard case .object(let members) = node.kind else { return Finding(false, found: node.noun) }
      let present = Set(members.map(\.key))
      let missing = keys.filter { !present.contains($0) }
      return Finding(missing.isEmpty, found: missing.isEmpty ? "it" : "no \(missing.shown(joinedBy: "and no"))")
    } catch {
      return Finding(error, in: input.answer)
    }
  }
}
