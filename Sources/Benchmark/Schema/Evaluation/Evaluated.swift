/// What keywords of a schema have looked at in a value: what `unevaluated…` leaves alone.
struct Evaluated: Hashable, Sendable {
  var keys: Set<String> = []
  /// So many items from the first.
  var itemCount = 0
  /// Items behind these.
  var items: Set<Int> = []

  mutating func formUnion(_ other: Evaluated) {
    keys.formUnion(other.keys)
    itemCount = max(itemCount, other.itemCount)
    items.formUnion(other.items)
  }
}
