extension SchemaCompiler {
  /// The schema that a reference leads to; nil, with a report, when it leads nowhere.
  mutating func target(of reference: String, from source: SchemaSource, _ keyword: String) -> SchemaPlace? {
    let uri = URIReference(reference).resolved(against: URIReference(source.scope.base))
    let here = source.place.appending(.key(keyword))
    guard let root = resource(uri.document) else {
      report(
        "\(reference.doublyQuotedExcerpt) is not in this schema, and nothing is fetched; "
          + "copy it into \"$defs\" and refer to it there", at: here)
      return nil
    }
    let fragment = uri.fragment.map { $0.percentDecoded ?? $0 } ?? ""
    if fragment.isEmpty { return root }
    if fragment.hasPrefix("/") {
      if let place = place(at: fragment, below: root), isKnownSchema(at: place, below: root) { return place }
    } else if let place = anchors[SchemaAnchor(document: uri.document, name: fragment)] {
      return place
    }
    report("\(reference.doublyQuotedExcerpt) leads nowhere: no schema stands there", at: here)
    return nil
  }

  /// The place of the schema that a URI names; a metaschema is taken in when it is asked for.
  private mutating func resource(_ document: String) -> SchemaPlace? {
    if let place = resources[document] { return place }
    guard let metaschema = Metaschema.document(document) else { return nil }
    documents.append(metaschema.schema)
    find(in: documents.count - 1, base: document, metaschema.draft)
    return resources[document]
  }

  /// The end of a JSON pointer (RFC 6901); nil when it leads nowhere.
  private func place(at pointer: String, below root: SchemaPlace) -> SchemaPlace? {
    var place = root
    for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let key = String(token).replacing("~1", with: "/").replacing("~0", with: "~")
      switch (value(at: place), Int(key)) {
      case (.object(let members)?, _) where members[key] != nil: place = place.appending(.key(key))
      case (.array(let items)?, let index?) where items.indices.contains(index): place = place.appending(.index(index))
      default: return nil
      }
    }
    return place
  }

  /// Whether a schema stands there, which is then known, though no keyword holds schemas there.
  private mutating func isKnownSchema(at place: SchemaPlace, below root: SchemaPlace) -> Bool {
    if scopes[place] != nil { return true }
    guard let schema = value(at: place), schema.isSchema else { return false }
    let steps = place.location.steps
    let around = (root.location.steps.count..<steps.count).reversed().lazy.compactMap { [scopes] count in
      scopes[SchemaPlace(document: place.document, location: JSONLocation(Array(steps.prefix(count))))]
    }.first
    guard let around else { return false }
    for mistake in around.draft.metaschema.mistakes(in: schema) {
      let problem = SchemaProblem(mistake)
      report(problem.message, at: SchemaPlace(document: 0, location: JSONLocation(steps + mistake.location.steps)))
    }
    find(from: place, around)
    return true
  }
}
