/// The body as it grows, its reads, and how long its last line is.
struct ReceivedBody {
  /// Bytes that most answers outgrow.
  private static let usualSize = 4096

  private(set) var bytes: [UInt8] = []
  private(set) var reads: [Exchange.Read] = []
  /// The memory that both have asked for, in bytes.
  var held: Int { bytes.capacity + reads.capacity * MemoryLayout<Exchange.Read>.stride }
  private var lineLength = 0
  private var lastWakeUp: Int?

  /// Takes what came with a wake-up at a time; answers what has outgrown its limit.
  ///
  /// Nothing over the body's limit is kept; a line over its limit stays, since the body's limit bounds it.
  mutating func receive(
    _ new: UnsafeRawBufferPointer, at time: Int64, wakeUp: Int, limits: HTTPRequest.Limits
  ) -> Ending.Part? {
    let room = limits.bodyBytes - bytes.count
    let kept = UnsafeRawBufferPointer(rebasing: new.prefix(max(room, 0)))
    if bytes.isEmpty { bytes.reserveCapacity(Self.usualSize) }
    bytes.append(contentsOf: kept)
    record(at: time, wakeUp: wakeUp)
    if new.count > room { return .body }
    guard let limit = limits.lineBytes else { return nil }
    return exceeds(limit, by: kept) ? .line : nil
  }

  /// The bytes of the last read and a few before them.
  func withNewest<Result>(from start: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes { bytes in
      body(UnsafeRawBufferPointer(rebasing: bytes[max(0, start - HTTPRequest.Completion.overlap)...]))
    }
  }

  /// Keeps no more than its first bytes and the reads that brought them.
  mutating func shorten(to most: Int) {
    guard bytes.count > most else { return }
    let cut = reads.first { $0.end >= most }
    bytes = Array(bytes.prefix(most))
    reads = Array(reads.prefix { $0.end < most })
    if let last = cut { reads.append(Exchange.Read(at: last.at, end: most)) }
  }

  private mutating func record(at time: Int64, wakeUp: Int) {
    if wakeUp == lastWakeUp, let last = reads.indices.last {
      reads[last].end = bytes.count
    } else {
      reads.append(Exchange.Read(at: time, end: bytes.count))
      lastWakeUp = wakeUp
    }
  }

  /// Whether a line that `new` touches is longer; where all of it is shorter only the last line's start is looked for.
  private mutating func exceeds(_ limit: Int, by new: UnsafeRawBufferPointer) -> Bool {
    if lineLength + new.count > limit { return longestLine(endingIn: new) > limit }
    lineLength = new.lastIndex(of: UInt8(ascii: "\n")).map { new.count - $0 - 1 } ?? lineLength + new.count
    return false
  }

  /// The longest of the lines that `new` touches; the last of them goes on with what comes next.
  private mutating func longestLine(endingIn new: UnsafeRawBufferPointer) -> Int {
    var longest = 0
    for byte in new {
      if byte == UInt8(ascii: "\n") {
        longest = max(longest, lineLength)
        lineLength = 0
      } else {
        lineLength += 1
      }
    }
    return max(longest, lineLength)
  }
}
