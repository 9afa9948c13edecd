/// Where a schema stands: the number of its document (the first is the one to compile) and the way inside.
struct SchemaPlace: Hashable, Sendable {
  var document: Int
  var location: JSONLocation

  func appending(_ steps: JSONLocation.Step...) -> SchemaPlace {
    SchemaPlace(document: document, location: JSONLocation(location.steps + steps))
  }
}

/// What holds for a schema because of the schemas around it.
struct SchemaScope: Hashable, Sendable {
  /// What references are relative to, without a fragment.
  var base: String
  /// The number of its resource.
  var resource: Int
  var draft: SchemaDraft
}

/// A name that `$anchor` or `$dynamicAnchor` gives.
struct SchemaAnchor: Hashable, Sendable {
  var document: String
  var name: String
}
