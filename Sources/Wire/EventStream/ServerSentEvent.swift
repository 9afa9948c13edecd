/// One event of a stream: its data lines joined by line feeds, without the last one.
package struct ServerSentEvent: Hashable, Sendable {
  /// What an `event:` line said; empty when there was none.
  package var name: String
  package var data: [UInt8]

  package init(name: String = "", data: [UInt8]) {
    self.name = name
    self.data = data
  }
}
