import Support
import Testing

@testable import Harness

#if canImport(Glibc)
  import Glibc
#endif

@Suite(.timeLimit(.minutes(5))) struct WorkersTests {
  @Test func `a task that comes behind the end is carried out all the same`() async {
    let workers = Workers()
    workers.close()
    #expect(await Task(executorPreference: workers) { 1 }.value == 1)
  }

  @Test func `what was begun before the end is carried out`() async {
    let workers = Workers()
    let tasks = (1...1000).map { number in
      Task(executorPreference: workers) {
        await Task.yield()
        return number
      }
    }
    workers.close()
    var sum = 0
    for task in tasks { sum += await task.value }
    #expect(sum == 500_500)
  }

  @Test func `an error comes out as it was thrown`() async {
    struct Failure: Error {}
    await #expect(throws: Failure.self) { try await Workers.run { throw Failure() } }
  }

  #if os(Linux)
    @Test func `child tasks run behind other threads, and who started them does not`() async {
      let priorities = await Workers.run {
        await withTaskGroup { group in
          for _ in 0..<10 { group.addTask { Self.niceness } }
          return await group.reduce(into: Set()) { $0.insert($1) }
        }
      }
      #expect(priorities == [5])
      #expect(await Task { Self.niceness }.value == 0)
    }

    /// Of this thread: 0 is usual, more is behind.
    private static var niceness: Int32 { getpriority(.init(PRIO_PROCESS.rawValue), 0) }
  #endif
}
