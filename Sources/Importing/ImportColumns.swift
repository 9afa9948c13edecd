internal import Benchmark

/// The columns of a table, or the keys of its samples, that hold something else than variables.
package struct ImportColumns: Hashable, Sendable {
  /// Of what is asked; nil for the format's own.
  package var prompt: String?
  /// Of the answer that is expected; nil for the format's own.
  package var expected: String?

  package init(prompt: String? = nil, expected: String? = nil) {
    self.prompt = prompt
    self.expected = expected
  }
}

/// Guesses by their names and contents which columns are meant, for a hint that names them.
struct ColumnGuess {
  /// The column that seems to hold what is asked.
  let prompt: String?
  /// The one that seems to hold what is expected.
  let expected: String?

  /// Words of such names, the surest first.
  private static let asking = [
    "prompt", "prompts", "question", "query", "instruction", "instructions", "problem", "task", "input", "request",
    "user",
    "message", "text", "content",
  ]
  private static let answering = [
    "expected", "ideal", "answer", "answers", "target", "reference", "gold", "label", "solution", "output",
    "completion",
    "response",
  ]
  /// Words of names that say something about a prompt or an answer instead.
  private static let describing: Set<String> = [
    "id", "ids", "no", "nr", "number", "index", "type", "kind", "category", "class", "name", "title", "tag", "tags",
    "language", "lang", "source", "url", "date", "time", "version", "model", "tokens", "length", "count", "hash",
    "score",
    "system",
  ]

  /// `values` are some cells of each column.
  init(columns: [(name: String, values: [String])]) {
    let prompt = Self.best(of: columns, Self.asking)
    self.prompt = prompt ?? EditDistance.nearest(to: "prompt", among: columns.map(\.name))
    let others = columns.filter { [prompt = self.prompt] in $0.name != prompt }
    expected = Self.best(of: others, Self.answering)
  }

  /// Of names with the same word the one with the longest values.
  private static func best(of columns: [(name: String, values: [String])], _ sought: [String]) -> String? {
    let rated = columns.compactMap { column -> (name: String, rank: Int, length: Int)? in
      let words = words(of: column.name)
      guard describing.isDisjoint(with: words), let rank = sought.firstIndex(where: words.contains) else { return nil }
      return (column.name, rank, column.values.reduce(0) { $0 + $1.utf8.count })
    }
    return rated.min { ($0.rank, -$0.length) < ($1.rank, -$1.length) }?.name
  }

  /// As in `prompt` and `text` of `promptText` and of `Prompt_Text`.
  private static func words(of name: String) -> Set<String> {
    let spaced = name.replacing(/(?<low>\p{Ll})(?<high>\p{Lu})/) { "\($0.output.low) \($0.output.high)" }
    return Set(spaced.lowercased().split { !$0.isLetter }.map(String.init))
  }

  /// What to do, in a sentence; nil without a guess.
  var sentence: String? {
    guard let prompt else { return nil }
    let answer = expected.map { ", and \($0.quotedExcerpt()) what is expected" } ?? ""
    let option = expected.map { " --expected-column \(Self.word($0))" } ?? ""
    return
      "If \(prompt.quotedExcerpt()) holds the prompts\(answer), give '--prompt-column \(Self.word(prompt))\(option)'."
  }

  /// As it is typed into a shell.
  static func word(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
    return isPlain ? name.excerpt() : "\"\(name.excerpt())\""
  }
}
