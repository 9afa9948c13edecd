/// What is wrong with a command line; the sentences are in `UsageError+Message.swift`.
package enum UsageError: Error, Hashable, Sendable {
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, nearest: String?)
  case missingValue(ArgumentDescription, spelling: String)
  case unexpectedValue(String, spelling: String)
  case invalidValue(String, of: ArgumentDescription, spelling: String, remedy: String?)
  case givenTwice(ArgumentDescription, spelling: String)
  case missingArgument(ArgumentDescription)
  case unexpectedArguments([String])
  /// A rule of the command, broken: the whole sentence.
  case rule(String)
}
