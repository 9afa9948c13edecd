import Synchronization
import Testing

@testable import Harness

@Suite(.timeLimit(.minutes(5))) struct WindowTests {
  @Test func `one at a time stands at the gate, and no more have places than there are`() async {
    let window = Window(width: 2)
    #expect(await window.enter(again: false))
    async let second = window.enter(again: false)
    window.pass()
    #expect(await second)
    window.pass()
    let third = Task { await window.enter(again: false) }
    await Task.yield()
    window.leave()
    #expect(await third.value)
  }

  @Test func `where one request begins, the others have places once it has ended`() async {
    let window = Window(width: 3, beginsWithOne: true)
    #expect(await window.enter(again: false))
    window.pass()
    let others = [Task { await window.enter(again: false) }, Task { await window.enter(again: false) }]
    while window.waiting < 2 { await Task.yield() }
    window.arrive()
    for other in others {
      #expect(await other.value)
      window.pass()
    }
    #expect(await window.enter(again: false))
  }

  @Test func `a place that was given back unused proves nothing`() async {
    let window = Window(width: 2, beginsWithOne: true)
    #expect(await window.enter(again: false))
    window.turnBack()
    #expect(await window.enter(again: false))
    window.pass()
    let second = Task { await window.enter(again: false) }
    while window.waiting < 1 { await Task.yield() }
    window.close()
    #expect(await second.value == false)
  }

  @Test func `who comes again goes before who comes for the first time`() async {
    let window = Window(width: 1)
    #expect(await window.enter(again: false))
    window.pass()
    let order = Order()
    await withTaskGroup { group in
      for (number, name) in ["new", "newer", "returning"].enumerated() {
        group.addTask {
          _ = await window.enter(again: name == "returning")
          order.note(name)
          window.turnBack()
        }
        while window.waiting <= number { await Task.yield() }
      }
      window.leave()
    }
    #expect(order.names == ["returning", "new", "newer"])
  }

  @Test func `a closed window sends those away who wait and those who come`() async {
    let window = Window(width: 1)
    #expect(await window.enter(again: false))
    let waiting = [true, false].map { again in Task { await window.enter(again: again) } }
    while window.waiting < 2 { await Task.yield() }
    window.close()
    for waiter in waiting { #expect(await !waiter.value) }
    #expect(await !window.enter(again: true))
  }
}

/// Who passed, in order.
private final class Order: Sendable {
  private let list = Mutex<[String]>([])
  var names: [String] { list.withLock { $0 } }
  func note(_ name: String) { list.withLock { $0.append(name) } }
}
