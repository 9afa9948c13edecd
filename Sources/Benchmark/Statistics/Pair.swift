/// What two contestants achieved on the same prompt.
package struct Pair<Value: Hashable & Sendable>: Hashable, Sendable {
  package var first: Value
  package var second: Value

  package init(_ first: Value, _ second: Value) {
    self.first = first
    self.second = second
  }
}
