internal import Dispatch
internal import Synchronization

/// An HTTP/1.1 server on a thread of its own that behaves like OpenRouter, with models of its own making.
package final class Simulator: Sendable {
  private let settings: SimulatorSettings
  private let tally: Tally
  /// Stops the event loop when it is closed; nil while nothing runs.
  private let running = Mutex<Socket?>(nil)
  private let thread = DispatchQueue(label: "simulator", qos: .userInteractive)

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
    running.withLock { $0 = pair.writing }
    thread.async { [settings, tally] in
      let service = Service(settings: settings, port: port, clock: clock, tally: tally)
      EventLoop(listener: listener, stopSignal: pair.reading, service: service, clock: clock, tally: tally).run()
    }
    return port
  }

  /// Ends every connection and returns when the thread is done; does nothing when none runs.
  package func stop() {
    guard let signal = running.withLock({ $0.take() }) else { return }
    signal.release()
    thread.sync {}
  }
}
