/// What reads a foreign file and makes its texts those of a suite.
protocol Translator {
  var log: ImportLog { get }

  /// A text in which the suite's braces mean what the foreign ones did.
  mutating func translated(_ text: String, at place: ForeignValue) -> String
}
