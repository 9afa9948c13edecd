/// The memory that the bodies of all transfers in flight hold, and what they may hold together.
///
/// Each has its own limit, too, but a hundred answers without an end would reach the machine's before that.
struct BodyBudget {
  /// In bytes.
  private let most: Int
  private var held = 0

  init(most: Int) {
    self.most = most
  }

  var isOver: Bool { held > most }

  /// Takes in that a body holds so many bytes more, or fewer where that is negative.
  mutating func hold(_ bytes: Int) {
    held += bytes
  }
}
