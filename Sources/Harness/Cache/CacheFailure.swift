/// Why the cache of answers cannot be used, as whole sentences that say what to do.
package struct CacheFailure: Error, Hashable, CustomStringConvertible {
  package var description: String

  package init(_ path: String, _ reason: String, remedy: String = "name another with '--cache-file FILE'") {
    description = "The cache \(path) cannot be used: \(reason). Move it away, or \(remedy)."
  }

  /// A failure of the database as one of the cache.
  static func translating<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as DatabaseFailure {
      throw CacheFailure(path, failure.reason)
    }
  }
}
