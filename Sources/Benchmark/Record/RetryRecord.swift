/// What was decided when an attempt had failed: whether its request is sent again, and who waits for how long.
package struct RetryRecord: Codable, Hashable, Sendable {
  /// Whose requests a wait is for.
  package enum Scope: String, Codable, Sendable {
    /// The attempt's own alone.
    case request
    /// All of its contestant, whose provider is busy.
    case model
    /// All of the run: a limit of the account is used up.
    case account
  }

  /// Whether the request is sent again.
  package var again: Bool
  /// How long nothing within the scope is sent, from the attempt's end; nil where nobody waits.
  package var wait: Nanoseconds?
  package var scope: Scope
  /// Why it is not sent again, as one clause; nil where it is.
  package var reason: String?
  /// The field that the server refused, without which the request is sent again: no failure of the model.
  package var refusedField: String?

  package init(
    again: Bool, wait: Nanoseconds? = nil, scope: Scope = .request, reason: String? = nil, refusedField: String? = nil
  ) {
    self.again = again
    self.wait = wait
    self.scope = scope
    self.reason = reason
    self.refusedField = refusedField
  }

  package enum CodingKeys: String, CodingKey {
    case again
    case wait = "wait_ns"
    case scope, reason
    case refusedField = "refused_field"
  }
}
