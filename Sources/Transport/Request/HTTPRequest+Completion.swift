extension HTTPRequest {
  /// How it is known that a body holds all that is wanted, although its response has not ended.
  ///
  /// Some servers leave a response open behind its last event. The transfer is ended by us then, which costs the
  /// connection; so the response gets some time to end by itself first.
  package struct Completion: Sendable {
    /// Bytes of earlier reads that are shown again with each read, so that no mark is missed between two.
    static let overlap = 64

    /// How long the response may go on behind what may have completed the body, in nanoseconds.
    package var grace: Int64
    /// Asked on the transport's thread with the bytes of each read and a few before them: quick, and true rather too
    /// often than too seldom.
    package var mayStand: @Sendable (UnsafeRawBufferPointer) -> Bool
    /// Asked off it, with the whole body so far, when the grace is over.
    package var isReached: @Sendable ([UInt8]) -> Bool

    package init(
      grace: Int64, mayStand: @escaping @Sendable (UnsafeRawBufferPointer) -> Bool,
      isReached: @escaping @Sendable ([UInt8]) -> Bool
    ) {
      self.grace = grace
      self.mayStand = mayStand
      self.isReached = isReached
    }
  }
}
