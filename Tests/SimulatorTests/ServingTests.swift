import Testing

@testable import Simulator

/// Starting, stopping, and clients that do not behave.
struct ServingTests {
  /// An answer that takes minutes.
  private static let endless = Bench.post(Bench.chat("papertrail/scribe-14b:free"))

  private static func slowBench() throws -> Bench {
    try Bench(SimulatorSettings(timeScale: 0.01, freeTier: nil))
  }

  @Test func `a port in use is said`() throws {
    let bench = try Bench()
    let second = Simulator(SimulatorSettings(port: bench.port))
    let error = #expect(throws: SimulatorError.self) { try second.start() }
    #expect(
      error?.description == "The simulator cannot listen on 127.0.0.1:\(bench.port): Address already in use.")
  }

  @Test func `a stop ends every connection, and a start begins anew`() throws {
    let simulator = Simulator()
    for _ in 0..<2 {
      let client = try RawClient(port: try simulator.start())
      client.write("GET /models HTTP/1.1\r\nHost: x\r\n\r\n")
      #expect(try client.response().status == 200)
      simulator.stop()
      #expect(client.isAtEnd())
    }
    simulator.stop()
    #expect(simulator.counts.requests == 2)
  }

  @Test func `a client that leaves in the middle of a stream is noticed`() throws {
    let bench = try Self.slowBench()
    do {
      let client = try bench.client()
      client.write(Self.endless)
      while bench.simulator.counts.inFlightPeak == 0 { _ = try bench.get("/none") }
    }
    // Every request wakes the server, which then sees who has gone.
    var patience = 1000
    while bench.simulator.counts.droppedAnswers == 0, patience > 0 {
      _ = try bench.get("/none")
      patience -= 1
    }
    #expect(bench.simulator.counts.droppedAnswers == 1)
  }

  @Test func `writing never waits: what a client does not read is kept up to a limit`() throws {
    let pair = try #require(Socket.pair())
    defer { pair.reading.release() }
    let connection = Connection(id: 2, socket: pair.writing)
    defer { pair.writing.release() }
    pair.writing.becomeNonBlocking()
    var sent = 0
    while connection.send([UInt8](repeating: 0x20, count: 65_536)) { sent += 65_536 }
    #expect(connection.hasUnsent)
    #expect(sent >= 1 << 20)
    #expect(sent < 64 << 20)
  }

  @Test func `streams in flight are counted, and a stop drops them`() throws {
    let bench = try Self.slowBench()
    let clients = [try bench.client(), try bench.client()]
    for client in clients { client.write(Self.endless) }
    while bench.simulator.counts.inFlightPeak < clients.count { _ = try bench.get("/none") }
    bench.simulator.stop()
    #expect(clients.allSatisfy { $0.readToEnd() == 0 })
    #expect(bench.simulator.counts.chatsByStatus == [200: 2])
    #expect(bench.simulator.counts.droppedAnswers == 2)
  }

  @Test func `every piece of an answer is a write whose lateness is counted`() throws {
    let bench = try Bench()
    let events = try bench.post(Bench.chat()).events.count
    #expect(bench.simulator.counts.lateness.writes > events)
    #expect(bench.simulator.counts.requests == 1)
  }

  @Test func `the arrivals of any window are counted, wherever it begins`() {
    var peak = RollingPeak(window: 60)
    for time: Int64 in [0, 50, 59, 60, 61, 200] { peak.add(at: time) }
    #expect(peak.peak == 4)
  }

  @Test func `lateness is told in steps of 50 µs`() {
    var histogram = LatenessHistogram()
    #expect(histogram.lateness == SimulatorCounts.Lateness())
    for microseconds: Int64 in [10, 20, 30, 120, 9000] { histogram.add(microseconds * 1000) }
    histogram.add(-5)
    #expect(
      histogram.lateness
        == SimulatorCounts.Lateness(writes: 6, median: 50_000, p99: 9_000_000, maximum: 9_000_000))
  }

  @Test func `timers come in the order of their moments`() {
    var heap = TimerHeap()
    var dice = Dice(seed: 3)
    let moments = (0..<100).map { _ in Int64(dice.below(50)) }
    for (id, due) in moments.enumerated() { heap.add(UInt64(id), due: due) }
    #expect(heap.next == moments.min())
    var taken: [Int64] = []
    while let entry = heap.take(at: 40) { taken.append(entry.due) }
    #expect(taken == moments.filter { $0 <= 40 }.sorted())
    #expect(heap.next.map { $0 > 40 } == true)
  }
}
