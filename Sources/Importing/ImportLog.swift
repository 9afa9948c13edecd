internal import Benchmark

/// Where everything that reads a foreign file says what it could not carry over; each thing is said once.
final class ImportLog {
  /// So many notes of the same words are written out.
  private static let mostAlike = 3

  private var notes: [ImportNote] = []
  private var known: Set<ImportNote> = []

  func note(_ words: String, at value: ForeignValue) {
    let place = value.place
    note(ImportNote(file: value.source.file, line: place.line, column: place.column, path: value.path, words: words))
  }

  func note(_ words: String, in file: String, line: Int) {
    note(ImportNote(file: file, line: line, column: 1, path: "", words: words))
  }

  /// What was wrong with a JSON text that was read all the same: of two equal keys one is lost, a letter is replaced.
  func note(_ problems: [JSONProblem], in source: ForeignSource) {
    for problem in problems where problem.fault != .byteOrderMark {
      let place = source.place(of: problem.offset)
      note(
        ImportNote(
          file: source.file, line: place.line, column: place.column, path: "",
          words: "This is read all the same, but \(problem.fault.message)."))
    }
  }

  private func note(_ note: ImportNote) {
    if known.insert(note).inserted { notes.append(note) }
  }

  /// A sentence a note, in the order in which they came; of many alike the rest is counted.
  var sentences: [String] {
    var counts: [String: Int] = [:]
    var sentences: [String] = []
    for note in notes {
      counts[note.words, default: 0] += 1
      if counts[note.words, default: 0] <= Self.mostAlike { sentences.append(note.description) }
    }
    let more = counts.filter { $0.value > Self.mostAlike }.sorted { $0.key < $1.key }
    return sentences + more.map { "In \($0.value - Self.mostAlike) more places: \($0.key)" }
  }
}
