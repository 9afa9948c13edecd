/// What reads a foreign file and makes its texts those of a suite.
protocol Translator {
  var log: ImportLog { get }

  /// A text in which the suite's braces mean what the foreign ones did.
  mutating func translated(_ text: String, at place: ForeignValue) -> String

  /// A text of the suite as far as it is known to be empty where it is filled in.
  func filled(_ text: String) -> String
}

extension Translator {
  func filled(_ text: String) -> String { text }
}
