/// What indexing a JSON text gave: all but the elements of one list, of which there may be too many to keep.
package struct JSONIndex: Sendable {
  /// With that list left empty; nil where the grammar is broken.
  package let root: JSONNode?
  /// Where the elements of the list stand.
  package let elements: [Range<Int>]
  package let problems: [JSONProblem]
}

/// The list of a text that is indexed.
package enum JSONList: Hashable, Sendable {
  /// The text itself is one.
  case whole
  /// A member of the object that the text is.
  case member(String)
}
