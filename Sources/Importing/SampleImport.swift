internal import Benchmark

/// Samples in JSON Lines: `{"input": …, "ideal": …}` as OpenAI's evals have them, or `{"messages": …}` as its
/// fine-tuning has them.
struct SampleImport: Translator {
  private let file: String
  private let comparison: Comparison
  let log: ImportLog

  init(file: String, comparison: Comparison, log: ImportLog) {
    self.file = file
    self.comparison = comparison
    self.log = log
  }

  /// A case for every line that asks something.
  mutating func cases(_ bytes: [UInt8]) -> [Case] {
    var cases: [Case] = []
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let text = Array(line)
      if text.allSatisfy({ [0x20, 0x09, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }) { continue }
      if let sample = sample(text, number: index + 1) { cases.append(sample) }
    }
    return cases
  }

  private mutating func sample(_ text: [UInt8], number: Int) -> Case? {
    let reading = JSONReader.read(text)
    let source = ForeignSource(file: file, bytes: text, firstLine: number)
    guard let root = reading.root.map({ ForeignValue($0, in: source) }), var fields = ForeignObject(root) else {
      let reason = reading.problems.last.map { ": \($0.fault.message)" } ?? ""
      log.note("The line is no JSON object and is left out\(reason).", in: file, line: number)
      return nil
    }
    let question = question(in: &fields, of: root)
    let ideal = fields.take("ideal")
    for (key, value) in fields.rest { log.note("A sample's '\(key.excerpt())' is not carried over.", at: value) }
    guard let (content, answer) = question else { return nil }
    let expected = ideal.map { $0.text.map { [$0] } ?? ($0.elements ?? []).compactMap(\.text) }
    let answers = expected?.map(Template.literal) ?? answer.map { [$0] } ?? []
    return Case(
      series: "sample", number: number, content: content,
      checks: [comparison.check(answers)].compactMap(\.self))
  }

  private mutating func question(in fields: inout ForeignObject, of sample: ForeignValue)
    -> (content: OrderedJSON, answer: String?)?
  {
    guard let input = fields.take("input", "messages") else {
      log.note("The sample has neither 'input' nor 'messages' and is left out.", at: sample)
      return nil
    }
    if let text = input.string, !text.trimmed.isEmpty { return (.string(Template.literal(text)), nil) }
    guard let conversation = conversation(input) else {
      log.note("The sample asks nothing and is left out: its last question must be a user's.", at: input)
      return nil
    }
    let only = conversation.messages.count == 1 ? conversation.messages.first : nil
    let text = only?["role"] == "user" ? only?["content"]?.string : nil
    return (text.map(OrderedJSON.string) ?? .array(conversation.messages), conversation.answer)
  }

  /// Braces mean nothing in a sample.
  func translated(_ text: String, at place: ForeignValue) -> String { Template.literal(text) }
}
