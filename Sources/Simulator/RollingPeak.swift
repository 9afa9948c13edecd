/// The most events that ever fell into one window, wherever the window begins.
struct RollingPeak: Sendable {
  private(set) var peak = 0
  private let window: Int64
  private var recent: [Int64] = []
  private var oldest = 0

  /// A window in the unit of the events' times.
  init(window: Int64) {
    self.window = window
  }

  /// Counts an event; times must not go back.
  mutating func add(at time: Int64) {
    recent.append(time)
    while recent[oldest] <= time - window { oldest += 1 }
    if oldest > recent.count / 2 {
      recent.removeFirst(oldest)
      oldest = 0
    }
    peak = max(peak, recent.count - oldest)
  }
}
