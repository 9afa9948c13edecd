/// Lets the first requests leave evenly over a span of time, so that streams do not tick together; later ones at once.
package actor SpreadAdmission: Admission {
  private let count: Int
  private let span: Duration
  private let unlimited = Unlimited()
  private var admitted = 0
  private var start: ContinuousClock.Instant?

  package init(first count: Int, over span: Duration) {
    self.count = count
    self.span = span
  }

  package func admit() async throws {
    try await unlimited.admit()
    guard admitted < count else { return }
    let start = start ?? .now
    self.start = start
    let due = start + span * admitted / count
    admitted += 1
    try await Task.sleep(until: due, tolerance: .zero)
  }

  package func close() async {
    await unlimited.close()
  }

  package var waiting: Int { 0 }
}
