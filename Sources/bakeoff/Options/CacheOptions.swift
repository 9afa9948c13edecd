internal import Arguments
internal import Benchmark
internal import Harness

/// Whether answers of earlier runs are taken instead of asking again, and where they are kept.
struct CacheOptions: Sendable {
  var isOn = false
  var file: String?

  static let arguments = Argument<Self>.section("CACHE", [.flag("cache", \.isOn, help: helpOfCache), place])

  /// For the command that looks at it.
  static let place = Argument<Self>.option(
    "cache-file", \.file, valueName: "file",
    help: "Where answers are kept. Without it: $\(DataFile.cache.variable), or answers.sqlite in "
      + "$XDG_CACHE_HOME/bakeoff (~/.cache/bakeoff).")

  private static let helpOfCache =
    "Take the answer that an earlier run with --cache got to the very same request (endpoint, model, body, repetition), "
    + "and keep new ones: for work on prompts and checks. Cached answers enter no time, speed, cost or success rate."

  func validate() throws(UsageError) {
    if file == "" { throw .rule("'--cache-file <file>' needs the name of a file.") }
  }

  /// The file that is named, or the customary one; nil where no place for it is known.
  func path(in context: Context) -> String? { DataFile.cache.path(named: file, environment: context.environment) }

  /// The cache, where it is on; one that cannot be used is told and done without, and looking alone makes none.
  func cache(hiding key: APIKey?, looksOnly: Bool, in context: Context) -> AnswerCache? {
    guard isOn else { return nil }
    guard let path = path(in: context) else {
      context.console.warn("There is no home folder, so no answer is cached: name a file with '--cache-file FILE'.")
      return nil
    }
    if looksOnly, !FileSystem.exists(path) { return nil }
    do {
      try DataFile.cache.prepareFolder(of: path, environment: context.environment)
      return try AnswerCache(path, redactor: Redactor(keys: key.map { [$0] } ?? []))
    } catch let error as FileError {
      context.console.warn("\(CacheFailure(path, error.reason)) This run does without.")
    } catch {
      context.console.warn("\(error) This run does without.")
    }
    return nil
  }
}
