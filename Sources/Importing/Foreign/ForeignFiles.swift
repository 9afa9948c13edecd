internal import Benchmark

/// The files that a foreign file names beside itself.
struct ForeignFiles: Sendable {
  static let prefix = "file://"
  /// What a text that is the name of a file ends with.
  private static let extensions: Set<String> = [
    "txt", "md", "j2", "json", "jsonl", "csv", "yaml", "yml", "js", "cjs", "mjs", "ts", "py", "rb", "sh", "xlsx", "xls",
  ]
  /// Of those the files that are programs.
  private static let programs: Set<String> = ["js", "cjs", "mjs", "ts", "py", "rb", "sh"]

  private let files: any SuiteFiles

  init(_ files: any SuiteFiles) {
    self.files = files
  }

  /// A file that a value names.
  struct Reference: Sendable {
    let path: String
    /// In lower case, without the point; empty when there is none.
    let kind: String

    /// Nil when the text names none: it has no `file://` in front and does not look like a path.
    init?(_ text: String) {
      let isNamed = text.hasPrefix(ForeignFiles.prefix)
      let path = ForeignFiles.withoutFunction(isNamed ? text.dropFirst(ForeignFiles.prefix.count) : text[...])
      let name = path.split(separator: "/").last ?? ""
      kind = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
      self.path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
      let looksLikePath = ForeignFiles.extensions.contains(kind) && !path.contains { $0.isWhitespace || $0 == "{" }
      guard isNamed || looksLikePath else { return nil }
    }

    var isProgram: Bool { ForeignFiles.programs.contains(kind) }

    /// How a sentence that such a file is left out ends: with how to have it read all the same.
    var remedy: String {
      if isProgram { return ": it is a program. Write down what it makes, and name that." }
      switch kind {
      case "yaml", "yml": return ". Convert it, as with 'yq -o=json . \(path.excerpt(400)) > file.json', and name that."
      case "xlsx", "xls": return ". Save the sheet as CSV, and name that."
      default: return "."
      }
    }
  }

  /// A program's path without the name of a function behind it, as in `prompts.py:main`.
  private static func withoutFunction(_ text: Substring) -> String {
    guard let match = text.wholeMatch(of: /(?<path>.+\.(?<kind>\w+)):[\w.]+/),
      programs.contains(String(match.output.kind))
    else { return String(text) }
    return String(match.output.path)
  }

  /// The text of a file; nil, with a note, when it cannot be had.
  func text(_ reference: Reference, at place: ForeignValue, _ log: ImportLog) -> String? {
    if reference.path.contains("*") {
      log.note(
        "Patterns of names are not followed: name the files of \(reference.path.quotedExcerpt()) one by one.", at: place
      )
      return nil
    }
    do throws(SuiteFileFault) {
      return try files.text(reference.path)
    } catch {
      log.note("The file \(reference.path.quotedExcerpt()) \(error.message)", at: place)
      return nil
    }
  }

  /// The JSON value of a file; nil, with a note, when it cannot be had.
  func json(_ reference: Reference, at place: ForeignValue, _ log: ImportLog) -> ForeignValue? {
    guard let text = text(reference, at: place, log) else { return nil }
    let bytes = Array(text.utf8)
    let reading = JSONReader.read(bytes)
    let source = ForeignSource(file: reference.path, bytes: bytes)
    if let root = reading.root {
      log.note(reading.problems, in: source)
      return ForeignValue(root, in: source)
    }
    for problem in reading.problems {
      log.note(
        "This is no JSON: \(problem.fault.message).", in: reference.path, line: source.place(of: problem.offset).line)
    }
    return nil
  }

  /// The JSON values of a text's lines; a line that is none is left out with a note.
  static func lines(of text: String, in file: String, _ log: ImportLog) -> [ForeignValue] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap { index, line in
      let bytes = Array(line.utf8)
      if line.trimmed.isEmpty { return nil }
      let reading = JSONReader.read(bytes)
      guard let node = reading.root else {
        log.note("The line is no JSON and is left out.", in: file, line: index + 1)
        return nil
      }
      let source = ForeignSource(file: file, bytes: bytes, firstLine: index + 1)
      log.note(reading.problems, in: source)
      return ForeignValue(node, in: source)
    }
  }
}
