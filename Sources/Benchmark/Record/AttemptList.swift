/// Where attempts come from: each is made when it is asked for, and is the same every time.
package protocol AttemptSource: Sendable {
  var count: Int { get }
  /// Whether any number of them comes from a simulated server.
  var isSimulated: Bool { get }
  /// Why not all that was asked for could be made; what was not made says nothing.
  var failure: (any Error)? { get }

  subscript(index: Int) -> AttemptRecord { get }

  /// Which one it is, told without making it.
  func key(at index: Int) -> AttemptKey
}

/// Which of a run's attempts one is.
package struct AttemptKey: Hashable, Sendable {
  /// The trial's number in the plan.
  package var trial: Int
  /// From 1 within its trial.
  package var attempt: Int

  package init(trial: Int, attempt: Int) {
    self.trial = trial
    self.attempt = attempt
  }
}

/// The attempts of a run in the order in which they ended; answers may be long and many, so those of a recorded run are
/// read when they are asked for.
package struct AttemptList: RandomAccessCollection, Sendable {
  private enum Storage: Sendable {
    case made([AttemptRecord])
    case source(any AttemptSource)
  }

  private let storage: Storage

  package init(_ source: any AttemptSource) {
    storage = .source(source)
  }

  package init(_ attempts: some Sequence<AttemptRecord>) {
    storage = .made(Array(attempts))
  }

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .made(let attempts): attempts.count
    case .source(let source): source.count
    }
  }

  package subscript(index: Int) -> AttemptRecord {
    switch storage {
    case .made(let attempts): attempts[index]
    case .source(let source): source[index]
    }
  }

  package func key(at index: Int) -> AttemptKey {
    switch storage {
    case .made(let attempts): AttemptKey(trial: attempts[index].trial, attempt: attempts[index].attempt)
    case .source(let source): source.key(at: index)
    }
  }

  /// Whether any number of them comes from a simulated server.
  package var isSimulated: Bool {
    switch storage {
    case .made(let attempts): attempts.contains(where: \.simulated)
    case .source(let source): source.isSimulated
    }
  }
}

extension AttemptList {
  /// Why not all that was read so far is what was recorded; nil while it is.
  package var failure: (any Error)? {
    switch storage {
    case .made: nil
    case .source(let source): source.failure
    }
  }
}

extension AttemptList: ExpressibleByArrayLiteral {
  package init(arrayLiteral attempts: AttemptRecord...) {
    self.init(attempts)
  }
}

extension AttemptList: Hashable {
  package static func == (left: AttemptList, right: AttemptList) -> Bool { left.elementsEqual(right) }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
  }
}
