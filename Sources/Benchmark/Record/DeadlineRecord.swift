/// The deadlines of every request, in seconds; nil where none was set.
package struct DeadlineRecord: Codable, Hashable, Sendable {
  package var connect: Double?
  package var firstToken: Double?
  package var gap: Double?
  package var total: Double?

  package init(connect: Double? = 5, firstToken: Double? = 60, gap: Double? = 30, total: Double? = 300) {
    self.connect = connect
    self.firstToken = firstToken
    self.gap = gap
    self.total = total
  }

  package enum CodingKeys: String, CodingKey {
    case connect
    case firstToken = "first_token"
    case gap, total
  }
}
