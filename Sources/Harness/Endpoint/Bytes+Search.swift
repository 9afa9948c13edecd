#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

extension [UInt8] {
  /// Where the bytes of `other`, of which there is one, first stand in a row.
  func firstIndex(of other: [UInt8]) -> Int? {
    withUnsafeBytes { bytes in
      other.withUnsafeBytes { other in
        guard let start = bytes.baseAddress, let sought = other.baseAddress else { return nil }
        var place = 0
        while bytes.count - place >= other.count {
          guard let hit = memchr(start + place, Int32(other[0]), bytes.count - place - other.count + 1) else { break }
          place = UnsafeRawPointer(hit) - start
          if memcmp(hit, sought, other.count) == 0 { return place }
          place += 1
        }
        return nil
      }
    }
  }
}
