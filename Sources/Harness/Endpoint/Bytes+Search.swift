#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

extension UnsafeRawBufferPointer {
  /// The position behind the next occurrence of bytes, of which there is one; they are looked for by their last.
  func end(of other: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let bytes = baseAddress, let sought = other.baseAddress, let last = other.last else { return nil }
    var position = start + other.count - 1
    while position < count {
      guard let found = memchr(bytes + position, Int32(last), count - position) else { break }
      position = UnsafeRawPointer(found) - bytes + 1
      if memcmp(bytes + position - other.count, sought, other.count) == 0 { return position }
    }
    return nil
  }
}
