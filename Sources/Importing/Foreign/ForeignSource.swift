internal import Benchmark

/// A file that is imported, or one that it names, as far as places in it are concerned.
struct ForeignSource: Sendable {
  /// As a person would name it.
  let file: String
  private let text: SourceText
  /// The line of the file that the text begins on.
  private let firstLine: Int

  init(file: String, bytes: [UInt8], firstLine: Int = 1) {
    self.file = file
    text = SourceText(bytes)
    self.firstLine = firstLine
  }

  func place(of offset: Int) -> SourcePlace {
    var place = text.place(of: offset)
    place.line += firstLine - 1
    return place
  }
}
