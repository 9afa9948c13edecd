/// What ends a command: one sentence for the person, and the status for the shell.
struct Failure: Error, Sendable {
  var status: ExitStatus
  var message: String
  /// Printed below the sentence, a line each.
  var details: [String] = []

  init(_ status: ExitStatus, _ message: String, details: [String] = []) {
    self.status = status
    self.message = message
    self.details = details
  }
}
