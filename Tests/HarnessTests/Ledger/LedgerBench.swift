import Benchmark
import Harness
import Support
import Synchronization

/// A ledger's file and the clocks of the machine that it is on, which a test moves by hand.
final class LedgerBench: Sendable {
  let folder = TemporaryFolder()
  private let time: Mutex<LedgerTime>

  /// 2026-11-20T12:00:00Z, a day after the machine started.
  init(wall: Int64 = 1_795_176_000_000) {
    time = Mutex(LedgerTime(wall: wall, continuous: 86_400 * Nanoseconds.perSecond, boot: "first"))
  }

  var file: String { folder.path("ledger.sqlite") }
  var now: LedgerTime { time.withLock { $0 } }
  static let account = Account(origin: .openRouter, name: "mine")

  /// One process's connection.
  func open() throws -> Ledger {
    try Ledger(file) { [self] in now }
  }

  /// Time passes, on both clocks.
  func pass(_ nanoseconds: Nanoseconds) {
    time.withLock { time in
      time.continuous += nanoseconds
      time.wall += nanoseconds / Nanoseconds.perMillisecond
    }
  }

  func pass(seconds: Double) { pass(Nanoseconds(seconds * 1e9)) }

  /// Somebody sets the wall clock.
  func stepWall(hours: Double) {
    time.withLock { $0.wall += Int64(hours * 3_600_000) }
  }

  /// The machine is off for a while.
  func restart(as boot: String, uptime seconds: Int64 = 20) {
    time.withLock { $0 = LedgerTime(wall: $0.wall + 30_000, continuous: seconds * Nanoseconds.perSecond, boot: boot) }
  }
}

extension BookingRequest {
  /// An order of 18 a minute, unless the test says otherwise.
  static func made(_ rate: RequestRate? = .openRouterFree, run: String = "run-1") -> BookingRequest {
    BookingRequest(account: LedgerBench.account, run: run, rate: rate)
  }
}

extension Ledger.Answer {
  var ticket: Int64? {
    if case .wait(_, let ticket) = self { ticket } else { nil }
  }

  var wait: Nanoseconds? {
    if case .wait(let wait, _) = self { wait } else { nil }
  }
}
