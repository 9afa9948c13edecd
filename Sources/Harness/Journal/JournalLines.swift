/// The lines of a journal one after the other; of a file no more is in memory than the one at hand and what was read
/// with it.
struct JournalLines: ~Copyable {
  /// Nil where all bytes were there from the beginning.
  private let file: ReadableFile?
  /// Whether a line can be read again.
  let isFile: Bool
  private var bytes: [UInt8] = []
  /// Where the next line begins.
  private var position = 0
  /// What was read and dropped.
  private var dropped = 0
  /// Where in the file the line stands which came last.
  private(set) var place = 0..<0
  /// From 1: that of the line which came last.
  private(set) var number = 0
  /// Behind the last line stands a part of one.
  private(set) var isTorn = false

  init(of file: consuming ReadableFile) {
    self.file = consume file
    isFile = true
  }

  init(_ bytes: [UInt8]) {
    file = nil
    isFile = false
    self.bytes = bytes
  }

  /// The next line without its line feed, which the last may lack; nil behind the last.
  ///
  /// - Throws: `FileError`.
  mutating func next() throws -> ArraySlice<UInt8>? {
    var searched = position
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) { return line(to: end, goingOnAt: end + 1) }
      searched = bytes.count - position
      guard try readMore() else { return try rest() }
    }
  }

  /// The file, for whoever wants to read a line again.
  consuming func intoFile() -> ReadableFile? { file }

  private mutating func line(to end: Int, goingOnAt next: Int) -> ArraySlice<UInt8> {
    defer { position = next }
    number += 1
    // An editor may have ended it with CR LF.
    let end = end > position && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
    place = dropped + position..<dropped + end
    return bytes[position..<end]
  }

  private mutating func rest() throws -> ArraySlice<UInt8>? {
    let rest = bytes[position...]
    isTorn = !rest.isEmpty && !JournalTail.isWhole(rest)
    return rest.isEmpty || isTorn ? nil : line(to: bytes.count, goingOnAt: bytes.count)
  }

  /// What is behind is dropped; false at the end of the file.
  private mutating func readMore() throws -> Bool {
    bytes.removeFirst(position)
    dropped += position
    position = 0
    return try file?.append(to: &bytes) ?? false
  }
}
