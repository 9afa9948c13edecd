/// What a command line asks for; texts come without a line end after their last line.
package enum Parsed: Sendable {
  case run(any Command)
  /// For standard output.
  case help(String)
  /// For standard output.
  case version(String)
  /// For standard error, with exit status 64 (EX_USAGE).
  case failure(UsageFailure)
  /// For standard output, one a line; a shell asks for them.
  case completions([String])
}

/// A refused command line and all that is said about it.
package struct UsageFailure: Error, Hashable, Sendable {
  package let error: UsageError
  /// The error, the help of the argument in question, the usage, and where to read more.
  package let text: String
}
