extension [String] {
  /// The pieces with one space between them in lines of at most `width` characters, where they fit; the first line
  /// begins with `start`, the others with `indent` spaces.
  func wrapped(to width: Int, after start: String = "", indent: Int = 0) -> String {
    var lines: [String] = []
    var line = start
    var isFirst = true
    for piece in self {
      if !isFirst, line.count + 1 + piece.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        isFirst = true
      }
      line += isFirst ? piece : " \(piece)"
      isFirst = false
    }
    return (lines + [line]).joined(separator: "\n")
  }
}

extension String {
  var words: [String] { split(separator: " ").map(String.init) }

  /// Every line wrapped by itself; one that begins with a space, such as an example, is left as it is.
  func wrapped(to width: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(" ") ? String($0) : String($0).words.wrapped(to: width) }
      .joined(separator: "\n")
  }
}
