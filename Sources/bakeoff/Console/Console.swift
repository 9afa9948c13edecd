internal import Benchmark
internal import Harness
internal import Reporting
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The only place that prints: results to standard output, all else to standard error.
final class Console: Sendable {
  private struct State: Sendable {
    private var keys: [APIKey]
    private(set) var redactor: Redactor
    /// What stands in the terminal's last line and is drawn again below whatever is printed.
    var statusLine = ""
    /// Who read standard output has had enough, as `head` has: the rest is written nowhere.
    var isOutputClosed = false

    init(hiding keys: [APIKey]) {
      self.keys = keys
      redactor = Redactor(keys: keys)
    }

    mutating func hide(_ more: [APIKey]) {
      keys += more
      redactor = Redactor(keys: keys)
    }

    /// A text without keys, ours or any that a person typed by mistake, and without anything that moves a cursor.
    func shown(_ text: String) -> String {
      TerminalText.escaped(LeakedKey.redacted(redactor.redacted(text)))
    }
  }

  let isErrorTerminal: Bool
  let isOutputTerminal: Bool
  /// Columns of the terminal, 80 where there is none.
  let columns: Int
  /// Columns that a result on standard output may take; nil where it is no terminal, and nothing is cut.
  var outputWidth: Int? { isOutputTerminal ? columns : nil }
  /// Whether colour and weight may be used on standard output.
  let isStyled: Bool
  private let state: Mutex<State>

  init(environment: [String: String]) {
    isErrorTerminal = isatty(STDERR_FILENO) == 1
    isOutputTerminal = isatty(STDOUT_FILENO) == 1
    isStyled = isOutputTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    columns = Console.columns(environment)
    // A command line may repeat the key before it is known that one is needed.
    state = Mutex(State(hiding: [environment[KeyFinder.openRouterVariable].flatMap { APIKey($0) }].compactMap(\.self)))
  }

  /// More columns than any terminal has.
  private static let widest = 10_000

  private static func columns(_ environment: [String: String]) -> Int {
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return min(columns, widest) }
    var size = winsize()
    for descriptor in [STDOUT_FILENO, STDERR_FILENO]
    where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return 80
  }

  /// From now on these keys too are taken out of everything that is printed.
  func hide(_ keys: [APIKey]) {
    state.withLock { $0.hide(keys) }
  }

  /// Writes a result; a terminal gets control characters of it only where it `isSafe`: made for a terminal.
  ///
  /// A reader that has gone is no failure.
  /// - Throws: `FileError` when standard output is full.
  func output(_ text: String, isSafe: Bool = false) throws {
    let text = isOutputTerminal && !isSafe ? TerminalText.escapedLines(text) : text
    try state.withLock { state in
      if state.isOutputClosed { return }
      if !state.statusLine.isEmpty { toError("\r\u{1B}[K") }
      state.statusLine = ""
      do {
        try writeAll(Array(state.redactor.redacted(text).utf8), to: STDOUT_FILENO, named: "standard output")
      } catch let error as FileError where error.isReaderGone {
        state.isOutputClosed = true
      }
    }
  }

  /// Says something to the person, in lines of its own; a closed standard error is nobody's fault.
  func say(_ text: String) {
    state.withLock { state in
      let clear = state.statusLine.isEmpty ? "" : "\r\u{1B}[K"
      toError(clear + state.shown(text) + "\n" + state.statusLine)
    }
  }

  func warn(_ text: String) { say("Warning: \(text)") }

  /// Shows a line that the next one replaces, an empty one for good; nothing where standard error is no terminal.
  func status(_ text: String) {
    guard isErrorTerminal else { return }
    state.withLock { state in
      let line = String(state.shown(text).prefix(columns - 1))
      if line == state.statusLine { return }
      state.statusLine = line
      toError("\r\u{1B}[K" + line)
    }
  }

  private func toError(_ text: String) {
    try? writeAll(Array(text.utf8), to: STDERR_FILENO, named: "standard error")
  }
}
