/// The stretch of a stream over which a speed is measured: from one stamp to the last token.
///
/// What arrived with the opening stamp was written before the window opened, so its share is taken off.
package struct ReadWindow: Hashable, Sendable {
  /// Below these a speed would be noise.
  package static let leastTokens = 20.0
  package static let leastReads = 5
  package static let leastLength = 100 * Nanoseconds.perMillisecond

  /// Token-bearing reads from the opening on.
  package let reads: Int
  package let length: Nanoseconds
  /// The part of the text that came after the opening stamp, from 0 to 1.
  package let laterShare: Double

  /// Nil when nothing was read after `sent` + `opening`.
  package init?(reads: [TokenRead], from opening: Nanoseconds, to last: Nanoseconds) {
    let inside = reads.filter { $0.offset >= opening }
    let all = inside.reduce(0.0) { $0 + Double($1.bytes) }
    guard all > 0, last > opening else { return nil }
    let first = inside.reduce(0.0) { $0 + ($1.offset == opening ? Double($1.bytes) : 0) }
    self.reads = inside.count
    length = last - opening
    laterShare = (all - first) / all
  }

  /// Units a second, where `total` came in the whole window; nil for too few tokens, too few reads or too short a time.
  package func speed(of total: Double) -> Double? {
    guard total >= ReadWindow.leastTokens, reads >= ReadWindow.leastReads, length >= ReadWindow.leastLength
    else { return nil }
    return total * laterShare / length.seconds
  }
}
