/// A number of tokens and who counted them.
package struct TokenCount: Hashable, Sendable {
  package var value: Double
  package var source: TokenSource

  package init(value: Double, source: TokenSource) {
    self.value = value
    self.source = source
  }

  /// UTF-8 bytes ÷ 4; nil for no text at all.
  package init?(estimatedFromBytes bytes: Int) {
    guard bytes > 0 else { return nil }
    self.init(value: Double(bytes) / 4, source: .estimated)
  }
}
