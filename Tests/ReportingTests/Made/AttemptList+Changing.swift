package import Benchmark

/// What tests change in a recorded run.
extension AttemptList: MutableCollection, RangeReplaceableCollection {
  package init() {
    self.init([])
  }

  package subscript(index: Int) -> AttemptRecord {
    get { Array(self)[index] }
    set {
      var attempts = Array(self)
      attempts[index] = newValue
      self = AttemptList(attempts)
    }
  }

  package mutating func replaceSubrange(_ range: Range<Int>, with attempts: some Collection<AttemptRecord>) {
    var all = Array(self)
    all.replaceSubrange(range, with: attempts)
    self = AttemptList(all)
  }
}
