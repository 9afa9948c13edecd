/// Where the ledger is kept, by the XDG Base Directory Specification.
package enum LedgerLocation {
  /// The variable that names the ledger's file.
  package static let variable = "BAKEOFF_LEDGER"

  private static let name = "ledger.sqlite"

  /// What a person named, else the place of the system's custom; nil where there is no home.
  package static func path(named: String?, environment: [String: String]) -> String? {
    if let name = named ?? environment[variable], !name.isEmpty { return name }
    return folder(environment).map { "\($0)/\(name)" }
  }

  /// Makes the customary folder, for its owner alone; one that a person named must be there.
  ///
  /// - Throws: `FileError`.
  package static func prepareFolder(of path: String, environment: [String: String]) throws {
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
  private static func folder(_ environment: [String: String]) -> String? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/bakeoff" }
    return environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.local/state/bakeoff" }
  }
}
