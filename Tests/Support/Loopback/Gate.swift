/// Shut until it is opened, and open ever after: how a test and a server's script wait for each other.
package final class Gate: Sendable {
  private let milestone = Milestone()

  package init() {}

  package var isOpen: Bool { milestone.count > 0 }

  package func open() {
    milestone.advance()
  }

  /// Returns when the gate is open or the waiting task is cancelled.
  package func passage() async {
    await milestone.reach(1)
  }
}
