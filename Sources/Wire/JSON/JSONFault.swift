/// Why bytes are not JSON that we read.
enum JSONFault: Error, Hashable {
  /// The bytes end inside a value, or there are none.
  case cut
  case unexpected(UInt8, at: Int)
  case tooDeep
  case tooLarge
}
