/// A file of the program's own, where the XDG Base Directory Specification has it unless a person says otherwise.
package struct DataFile: Sendable {
  /// The variable that names the file.
  package let variable: String
  private let name: String
  /// The variable that names the customary folder for such files, and where that is in a home without it.
  private let base: (variable: String, inHome: String)

  package static let ledger = DataFile(
    variable: "BAKEOFF_LEDGER", name: "ledger.sqlite", base: ("XDG_STATE_HOME", ".local/state"))

  package static let cache = DataFile(
    variable: "BAKEOFF_CACHE", name: "answers.sqlite", base: ("XDG_CACHE_HOME", ".cache"))
}

extension DataFile {
  /// What a person named, else the place of the system's custom; nil where there is no home.
  package func path(named: String?, environment: [String: String]) -> String? {
    if let name = named ?? environment[variable], !name.isEmpty { return name }
    return folder(environment).map { "\($0)/\(name)" }
  }

  /// Makes the customary folder, for its owner alone; one that a person named must be there.
  ///
  /// - Throws: `FileError`.
  package func prepareFolder(of path: String, environment: [String: String]) throws {
    guard let folder = folder(environment), path == "\(folder)/\(name)", !FileSystem.isFolder(folder) else { return }
    try FileSystem.createFolders(String(folder.dropLast("/bakeoff".count)))
    do {
      try FileSystem.createPrivateFolder(folder)
    } catch {
      // Another process was faster.
      guard FileSystem.isFolder(folder) else { throw error }
    }
  }

  /// A relative path is to be ignored, the specification says.
  private func folder(_ environment: [String: String]) -> String? {
    if let folder = environment[base.variable], folder.hasPrefix("/") { return folder + "/bakeoff" }
    return environment["HOME"].flatMap { $0.isEmpty ? nil : "\($0)/\(base.inHome)/bakeoff" }
  }
}
