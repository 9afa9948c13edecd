/// A tokenizer of our own: words of up to seven letters with the space before them, and single signs.
enum Tokens {
  private static let longest = 7

  /// The tokens of a text; joined, they are the text.
  static func split(_ text: String) -> [Substring] {
    var tokens: [Substring] = []
    var start = text.startIndex
    while start < text.endIndex {
      let end = endOfToken(in: text, from: start)
      tokens.append(text[start..<end])
      start = end
    }
    return tokens
  }

  /// The tokens of a prompt, estimated: a long one must not hold up the answers that are being written.
  static func estimate(_ text: String) -> Int {
    (text.utf8.count + 3) / 4 + 4
  }

  private static func endOfToken(in text: String, from start: String.Index) -> String.Index {
    var end = start
    if text[end] == " " { end = text.index(after: end) }
    let word = end
    var length = 0
    while end < text.endIndex, length < longest, isPartOfWord(text[end]) {
      end = text.index(after: end)
      length += 1
    }
    return end > word || end == text.endIndex ? end : text.index(after: end)
  }

  /// The letters from the Chinese radicals on stand for syllables and words, each for its own.
  private static func isPartOfWord(_ character: Character) -> Bool {
    (character.isLetter || character.isNumber) && character < "\u{2E80}"
  }
}
