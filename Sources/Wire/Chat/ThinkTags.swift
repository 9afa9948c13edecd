/// Parts reasoning from answer where a model writes it into its content as `<think>…</think>`.
///
/// The first tag opens at the very beginning or not at all, since an answer may well write about tags; a further block
/// may follow the first. A chat template may have opened it in the prompt: then all before the first `</think>` is
/// reasoning. Any tag may be split over any number of pieces.
struct ThinkTags {
  /// What became of the text so far.
  struct Split: Equatable {
    var answer = ""
    var reasoning = ""
    /// The stamp of the piece that the answer began with.
    var answerSince: Int64?
    /// All that earlier pieces gave as answer was reasoning.
    var revokesAnswer = false
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
  /// The last byte of the answer so far: a tag in quotation marks is spoken of.
  private var last: UInt8?
  /// No tag was seen, so that one may still close what the prompt opened.
  private var mayClose = true

  /// Whether a tag ended reasoning that none had begun.
  private(set) var closedUnopened = false
  /// Reasoning came under a name of its own: no tag in the content ends it.
  var hasOwnReasoning = false

  mutating func take(_ text: String, at stamp: Int64?) -> Split {
    if place == .answer, held.isEmpty, !mayClose || !text.utf8.contains(UInt8(ascii: "<")) {
      last = text.utf8.last ?? last
      return Split(answer: text, answerSince: stamp)
    }
    var piece = Piece(rest: (held + text)[...], since: held.isEmpty ? stamp : heldSince, stamp: stamp)
    held = ""
    while !piece.rest.isEmpty {
      switch place {
      case .before: begin(&piece)
      case .inside: think(&piece)
      case .behind: leave(&piece)
      case .answer: answer(&piece)
      }
    }
    return piece.split
  }

  /// What is still held when the text ends.
  mutating func finish() -> Split {
    defer { held = "" }
    return place == .inside ? Split(reasoning: held) : Split(answer: held, answerSince: heldSince)
  }

  private mutating func begin(_ piece: inout Piece) {
    let start = piece.rest.drop { $0.isWhitespace }
    let canBegin = piece.rest.utf8.count - start.utf8.count <= Self.longestWait
    if canBegin, start.begins(Self.opening) {
      enter(.inside, of: &piece, behind: start.dropping(Self.opening))
    } else if canBegin, start.begins(Self.closing) {
      closedUnopened = true
      enter(.behind, of: &piece, behind: start.dropping(Self.closing))
    } else if canBegin, start.isBeginning(of: Self.opening) || start.isBeginning(of: Self.closing) {
      hold(piece.rest, of: &piece)
    } else {
      place = .answer
    }
  }

  private mutating func think(_ piece: inout Piece) {
    let tag = piece.rest.start(of: Self.closing)
    piece.split.reasoning += piece.rest[..<tag]
    let rest = piece.rest[tag...]
    if rest.begins(Self.closing) {
      enter(.behind, of: &piece, behind: rest.dropping(Self.closing))
    } else {
      hold(rest, of: &piece)
    }
  }

  /// The blank lines behind the tag belong to neither side.
  private mutating func leave(_ piece: inout Piece) {
    piece.rest = piece.rest.drop { $0.isWhitespace }
    if piece.rest.begins(Self.opening) {
      enter(.inside, of: &piece, behind: piece.rest.dropping(Self.opening))
    } else if piece.rest.isBeginning(of: Self.opening), !piece.rest.isEmpty {
      hold(piece.rest, of: &piece)
    } else if !piece.rest.isEmpty {
      place = .answer
    }
  }

  private mutating func answer(_ piece: inout Piece) {
    guard mayClose else { return say(piece.rest.endIndex, of: &piece) }
    let tag = min(piece.rest.start(of: Self.opening), piece.rest.start(of: Self.closing))
    let rest = piece.rest[tag...]
    say(tag, of: &piece)
    if rest.begins(Self.closing) {
      close(&piece)
    } else if rest.begins(Self.opening) {
      mayClose = false
    } else {
      hold(rest, of: &piece)
    }
  }

  /// A closing tag within what was taken for the answer.
  private mutating func close(_ piece: inout Piece) {
    let behind = piece.rest.dropping(Self.closing)
    if let last, "`\"'".utf8.contains(last) { return say(behind.startIndex, of: &piece) }
    mayClose = false
    guard !hasOwnReasoning else { return }
    closedUnopened = true
    piece.split = Split(reasoning: piece.split.reasoning + piece.split.answer, revokesAnswer: true)
    enter(.behind, of: &piece, behind: behind)
  }

  private mutating func enter(_ next: Place, of piece: inout Piece, behind rest: Substring) {
    place = next
    mayClose = false
    piece.rest = rest
    piece.since = piece.stamp
  }

  private mutating func hold(_ text: Substring, of piece: inout Piece) {
    held = String(text)
    heldSince = piece.since
    piece.rest = ""
  }

  private mutating func say(_ end: String.Index, of piece: inout Piece) {
    let text = piece.rest[..<end]
    guard !text.isEmpty else { return }
    if piece.split.answer.isEmpty { piece.split.answerSince = piece.since }
    piece.split.answer += text
    last = text.utf8.last
    piece.rest = piece.rest[end...]
    piece.since = piece.stamp
  }

  /// Text on its way through the places, and what it has come to.
  private struct Piece {
    var rest: Substring
    /// The stamp of what `rest` begins with.
    var since: Int64?
    let stamp: Int64?
    var split = Split()
  }
}

extension Substring {
  fileprivate func begins(_ tag: String) -> Bool { utf8.starts(with: tag.utf8) }

  /// True of an empty text too.
  fileprivate func isBeginning(of tag: String) -> Bool { tag.utf8.starts(with: utf8) }

  /// Where the tag begins, or at the end the part of it that is there; else the end.
  fileprivate func start(of tag: String) -> Index {
    let first = tag.utf8.first
    return utf8.indices.first { index in
      utf8[index] == first && (self[index...].begins(tag) || self[index...].isBeginning(of: tag))
    } ?? endIndex
  }

  /// What follows the tag that it begins with.
  fileprivate func dropping(_ tag: String) -> Substring {
    self[utf8.index(startIndex, offsetBy: tag.utf8.count)...]
  }
}
