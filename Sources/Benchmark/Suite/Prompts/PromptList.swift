internal import Synchronization

/// Where prompts come from: each is made when it is asked for, and is the same every time.
package protocol PromptSource: Sendable {
  var count: Int { get }

  subscript(index: Int) -> Prompt { get }
}

/// The prompts of a suite in their order, of which few are in memory at a time.
package struct PromptList: RandomAccessCollection, Sendable {
  private enum Storage: Sendable {
    case made([Prompt])
    case source(RecentPrompts)
  }

  private let storage: Storage
  /// The places of those that were chosen; nil: all.
  private let places: [Int]?

  private init(_ storage: Storage, places: [Int]?) {
    self.storage = storage
    self.places = places
  }

  package init(_ source: any PromptSource) {
    self.init(.source(RecentPrompts(source)), places: nil)
  }

  package init(_ prompts: some Sequence<Prompt>) {
    if let list = prompts as? PromptList { self = list } else { self.init(.made(Array(prompts)), places: nil) }
  }

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    if let places { return places.count }
    return switch storage {
    case .made(let prompts): prompts.count
    case .source(let recent): recent.source.count
    }
  }

  package subscript(index: Int) -> Prompt {
    let place = places.map { $0[index] } ?? index
    return switch storage {
    case .made(let prompts): prompts[place]
    case .source(let recent): recent[place]
    }
  }

  /// Those at some places, in the order of the places.
  package func choosing(_ chosen: [Int]) -> PromptList {
    PromptList(storage, places: chosen.map { index in places.map { $0[index] } ?? index })
  }
}

extension PromptList: ExpressibleByArrayLiteral {
  package init(arrayLiteral prompts: Prompt...) {
    self.init(prompts)
  }
}

extension PromptList: Hashable {
  package static func == (left: PromptList, right: PromptList) -> Bool { left.elementsEqual(right) }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
  }
}

/// Keeps the prompts that were made last: a trial asks for its own a few times in a row.
private final class RecentPrompts: Sendable {
  private static let most = 512

  let source: any PromptSource
  private let made = Mutex<[Int: Prompt]>([:])

  init(_ source: any PromptSource) {
    self.source = source
  }

  subscript(place: Int) -> Prompt {
    if let prompt = made.withLock({ $0[place] }) { return prompt }
    let prompt = source[place]
    made.withLock { made in
      if made.count >= Self.most { made.removeAll(keepingCapacity: true) }
      made[place] = prompt
    }
    return prompt
  }
}
