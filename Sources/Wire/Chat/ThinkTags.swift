/// Parts reasoning from answer where a model writes it into its content as `<think>…</think>`.
///
/// The tag opens at the very beginning or not at all: an answer may well write about tags. Either tag may be split over
/// any number of pieces.
struct ThinkTags {
  /// What became of the text so far.
  struct Split: Equatable {
    var answer = ""
    var reasoning = ""
    /// The stamp of the piece that the answer began with.
    var answerSince: Int64?
  }

  private enum Place { case before, inside, behind, answer }

  private static let opening = "<think>"
  private static let closing = "</think>"
  /// More blanks than any model writes before its tag; keeps the waiting, and its cost, short.
  private static let longestWait = 64

  private var place = Place.before
  /// Text that may yet turn out to be a tag.
  private var held = ""
  private var heldSince: Int64?

  mutating func take(_ text: String, at stamp: Int64?) -> Split {
    switch place {
    case .before: begin(text, at: stamp)
    case .inside: think(text, at: stamp)
    case .behind: answer(text.drop { $0.isWhitespace }, at: stamp)
    case .answer: Split(answer: text, answerSince: stamp)
    }
  }

  /// What is still held when the text ends.
  mutating func finish() -> Split {
    defer { held = "" }
    return place == .inside ? Split(reasoning: held) : Split(answer: held, answerSince: heldSince)
  }

  private mutating func begin(_ text: String, at stamp: Int64?) -> Split {
    if held.isEmpty { heldSince = stamp }
    held += text
    let start = held.drop { $0.isWhitespace }
    let canOpen = held.utf8.count - start.utf8.count <= Self.longestWait
    if canOpen, start.utf8.starts(with: Self.opening.utf8) {
      place = .inside
      let thought = String(start.dropping(Self.opening))
      held = ""
      return think(thought, at: stamp)
    }
    if canOpen, Self.opening.utf8.starts(with: start.utf8) { return Split() }
    place = .answer
    defer { held = "" }
    return Split(answer: held, answerSince: heldSince)
  }

  private mutating func think(_ text: String, at stamp: Int64?) -> Split {
    let whole = held + text
    let tag = whole.start(of: Self.closing)
    guard whole.utf8.distance(from: tag, to: whole.endIndex) >= Self.closing.utf8.count else {
      held = String(whole[tag...])
      return Split(reasoning: String(whole[..<tag]))
    }
    held = ""
    var split = answer(whole[tag...].dropping(Self.closing).drop { $0.isWhitespace }, at: stamp)
    split.reasoning = String(whole[..<tag])
    return split
  }

  /// The blank lines behind the tag belong to neither side.
  private mutating func answer(_ text: Substring, at stamp: Int64?) -> Split {
    place = text.isEmpty ? .behind : .answer
    return Split(answer: String(text), answerSince: text.isEmpty ? nil : stamp)
  }
}

extension String {
  /// Where the tag begins, or at the end the part of it that is there; else the end.
  fileprivate func start(of tag: String) -> Index {
    let first = tag.utf8.first
    return utf8.indices.first { index in
      utf8[index] == first && (utf8[index...].starts(with: tag.utf8) || tag.utf8.starts(with: utf8[index...]))
    } ?? endIndex
  }
}

extension Substring {
  /// What follows the tag that it begins with.
  fileprivate func dropping(_ tag: String) -> Substring {
    self[utf8.index(startIndex, offsetBy: tag.utf8.count)...]
  }
}
