/// Where the records of a CSV text stand, which is kept where the records would be too many.
struct CSVIndex: Hashable, Sendable {
  let columns: [String]
  let ranges: [Range<Int>]
  let separator: UInt8
}
