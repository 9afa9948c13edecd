import Synchronization
import Testing

@testable import Harness

@Suite(.timeLimit(.minutes(5))) struct WindowTests {
  @Test func `one at a time stands at the gate, and no more have places than there are`() async {
    let limiter = ConcurrencyLimiter(width: 2)
    #expect(await limiter.acquire(again: false))
    async let second = limiter.acquire(again: false)
    limiter.admitNext()
    #expect(await second)
    limiter.admitNext()
    let third = Task { await limiter.acquire(again: false) }
    await Task.yield()
    limiter.returnUnused()
    #expect(await third.value)
  }

  @Test func `where one request begins, the others have places once it has ended`() async {
    let limiter = ConcurrencyLimiter(width: 3, beginsWithOne: true)
    #expect(await limiter.acquire(again: false))
    limiter.admitNext()
    let others = [Task { await limiter.acquire(again: false) }, Task { await limiter.acquire(again: false) }]
    while limiter.waiting < 2 { await Task.yield() }
    limiter.release()
    for other in others {
      #expect(await other.value)
      limiter.admitNext()
    }
    #expect(await limiter.acquire(again: false))
  }

  @Test func `a place that was given back unused proves nothing`() async {
    let limiter = ConcurrencyLimiter(width: 2, beginsWithOne: true)
    #expect(await limiter.acquire(again: false))
    limiter.yieldTurn()
    #expect(await limiter.acquire(again: false))
    limiter.admitNext()
    let second = Task { await limiter.acquire(again: false) }
    while limiter.waiting < 1 { await Task.yield() }
    limiter.close()
    #expect(await second.value == false)
  }

  @Test func `who comes again goes before who comes for the first time`() async {
    let limiter = ConcurrencyLimiter(width: 1)
    #expect(await limiter.acquire(again: false))
    limiter.admitNext()
    let order = DepartureOrder()
    await withTaskGroup { group in
      for (number, name) in ["new", "newer", "returning"].enumerated() {
        group.addTask {
          _ = await limiter.acquire(again: name == "returning")
          order.note(name)
          limiter.yieldTurn()
        }
        while limiter.waiting <= number { await Task.yield() }
      }
      limiter.returnUnused()
    }
    #expect(order.names == ["returning", "new", "newer"])
  }

  @Test func `a closed window sends those away who wait and those who come`() async {
    let limiter = ConcurrencyLimiter(width: 1)
    #expect(await limiter.acquire(again: false))
    let waiting = [true, false].map { again in Task { await limiter.acquire(again: again) } }
    while limiter.waiting < 2 { await Task.yield() }
    limiter.close()
    for waiter in waiting { #expect(await !waiter.value) }
    #expect(await !limiter.acquire(again: true))
  }
}

/// Who passed, in order.
private final class DepartureOrder: Sendable {
  private let list = Mutex<[String]>([])
  var names: [String] { list.withLock { $0 } }
  func note(_ name: String) { list.withLock { $0.append(name) } }
}
