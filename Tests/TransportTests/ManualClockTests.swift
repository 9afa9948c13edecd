import Support
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ManualClockTests {
  private let clock = ManualClock()

  @Test func `a cancelled sleeper throws and is forgotten`() async throws {
    let sleeper = Task { try await clock.sleep(for: .seconds(1)) }
    try await clock.waitForSleepers(count: 1)
    sleeper.cancel()
    await #expect(throws: CancellationError.self) { try await sleeper.value }
    clock.advance(by: .seconds(2))
  }

  @Test func `a task that was cancelled before does not fall asleep`() async {
    let sleeper = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await clock.sleep(for: .seconds(1))
    }
    await #expect(throws: CancellationError.self) { try await sleeper.value }
  }

  @Test func `a cancelled wait for sleepers throws`() async {
    let watcher = Task { try await clock.waitForSleepers(count: 1) }
    watcher.cancel()
    await #expect(throws: CancellationError.self) { try await watcher.value }
  }

  @Test func `a deadline of now or before does not wait`() async throws {
    clock.advance(by: .seconds(5))
    try await clock.sleep(for: .zero)
    try await clock.sleep(until: .init(offset: .seconds(4)))
  }

  @Test func `time stands still until it is moved`() {
    #expect(clock.now.offset == .zero)
    clock.advance(by: .milliseconds(1500))
    clock.advance(by: .zero)
    #expect(clock.now.offset == .milliseconds(1500))
  }

  @Test func `a duration counts from the earlier to the later`() {
    let start = clock.now
    clock.advance(by: .seconds(3))
    #expect(start.duration(to: clock.now) == .seconds(3))
    #expect(clock.now.duration(to: start) == .seconds(-3))
    #expect(start < clock.now)
  }

  @Test func `a sleeper wakes at its deadline, not before`() async throws {
    let sleeper = Task {
      try await clock.sleep(for: .seconds(2))
      return clock.now.offset
    }
    try await clock.waitForSleepers(count: 1)
    clock.advance(by: .milliseconds(1999))
    try await clock.waitForSleepers(count: 1)
    clock.advance(by: .milliseconds(1))
    #expect(try await sleeper.value == .seconds(2))
  }

  @Test func `who was woken is not asleep any more`() async throws {
    let sleeper = Task { try await clock.sleep(for: .seconds(1)) }
    try await clock.waitForSleepers(count: 1)
    clock.advance(by: .seconds(1))
    try await sleeper.value
    clock.advance(by: .seconds(1))
    let other = Task { try await clock.sleep(for: .seconds(1)) }
    try await clock.waitForSleepers(count: 1)
    clock.advance(by: .seconds(1))
    try await other.value
  }

  @Test func `several sleepers are waited for together`() async throws {
    try await withThrowingTaskGroup { group in
      for seconds in 1...3 {
        group.addTask { try await clock.sleep(for: .seconds(seconds)) }
      }
      try await clock.waitForSleepers(count: 3)
      clock.advance(by: .seconds(3))
      try await group.waitForAll()
    }
  }
}
