#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A chunk as the form of those that follow it: most differ from it in nothing but their text and a clock.
///
/// Where all else is the same byte for byte, so is what it says, and nothing needs to be parsed again: that is most of
/// the work on a long answer.
struct ChunkForm: Sendable {
  private let bytes: [UInt8]
  /// What may differ, in order.
  private let gaps: [Gap]

  private struct Gap: Sendable {
    /// From and to where it stands in `bytes`; text without its quotation marks.
    var place: Range<Int>
    var isText: Bool
  }

  /// Nil for a chunk that says more than the text of its one choice; `carried` is what it was found to say, in bytes, and
  /// nothing but text.
  init?(_ document: JSONDocument, carrying carried: Int) {
    let root = document.root
    guard let choices = root["choices"], let choice = choices.onlyElement, let delta = choice["delta"],
      let content = delta["content"], let text = content.filledString, text.utf8.count == carried
    else { return nil }
    // A number there is a clock, or nothing that anybody reads; an error's was read, and only the first one counts.
    let clocks = root.members.map(\.value).filter(\.isNumber)
    bytes = document.bytes
    gaps = (clocks.map { Gap(place: $0.place, isText: false) } + [Gap(place: content.place, isText: true)])
      .sorted { $0.place.lowerBound < $1.place.lowerBound }
  }

  /// The text of a chunk of this form; nil for one that differs in more than that.
  func text(of chunk: [UInt8]) -> String? {
    guard let place = chunk.withUnsafeBufferPointer({ chunk in bytes.withUnsafeBytes { place(in: chunk, of: $0) } })
    else { return nil }
    let text = chunk[place]
    return text.contains(.backslash) ? text.unescapedText : String(decoding: text, as: UTF8.self)
  }

  private func place(in chunk: UnsafeBufferPointer<UInt8>, of bytes: UnsafeRawBufferPointer) -> Range<Int>? {
    var (text, read, compared) = (0..<0, 0, 0)
    for gap in gaps {
      let start = read + gap.place.lowerBound - compared
      guard chunk.holds(bytes[compared..<gap.place.lowerBound], at: read) else { return nil }
      let end = gap.isText ? chunk.endOfText(from: start).end : chunk.endOfNumber(from: start)
      guard let end else { return nil }
      if gap.isText { text = start..<end }
      (read, compared) = (end, gap.place.upperBound)
    }
    let isWhole = chunk.count - read == bytes.count - compared && chunk.holds(bytes[compared...], at: read)
    return isWhole ? text : nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holds(_ bytes: Slice<UnsafeRawBufferPointer>, at start: Int) -> Bool {
    guard start + bytes.count <= count, let place = baseAddress else { return false }
    return UnsafeRawBufferPointer(rebasing: bytes).baseAddress.map { memcmp($0, place + start, bytes.count) == 0 }
      ?? true
  }
}
