/// How much of its reasoning a model let us see.
package enum ReasoningVisibility: String, Codable, Hashable, Sendable {
  case shown, summarised, hidden, none
}
