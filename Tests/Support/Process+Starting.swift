package import Foundation

private let starting = NSLock()

extension Process {
  /// Starts it while no other is started: side by side, Foundation's start has read memory that was gone.
  package func start() throws {
    starting.lock()
    defer { starting.unlock() }
    try run()
  }
}
