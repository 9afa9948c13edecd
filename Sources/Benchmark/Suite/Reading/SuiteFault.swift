/// What can be wrong with a suite; the sentences are in `SuiteFault+Message.swift`.
package enum SuiteFault: Hashable, Sendable {
  case json(JSONFault)
  case wrongType(found: String, expected: String)
  /// `instead` are keys of which any would do in its place.
  case missingKey(String, of: String, instead: [String] = [])
  case unknownKey(String, of: String, nearest: String?, known: [String])
  /// A key that belongs elsewhere, with what to do.
  case misplacedKey(String, of: String, remedy: String)
  /// What another tool writes where a suite has a form of its own, with what to do.
  case foreignForm(of: String, remedy: String)
  case noPrompts
  /// Neither `prompt`, `messages` nor `turns`.
  case noQuestion
  case exclusiveKeys(String, String)
  /// A prompt that turns follow is the first of them.
  case promptBesideTurns
  /// An empty list where one thing at least is needed.
  case nothingIn(String)
  case lastRole(Message.Role)
  case foreignKey(String, Message.Role)
  case unknownWord(String, noun: String, nearest: String?, known: [String])
  case tag(String)
  /// The name of a contestant or a model.
  case label(String)
  /// The name of something that servers are told of.
  case wireName(String, of: String)
  case duplicateName(String, String)
  case file(String, SuiteFileFault)
  case fileExtension(String, of: Attachment.Kind)
  case address(String)
  case unknownVariable(String, nearest: String?)
  case variableOfContestant
  case missingInRow(String, row: Int)
  case unusedVariable(String)
  case duplicateVariable(String)
  case variableName(String)
  case openBraces(String)
  /// A file of rows whose name says none of the forms.
  case rowForm(String, [String])
  case noRows
  case csv(CSVProblem.Fault)
  case tooManyPrompts(most: Int)
  /// What variables put into one prompt, in bytes.
  case filledTooLarge(most: Int)
  case emptyPrompt
  case name(String)
  case identifier(String)
  case duplicateID(String, firstLine: Int)
  case outOfRange(String, range: String)
  case unknownKind(String, nearest: String?)
  case reservedExtra(String, remedy: String)
  case tooDeep(most: Int)
  case pattern(String, reason: String)
  case emptyValue
  case gradedTurn
  case span(String)
  /// A length of time as a bare number.
  case unitless(String)
  /// The name of a file where its rows are expected.
  case bareRows(String)
  /// The value of a variable that a path may not hold.
  case pathValue(String, String)
  /// Of keys that exclude each other, or of which one is needed, none or several are given.
  case oneOf([String], given: [String], of: String)
  case jsonPath(String, reason: String)
  case unreachableValue
  /// This text is asked for and ruled out.
  case contradiction(String)
  case unknownTool(String, nearest: String?)
  case scoreWithoutChecks
  case leakedKey
  /// More was wrong than is listed.
  case more(Int)
}
