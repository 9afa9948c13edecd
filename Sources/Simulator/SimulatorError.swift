/// Why a simulator could not start.
package struct SimulatorError: Error, Hashable, CustomStringConvertible, Sendable {
  package var host: String
  package var port: Int
  /// The system's words.
  package var reason: String

  package var description: String {
    "The simulator cannot listen on \(host):\(port): \(reason)."
  }
}
