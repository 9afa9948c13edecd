internal import Dispatch
internal import Synchronization

/// An HTTP/1.1 server on a thread of its own that behaves like OpenRouter, with models of its own making.
package final class Simulator: Sendable {
  private let settings: SimulatorSettings
  private let tally: Tally
  /// An event loop on its thread: it stops when the signal is closed, and tells when it has.
  private struct Loop: Sendable {
    let signal: Socket
    let ended = DispatchSemaphore(value: 0)
  }

  /// Nil while nothing runs.
  private let running = Mutex<Loop?>(nil)

  package init(_ settings: SimulatorSettings = SimulatorSettings()) {
    self.settings = settings
    tally = Tally(window: (settings.freeTier?.window ?? 60_000) * 1_000_000)
  }

  deinit {
    stop()
  }

  package var counts: SimulatorCounts { tally.counts }

  /// Serves until `stop()` and answers the port; a simulator that runs already is stopped first.
  @discardableResult
  package func start() throws(SimulatorError) -> Int {
    stop()
    let listener = try Socket.listening(host: settings.host, port: settings.port)
    guard let pair = Socket.pair(), let port = listener.localPort else {
      listener.release()
      throw SimulatorError(host: settings.host, port: settings.port, reason: "No descriptors left")
    }
    let clock = SimulatedClock(
      scale: settings.timeScale, origin: MachineClock.monotonic,
      wallOrigin: settings.startsAt ?? MachineClock.unixMilliseconds)
    let loop = Loop(signal: pair.writing)
    let isStarted = LoopThread.start { [settings, tally] in
      let service = Service(settings: settings, port: port, clock: clock, tally: tally)
      EventLoop(listener: listener, stopSignal: pair.reading, service: service, clock: clock, tally: tally).run()
      loop.ended.signal()
    }
    guard isStarted else {
      for socket in [pair.writing, pair.reading, listener] { socket.release() }
      throw SimulatorError(host: settings.host, port: settings.port, reason: "No threads left")
    }
    running.withLock { $0 = loop }
    return port
  }

  /// Ends every connection and returns when the thread is done; does nothing when none runs.
  package func stop() {
    guard let loop = running.withLock({ $0.take() }) else { return }
    loop.signal.release()
    loop.ended.wait()
  }
}
