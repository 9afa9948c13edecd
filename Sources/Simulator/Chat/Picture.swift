#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What a PNG says of itself before its pixels: models that do not exist have no eyes, but they can read its title.
///
/// https://www.w3.org/TR/png-3/#11tEXt
struct Picture: Hashable, Sendable {
  let title: String

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// A multiple of four characters of base64; titles stand at the beginning.
  private static let reach = 2048

  /// Reads a data URL; nil for what is no PNG or has no title.
  init?(_ dataURL: String) {
    guard let comma = dataURL.firstIndex(of: ","), dataURL.hasPrefix("data:image/png;base64") else { return nil }
    let start = String(dataURL[comma...].dropFirst().prefix(Self.reach))
    guard let data = Data(base64Encoded: start), let title = Self.title(in: Array(data)) else { return nil }
    self.title = title
  }

  private static func title(in bytes: [UInt8]) -> String? {
    guard bytes.starts(with: signature) else { return nil }
    var start = signature.count
    while start + 8 <= bytes.count {
      let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      let end = start + 8 + length
      guard end <= bytes.count else { return nil }
      let parts = bytes[start + 8..<end].split(separator: 0, maxSplits: 1)
      if bytes[start + 4..<start + 8].elementsEqual("tEXt".utf8), parts.count == 2,
        parts[0].elementsEqual("Title".utf8)
      {
        return String(decoding: parts[1], as: UTF8.self)
      }
      start = end + 4
    }
    return nil
  }
}
