/// Moments at which something is due, the earliest first: a binary heap.
struct TimerHeap {
  /// A moment on the monotonic clock, in nanoseconds, and whose it is.
  struct Entry: Hashable {
    var due: Int64
    var id: UInt64
  }

  private var entries: [Entry] = []

  var next: Int64? { entries.first?.due }

  mutating func add(_ id: UInt64, due: Int64) {
    entries.append(Entry(due: due, id: id))
    var child = entries.count - 1
    while child > 0, entries[child].due < entries[(child - 1) / 2].due {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes out the earliest entry if its moment has come.
  mutating func take(at now: Int64) -> Entry? {
    guard let first = entries.first, first.due <= now else { return nil }
    let last = entries.removeLast()
    if !entries.isEmpty {
      entries[0] = last
      sinkFirst()
    }
    return first
  }

  private mutating func sinkFirst() {
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < entries.count }
      guard let least = children.min(by: { entries[$0].due < entries[$1].due }),
        entries[least].due < entries[parent].due
      else { return }
      entries.swapAt(parent, least)
      parent = least
    }
  }
}
