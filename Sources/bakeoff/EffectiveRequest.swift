internal import Benchmark
internal import Harness

/// The first request of a run's first prompt to its first contestant, and where its settings come from.
struct EffectiveRequest: Sendable {
  private var record: RunRecord

  init(_ record: RunRecord) {
    self.record = record
  }

  /// One object over several lines.
  ///
  /// - Throws: What the encoder does.
  func text() throws -> String {
    let trial = Trial(number: 0, block: 0, prompt: 0, contestant: 0, repetition: 1)
    let builder = RequestBuilder(record: record, endpoint: .openRouter, key: nil, attachments: .abbreviated)
    let body = String(decoding: try builder.body(of: trial), as: UTF8.self)
    let object = #"{"request":\#(body),"sources":\#(JSONValue.object(sources(of: trial)).json)}"#
    return JSONReader.read(Array(object.utf8)).root?.prettyJSON ?? object
  }

  private func sources(of trial: Trial) -> [String: JSONValue] {
    var sources = Parameters.sources(in: record.layers(of: trial))
    let prompt = record.suite.prompts[trial.prompt]
    if record.suite.output(of: prompt) != nil {
      sources["response_format"] = prompt.output == nil ? "suite" : "prompt"
    }
    if record.freshPrompts != nil { sources["nonce"] = "command line" }
    return sources.mapValues(JSONValue.string)
  }
}
