/// The answer is JSON, and what stands at a place in it is right.
package struct JSONPathRule: CheckRule {
  package static let kind = Check.Kind.jsonPath
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  package var path: String
  /// One of the values there is this one.
  package var equals: JSONValue?
  /// One of the values there is a text with this part, an array with this element, or an object with this key.
  package var contains: JSONValue?
  /// Whether there is a value there; asked for where neither of the others is.
  package var exists: Bool?
  package var fenced: Bool?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case path, equals, contains, exists, fenced
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    guard let path = decoder.requiredText("path", in: place), let element = place.fields["path"] else { return nil }
    self.path = path
    if case .failure(let fault) = JSONPath.parse(path) {
      decoder.report(.jsonPath(path, reason: fault.reason), at: element)
    }
    let demands = ["equals", "contains", "exists"]
    if demands.count(where: { decoder.has($0, in: place) }) > 1 { _ = decoder.hasOne(of: demands, in: place) }
    equals = place.fields["equals"]?.node.value
    contains = place.fields["contains"]?.node.value
    exists = decoder.flag("exists", in: place)
    fenced = decoder.flag("fenced", in: place)
  }

  /// A null that is asked for is a value, too: the synthesized decoding would take it for nothing.
  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    path = try fields.decode(String.self, forKey: .path)
    equals = fields.contains(.equals) ? try fields.decode(JSONValue.self, forKey: .equals) : nil
    contains = fields.contains(.contains) ? try fields.decode(JSONValue.self, forKey: .contains) : nil
    exists = try fields.decodeIfPresent(Bool.self, forKey: .exists)
    fenced = try fields.decodeIfPresent(Bool.self, forKey: .fenced)
  }

  package var words: String {
    let place = " at \(path.excerpt())"
    if let equals { return "is JSON with \(equals.shown)" + place }
    if let contains { return "is JSON with something that contains \(contains.shown)" + place }
    return "is JSON with \(exists == false ? "nothing" : "a value")" + place
  }

  package func examine(_ input: CheckInput) -> Finding {
    guard case .success(let path) = JSONPath.parse(path) else { return Finding(unknown: "the path cannot be read") }
    do throws(JSONAnswer.Fault) {
      let values = path.values(in: try JSONAnswer(in: input.answer, fenced: fenced == true).node.value)
      return Finding(accepts(values), found: JSONPathRule.shown(values))
    } catch {
      return Finding(error, in: input.answer)
    }
  }

  private func accepts(_ values: [JSONValue]) -> Bool {
    if let equals { return values.contains { $0.equals(equals) } }
    if let contains { return values.contains { $0.contains(contains) } }
    return values.isEmpty == (exists == false)
  }

  private static func shown(_ values: [JSONValue]) -> String {
    let most = 3
    let texts = values.prefix(most).map(\.shown) + (values.count > most ? ["\(values.count - most) more"] : [])
    return texts.isEmpty ? "nothing there" : texts.joined(separator: ", ")
  }
}
