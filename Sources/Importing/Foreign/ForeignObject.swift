internal import Benchmark

/// An object of a foreign file that knows which of its keys nobody has asked for.
struct ForeignObject: Sendable {
  private var members: [(key: String, value: ForeignValue)]

  /// Nil when the value is no object.
  init?(_ value: ForeignValue) {
    guard let members = value.members else { return nil }
    self.members = members
  }

  /// The value of a key; several are other names of one thing.
  ///
  /// Null is as good as nothing.
  mutating func take(_ keys: String...) -> ForeignValue? {
    let found = members.filter { keys.contains($0.key) }
    members.removeAll { keys.contains($0.key) }
    return found.last { $0.value.node.kind != .null }?.value
  }

  /// What has not been taken, in its order.
  var rest: [(key: String, value: ForeignValue)] { members }
}
