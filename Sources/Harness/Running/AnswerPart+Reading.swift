internal import Benchmark
internal import Wire

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension AnswerPart {
  init(_ part: ChatReading.Part) {
    let data = Data(base64Encoded: part.source, options: .ignoreUnknownCharacters)
    // An address has a colon, which no base64 has.
    let content = part.source.contains(":") ? nil : data.map { [UInt8]($0) }
    self.init(
      kind: part.kind, mediaType: part.mediaType, bytes: content?.count,
      hash: SHA256.hex(content ?? Array(part.source.utf8)))
  }
}
