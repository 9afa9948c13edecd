/// Which prompts of a suite are taken; every condition that is given must hold.
package struct Selection: Hashable, Sendable {
  /// One of them is enough.
  package var tags: [String] = []
  /// Ids of prompts, or of the elements that made several (`cities` for `cities#1`, `cities#2`, …).
  package var ids: [String] = []
  /// Places in the whole suite, from 1.
  package var range: ClosedRange<Int>?
  /// So many of those that are left.
  package var first: Int?
  /// So many of those that are left then, by chance, in the suite's order.
  package var sample: Int?
  package var sampleSeed: UInt64 = 1

  package init() {}

  /// Whether it leaves nothing out, whatever the suite.
  package var isAll: Bool { tags.isEmpty && ids.isEmpty && range == nil && first == nil && sample == nil }

  /// The places, from 0, of the prompts that are taken.
  package func places(in prompts: PromptList) throws(SelectionFault) -> [Int] {
    if isAll { return Array(prompts.indices) }
    if let range, range.upperBound > prompts.count { throw .range(range, count: prompts.count) }
    var places = range.map { Array($0.lowerBound - 1...$0.upperBound - 1) } ?? Array(prompts.indices)
    if !tags.isEmpty || !ids.isEmpty { places = try named(places, in: prompts) }
    if let first { places = Array(places.prefix(first)) }
    if let sample {
      var random = SeededGenerator(seed: sampleSeed)
      places = random.shuffled(places).prefix(sample).sorted()
    }
    guard !places.isEmpty else { throw .nothing }
    return places
  }

  /// Those with one of the tags and one of the ids.
  private func named(_ places: [Int], in prompts: PromptList) throws(SelectionFault) -> [Int] {
    var unseen = (tags: Set(tags), ids: Set(ids))
    let wanted = (tags: Set(tags), ids: Set(ids))
    var known = KnownNames()
    var taken: [Int] = []
    let candidates = Set(places)
    for (place, prompt) in prompts.enumerated() {
      let names = [prompt.id, Self.family(of: prompt.id)]
      unseen.tags.subtract(prompt.tags)
      unseen.ids.subtract(names)
      known.add(prompt)
      guard candidates.contains(place) else { continue }
      let isTagged = tags.isEmpty || !wanted.tags.isDisjoint(with: prompt.tags)
      if isTagged, ids.isEmpty || !wanted.ids.isDisjoint(with: names) { taken.append(place) }
    }
    if let tag = tags.first(where: unseen.tags.contains) { throw .unknownTag(tag, nearest: known.tag(like: tag)) }
    if let id = ids.first(where: unseen.ids.contains) { throw .unknownID(id, nearest: known.id(like: id)) }
    return taken
  }

  /// The id without the number that tells a prompt from others of its family.
  private static func family(of id: String) -> String {
    guard let sign = id.lastIndex(of: "#"), id[sign...].dropFirst().allSatisfy(\.isNumber) else { return id }
    return String(id[..<sign])
  }
}

/// Why a selection takes nothing.
package enum SelectionFault: Error, Hashable, Sendable {
  case unknownTag(String, nearest: String?)
  case unknownID(String, nearest: String?)
  case range(ClosedRange<Int>, count: Int)
  case nothing

  /// A whole sentence, and what to do.
  package var message: String {
    switch self {
    case .unknownTag(let tag, let nearest):
      "No prompt has the tag \(tag.quotedExcerpt())." + (nearest.map { " Did you mean '\($0.excerpt())'?" } ?? "")
    case .unknownID(let id, let nearest):
      "No prompt has the id \(id.quotedExcerpt())." + (nearest.map { " Did you mean '\($0.excerpt())'?" } ?? "")
    case .range(let range, let count):
      "The range \(range.lowerBound)-\(range.upperBound) goes beyond the suite, which has \(count) "
        + "prompt\(count == 1 ? "" : "s")."
    case .nothing: "No prompt fulfils all that was asked for: leave out a condition."
    }
  }
}

/// Names that a mistyped one may have meant; so many that no suite makes looking for the nearest slow.
private struct KnownNames {
  private static let most = 10_000

  private var tags: Set<String> = []
  private var ids: [String] = []

  mutating func add(_ prompt: Prompt) {
    guard ids.count < Self.most else { return }
    tags.formUnion(prompt.tags)
    ids.append(prompt.id)
  }

  func tag(like tag: String) -> String? { EditDistance.nearest(to: tag, among: tags.sorted()) }
  func id(like id: String) -> String? { EditDistance.nearest(to: id, among: ids) }
}
