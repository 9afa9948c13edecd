internal import Benchmark

extension RunFolder {
  /// All runs below a folder, newest first, by the time in their names, and of one second by when their journals were
  /// last written.
  package static func all(below root: String) -> [RunFolder] {
    FileSystem.names(in: root)
      .filter { $0.first?.isNumber == true }
      .map { (time: $0.prefix { $0 != "-" }, folder: RunFolder(path: "\(root)/\($0)")) }
      .filter { FileSystem.isRegularFile($0.folder.journal) }
      .sorted { left, right in
        left.time == right.time
          ? FileSystem.modified(left.folder.journal) > FileSystem.modified(right.folder.journal)
          : left.time > right.time
      }
      .map(\.folder)
  }

  /// The run that a name means, where it means one.
  package static func find(_ name: String, below root: String) -> RunFolder? {
    let matches = matches(name, below: root)
    return matches.count == 1 ? matches[0] : nil
  }

  /// The runs that a name may mean, newest first: more than one where it is ambiguous, none where it means nothing.
  ///
  /// `latest`, a journal of whatever name, a folder, a whole id below `root`; then the name that a run was given, the
  /// name of a suite (its latest run), and a part of an id, the first of these that any run has.
  package static func matches(_ name: String, below root: String) -> [RunFolder] {
    if name == "latest" { return all(below: root).first { !$0.wasTurnedAway }.map { [$0] } ?? [] }
    if let exact = exact(name, below: root) { return [exact] }
    let all = all(below: root)
    let records = all.map { (folder: $0, record: try? JournalReader.record(of: $0.journal)) }
    let named = records.filter { $0.record?.name == name }.map(\.folder)
    if !named.isEmpty { return named }
    if let latest = records.first(where: { $0.record?.suite.name == name && !$0.folder.wasTurnedAway }) {
      return [latest.folder]
    }
    return name.isEmpty ? [] : all.filter { $0.id.contains(name) }
  }

  private static func exact(_ name: String, below root: String) -> RunFolder? {
    if FileSystem.isRegularFile(name) {
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      var folder = RunFolder(path: parts.count > 1 ? parts.dropLast().joined(separator: "/") : ".")
      folder.journalName = String(parts[parts.count - 1])
      return folder
    }
    return [name, "\(root)/\(name)"].map { RunFolder(path: $0) }.first { FileSystem.isRegularFile($0.journal) }
  }

  /// Every request of it met a refused key or a wrong address: a mistake, and not the run that `latest` means.
  private var wasTurnedAway: Bool { (try? JournalReader.wasTurnedAway(journal)) ?? false }
}
