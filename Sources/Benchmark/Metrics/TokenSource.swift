/// Who counted an answer's tokens; never mixed within one number.
package enum TokenSource: String, Hashable, Sendable {
  /// The server's `usage`.
  case server
  /// UTF-8 bytes ÷ 4, shown with `~`.
  case estimated
}
