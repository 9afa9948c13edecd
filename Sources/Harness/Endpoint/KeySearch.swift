/// Finds texts that must not be seen in bytes, however they are written: plain, in base64 of either alphabet, with
/// percent escapes, or with the escapes of a JSON string.
///
/// It looks at bytes, never at characters: a combining mark behind a key is part of its last character.
struct KeySearch: Sendable {
  private static let openRouterPrefix = Array("sk-or-v1-".utf8)
  /// Fewer hexadecimal digits behind the prefix are no key of OpenRouter's.
  private static let fewestDigits = 32

  /// Shorter words ("ollama", "EMPTY") are no secrets, and taking them out would falsify answers.
  private static let shortestSecret = 8

  /// What is looked for, longest first.
  private let needles: [[UInt8]]
  /// Whether something that is looked for may begin with two bytes: all but few places are passed by one look.
  private let beginnings: [Bool]

  private let findsOpenRouterKeys: Bool

  /// Looks for secrets that are long enough to be any, and for whatever is shaped like an OpenRouter key if that is
  /// wanted.
  init(_ secrets: [String], andOpenRouterKeys findsOpenRouterKeys: Bool = false) {
    self.findsOpenRouterKeys = findsOpenRouterKeys
    let secrets = secrets.filter { $0.utf8.count >= KeySearch.shortestSecret }
    needles = Set(secrets.flatMap { [Array($0.utf8)] + KeySearch.base64(Array($0.utf8)) })
      .sorted { $0.count > $1.count }
    var beginnings = [Bool](repeating: false, count: 1 << 16)
    for needle in needles + (findsOpenRouterKeys ? [KeySearch.openRouterPrefix] : []) {
      for pair in KeySearch.beginnings(of: needle) { beginnings[pair] = true }
    }
    self.beginnings = beginnings
  }

  func finds(in bytes: UnsafeBufferPointer<UInt8>) -> Bool { !ranges(in: bytes).isEmpty }

  /// Where they stand, in order and apart.
  func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    beginnings.withUnsafeBufferPointer { beginnings in
      var place = 0
      while place + 1 < bytes.count {
        if beginnings[Int(bytes[place]) << 8 | Int(bytes[place + 1])], let end = end(in: bytes, from: place) {
          ranges.append(KeySearch.start(of: place, in: bytes, after: ranges.last?.upperBound ?? 0)..<end)
          place = end
        } else {
          place += 1
        }
      }
    }
    return ranges
  }

  private func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    for needle in needles {
      if let end = Spelling.end(of: needle, in: bytes, from: start) { return end }
    }
    return findsOpenRouterKeys ? KeySearch.endOfOpenRouterKey(in: bytes, from: start) : nil
  }

  private static func endOfOpenRouterKey(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let tail = Spelling.end(of: openRouterPrefix, in: bytes, from: start) else { return nil }
    var end = tail
    while end < bytes.count, Spelling.digit(bytes[end]) != nil { end += 1 }
    return end - tail >= fewestDigits ? end : nil
  }

  /// A backslash that escapes the first byte goes with it, so that what is left of a JSON string is one.
  private static func start(of place: Int, in bytes: UnsafeBufferPointer<UInt8>, after end: Int) -> Int {
    var backslashes = 0
    while place - backslashes > end, bytes[place - backslashes - 1] == Spelling.backslash { backslashes += 1 }
    return place - backslashes % 2
  }
}

// MARK: - What is looked for

extension KeySearch {
  /// What a secret looks like in base64: alone, and within a longer text, as in that of `Bearer KEY`.
  ///
  /// There it depends on how many bytes of its group of three come before; characters that neighbours decide are left
  /// out.
  private static func base64(_ secret: [UInt8]) -> [[UInt8]] {
    let alone = Base64.text(secret)
    let inside = (0..<3).map { offset in
      let text = Base64.text([UInt8](repeating: 0, count: offset) + secret)
      return Array(text.prefix((offset + secret.count) * 4 / 3).dropFirst(offset == 0 ? 0 : offset + 1))
    }
    let standard = [alone, alone.filter { $0 != UInt8(ascii: "=") }] + inside
    return standard + standard.map(Base64.urlSafe)
  }

  /// The pairs of bytes that its spellings begin with.
  private static func beginnings(of needle: [UInt8]) -> [Int] {
    let (first, percent, backslash) = (needle[0], Spelling.percent, Spelling.backslash)
    // Keys are ASCII: of a percent escape the first digit is one to seven.
    let digit = UInt8(ascii: "0") + first >> 4
    let pairs = [
      (first, needle[1]), (first, percent), (first, backslash), (percent, digit), (backslash, UInt8(ascii: "u")),
      (backslash, backslash), (backslash, first),
    ]
    return pairs.map { Int($0) << 8 | Int($1) }
  }
}
