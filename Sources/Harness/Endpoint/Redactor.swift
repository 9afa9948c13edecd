package import Transport
internal import Wire

/// Takes keys out of every text that is stored or shown, whoever wrote it, before anything of it is cut off.
///
/// It looks for the keys in use in all their spellings and for anything shaped like an OpenRouter key.
package struct Redactor: Sendable {
  private static let replacement = Array("[key removed]".utf8)

  private let search: KeySearch

  package init(keys: [APIKey] = []) {
    search = KeySearch(keys.map(\.text), andOpenRouterKeys: true)
  }

  package func redacted(_ text: String) -> String {
    var text = text
    let ranges = text.withUTF8(search.ranges)
    return ranges.isEmpty ? text : String(decoding: Redactor.replacing(ranges, in: Array(text.utf8)), as: UTF8.self)
  }

  /// The same for encoded text: a key holds nothing that ends a JSON string.
  func redacted(_ bytes: [UInt8]) -> [UInt8] {
    let ranges = ranges(in: bytes)
    return ranges.isEmpty ? bytes : Redactor.replacing(ranges, in: bytes)
  }

  private func ranges(in bytes: [UInt8]) -> [Range<Int>] { bytes.withUnsafeBufferPointer(search.ranges) }

  private static func replacing(_ ranges: [Range<Int>], in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var end = 0
    for range in ranges {
      result += bytes[end..<range.lowerBound] + replacement
      end = range.upperBound
    }
    return result + bytes[end...]
  }
}

// MARK: - What a server said

extension Redactor {
  /// An exchange whose answer can be read and cut anywhere: no part of a key can be left over.
  package func redacted(_ exchange: Exchange) -> Exchange {
    var exchange = exchange
    exchange.headers = exchange.headers.map { HTTPHeader(name: $0.name, value: redacted($0.value)) }
    if case .failed(var failure) = exchange.ending {
      failure.message = redacted(failure.message)
      exchange.ending = .failed(failure)
    }
    let ranges = ranges(in: exchange.body)
    guard !ranges.isEmpty else { return exchange }
    exchange.body = Redactor.replacing(ranges, in: exchange.body)
    exchange.reads = exchange.reads.map { Exchange.Read(at: $0.at, end: Redactor.moved($0.end, by: ranges)) }
    return exchange
  }

  /// The place behind the same bytes, after the replacement; one within a key comes behind it.
  private static func moved(_ place: Int, by ranges: [Range<Int>]) -> Int {
    let before = ranges.prefix { $0.lowerBound < place }
    let end = max(place, before.last?.upperBound ?? 0)
    return end + before.reduce(0) { $0 + replacement.count - $1.count }
  }

  /// An answer whose pieces, put together, hold no key either.
  func redacted(_ reading: ChatReading) -> ChatReading {
    var reading = reading
    reading.answer = redacted(reading.answer)
    reading.reasoning = redacted(reading.reasoning)
    reading.refusal = redacted(reading.refusal)
    for index in reading.toolCalls.indices {
      reading.toolCalls[index].name = redacted(reading.toolCalls[index].name)
      reading.toolCalls[index].arguments = redacted(reading.toolCalls[index].arguments)
    }
    return reading
  }
}
