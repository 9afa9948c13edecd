internal import Benchmark
internal import Harness

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The first request of a run's first prompt to its first contestant, and where its settings come from.
struct EffectiveRequest: Sendable {
  private var record: RunRecord

  init(_ record: RunRecord) {
    self.record = record
  }

  /// One object over several lines, keys in alphabetical order.
  ///
  /// - Throws: What the encoder does.
  func text() throws -> String {
    let trial = Trial(number: 0, block: 0, prompt: 0, contestant: 0, repetition: 1)
    let builder = RequestBuilder(record: record, endpoint: .openRouter, key: nil, attachments: .abbreviated)
    let request = JSONReader.read(try builder.body(of: trial)).root?.value ?? .null
    let sources = Parameters.sources(in: record.layers(of: trial)).mapValues(JSONValue.string)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let object = ["request": request, "sources": .object(sources)]
    return String(decoding: try encoder.encode(object), as: UTF8.self)
  }
}
