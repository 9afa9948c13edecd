/// A command line as a person can paste it back.
enum CommandText {
  /// `bakeoff run` with the words of the present command line and one more.
  static func run(like words: [String], adding word: String) -> String {
    (["bakeoff", "run"] + words.dropFirst() + [word]).map(quoted).joined(separator: " ")
  }

  static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-./:=@%+,".contains($0)) }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
