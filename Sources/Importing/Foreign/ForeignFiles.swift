internal import Benchmark

/// The files that a foreign file names beside itself.
struct ForeignFiles: Sendable {
  static let prefix = "file://"
  /// What a text that is the name of a file ends with.
  private static let extensions: Set<String> = [
    "txt", "md", "j2", "json", "jsonl", "csv", "yaml", "yml", "js", "cjs", "mjs", "ts", "py", "sh", "xlsx",
  ]

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
      let path = String(isNamed ? text.dropFirst(ForeignFiles.prefix.count) : text[...])
      let name = path.split(separator: "/").last ?? ""
      kind = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
      self.path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
      let looksLikePath = ForeignFiles.extensions.contains(kind) && !path.contains { $0.isWhitespace || $0 == "{" }
      guard isNamed || looksLikePath else { return nil }
    }
  }

  /// The text of a file; nil, with a note, when it cannot be had.
  func text(_ reference: Reference, at place: ForeignValue, _ log: ImportLog) -> String? {
    if reference.path.contains("*") {
      log.note("Patterns of names are not followed: name the files one by one.", at: place)
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
}
