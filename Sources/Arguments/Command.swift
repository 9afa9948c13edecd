/// One verb of a tool: its values are the command line, its defaults are the command line's defaults.
package protocol Command: Sendable {
  init()

  /// What is typed for it, in lower case.
  static var name: String { get }
  /// What it does, in one sentence.
  static var abstract: String { get }
  /// What its help adds below the sentence; lines that begin with a space are printed as they are.
  static var discussion: String { get }
  static var arguments: [Argument<Self>] { get }

  /// Throws what is wrong with the values together; `UsageError.rule` carries a sentence of the command's own.
  func validate() throws(UsageError)
}

extension Command {
  package static var discussion: String { "" }

  package func validate() throws(UsageError) {}

  static var descriptions: [ArgumentDescription] { arguments.map(\.description) }
}
