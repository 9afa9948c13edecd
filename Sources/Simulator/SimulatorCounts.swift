/// What a simulator has seen since its start.
package struct SimulatorCounts: Hashable, Sendable {
  /// Responses begun, refusals of malformed requests included.
  package var requests = 0
  /// Chat requests by the HTTP status they were answered with; 0 for an answer that is no HTTP.
  package var chatsByStatus: [Int: Int] = [:]
  /// Chat requests by the model they asked for; those of which none could be read are under "".
  package var chatsByModel: [String: Int] = [:]
  /// Requests to a path below `/elsewhere`, where redirects of scenarios lead.
  package var redirected = 0
  /// The most chat requests that arrived within any one window (a simulated minute), refused ones included.
  package var busiestMinute = 0
  /// The most chat answers that were being written at one time.
  package var inFlightPeak = 0
  /// Answers cut short because the client had gone or did not read.
  package var droppedAnswers = 0
  /// How late answers were written, by the real clock.
  package var lateness = Lateness()

  /// Delays between the moment a piece of an answer was due and its write, in nanoseconds.
  package struct Lateness: Hashable, Sendable {
    package var writes = 0
    /// To within 50 µs, rounded up; 0 before the first write.
    package var median: Int64 = 0
    /// To within 50 µs, rounded up; 0 before the first write.
    package var p99: Int64 = 0
    package var maximum: Int64 = 0
  }
}
