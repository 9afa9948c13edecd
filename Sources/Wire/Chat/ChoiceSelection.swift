/// Tells which of the choices that chunks bring is the answer's own.
///
/// A server may send more choices than the one that was asked for, each under its index. Another numbers the chunks of
/// the one (Foundry Local): as long as each chunk has a single choice and no index comes twice, they are one answer.
struct ChoiceSelection {
  enum Finding {
    case own
    /// The index counts chunks, so far as can be told; `first` where it begins to look so.
    case counted(first: Bool)
    case other
    /// It is another, and so were those that were taken for counted ones.
    case others
  }

  private var first: Int?
  private var last = 0
  private var isSettled = false

  /// Whether an index was taken for a count: then no chunk has the form of another.
  var isCounting: Bool { last != first ?? 0 }

  /// `isAlone` is a chunk's only choice; nothing is counted behind a finish reason.
  mutating func find(_ index: Int, isAlone: Bool, isFinished: Bool) -> Finding {
    guard let first else {
      (self.first, last) = (index, index)
      return .own
    }
    if !isSettled, isAlone, !isFinished, index > last {
      defer { last = index }
      return .counted(first: last == first)
    }
    if isCounting {
      settle()
      return .others
    }
    settle()
    return index == first ? .own : .other
  }

  /// An index that comes twice counts nothing.
  mutating func settle() {
    isSettled = true
    last = first ?? 0
  }
}
