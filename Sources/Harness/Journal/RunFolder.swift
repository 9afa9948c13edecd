#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where a run's files stand: `reports/20261120T031500Z-starter-4f2a/`.
package struct RunFolder: Hashable, Sendable {
  package static let journalName = "run.jsonl"

  package var path: String
  /// The journal's name in it.
  package var journalName = RunFolder.journalName

  package init(path: String) {
    self.path = path
  }

  /// The run's name.
  package var id: String { path.split(separator: "/").last.map(String.init) ?? path }
  package var journal: String { "\(path)/\(journalName)" }

  /// Makes a new folder below `root`, readable by its owner alone.
  ///
  /// `time` is UTC as `20261120T031500Z`; `random` gives the four hexadecimal digits that keep two starts of one second
  /// apart.
  /// - Throws: `FileError`.
  package static func create(
    below root: String, time: String, suite: String, random: () -> UInt16
  ) throws -> RunFolder {
    try FileSystem.createFolders(root)
    var tries = 8
    while true {
      let digits = String(random(), radix: 16)
      let suffix = String(repeating: "0", count: 4 - digits.count) + digits
      let folder = RunFolder(path: "\(root)/\(time)-\(fileName(suite))-\(suffix)")
      do {
        try FileSystem.createPrivateFolder(folder.path)
        return folder
      } catch let error as FileError where error.code == EEXIST && tries > 0 {
        tries -= 1
      }
    }
  }

  /// A suite's name as a part of a file name: letters, digits and `_` of any script in words joined by `-`, at most 40
  /// characters and 120 bytes; `suite` where nothing of it is left.
  private static func fileName(_ name: String) -> String {
    let letters = name.lowercased().unicodeScalars.map { isOfWords($0) ? Character($0) : "-" }
    let words = String(letters).split(separator: "-").joined(separator: "-")
    var short = String(words.prefix(40))
    while short.utf8.count > 120 { short.removeLast() }
    return short.isEmpty ? "suite" : short
  }

  /// Marks belong to the letters before them; nothing that directs text or is invisible does.
  private static func isOfWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      true
    default: scalar == "_"
    }
  }
}
