internal import Benchmark

/// What makes an answer the answer to a request: two equal questions may share one.
package struct CacheKey: Hashable, Sendable {
  /// In 64 hexadecimal digits: of the endpoint, the model, the whole body and the repetition.
  let text: String

  /// An API key is no part of it: it stands in a header.
  package init(endpoint: String, model: String, body: [UInt8], repetition: Int) {
    text = SHA256.hex(Array("\(endpoint)\n\(model)\n\(repetition)\n".utf8) + body)
  }

  /// That of a trial's request.
  init(of trial: Trial, in record: RunRecord, body: [UInt8]) {
    let contestant = record.contestants[trial.contestant]
    let endpoint = record.endpoints.first { $0.name == contestant.endpoint }?.baseURL ?? contestant.endpoint
    self.init(endpoint: endpoint, model: contestant.model, body: body, repetition: trial.repetition)
  }
}
