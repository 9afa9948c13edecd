internal import Benchmark

/// Samples in JSON Lines: `{"input": …, "ideal": …}` as OpenAI's evals have them, or `{"messages": …}` as its
/// fine-tuning has them.
struct SampleImport: Translator {
  private let file: String
  private let comparison: Comparison
  private let columns: ImportColumns
  let log: ImportLog
  /// The keys of the first sample with their texts, to guess by.
  private var first: [(name: String, values: [String])] = []

  init(file: String, comparison: Comparison, columns: ImportColumns, log: ImportLog) {
    self.file = file
    self.columns = columns
    self.comparison = comparison
    self.log = log
  }

  /// A case for every line, or every element of an array, that asks something.
  mutating func cases(_ bytes: [UInt8]) -> [Case] {
    let whole = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "[")
    if whole, let cases = elements(of: bytes) { return cases }
    var cases: [Case] = []
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let text = Array(line)
      if text.allSatisfy({ [0x20, 0x09, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }) { continue }
      if let sample = sample(text, number: index + 1) { cases.append(sample) }
    }
    return cases
  }

  /// Nil where the text is no array that can be read.
  private mutating func elements(of bytes: [UInt8]) -> [Case]? {
    let reading = JSONReader.read(bytes)
    let source = ForeignSource(file: file, bytes: bytes)
    guard let elements = reading.root.flatMap({ ForeignValue($0, in: source).elements }) else { return nil }
    log.note(reading.problems, in: source)
    return elements.enumerated().compactMap { sample($1, number: $0 + 1) }
  }

  private mutating func sample(_ text: [UInt8], number: Int) -> Case? {
    let reading = JSONReader.read(text)
    let source = ForeignSource(file: file, bytes: text, firstLine: number)
    guard let root = reading.root, case .object = root.kind else {
      let reason = reading.problems.last.map { ": \($0.fault.message)" } ?? ""
      log.note("The line is no JSON object and is left out\(reason).", in: file, line: number)
      return nil
    }
    log.note(reading.problems, in: source)
    return sample(ForeignValue(root, in: source), number: number)
  }

  private mutating func sample(_ sample: ForeignValue, number: Int) -> Case? {
    guard var fields = ForeignObject(sample) else {
      log.note("This is no sample, and is left out.", at: sample)
      return nil
    }
    if first.isEmpty { first = fields.rest.map { ($0.key, [$0.value.text ?? ""]) } }
    let question = question(in: &fields, of: sample)
    let expected = fields.take(columns.expected ?? "ideal").map { texts(in: $0) }
    noteRest(of: fields, hasAnswer: expected != nil)
    guard let (content, answer) = question else { return nil }
    let answers = expected?.map(Template.literal) ?? answer.map { [$0] } ?? []
    return Case(
      series: "sample", number: number, content: content,
      checks: [comparison.check(answers)].compactMap(\.self))
  }

  private func noteRest(of fields: ForeignObject, hasAnswer: Bool) {
    for (key, value) in fields.rest {
      let isAnswer = !hasAnswer && columns.expected == nil && key == guess.expected
      log.note(
        "A sample's '\(key.excerpt())' is not carried over"
          + (isAnswer ? ": if it is what is expected, give '--expected-column \(ColumnGuess.word(key))'." : "."),
        at: value)
    }
  }

  private var guess: ColumnGuess { ColumnGuess(columns: first) }

  /// How the samples would ask something, as far as their keys tell.
  var hint: String? {
    columns.prompt == nil && !first.contains { ["input", "messages"].contains($0.name) } ? guess.sentence : nil
  }

  /// The texts that an answer may be.
  private func texts(in ideal: ForeignValue) -> [String] {
    let values = ideal.elements ?? [ideal]
    let texts = values.compactMap(\.text).filter { !$0.trimmed.isEmpty }
    if texts.isEmpty {
      log.note(
        "This '\(answerKey)' is left out: it is neither a text nor a list of texts that say anything.", at: ideal)
    } else if texts.count < values.count {
      log.note("What is no text in this '\(answerKey)', or says nothing, is left out.", at: ideal)
    }
    return texts
  }

  private var answerKey: String { (columns.expected ?? "ideal").excerpt() }

  private mutating func question(in fields: inout ForeignObject, of sample: ForeignValue)
    -> (content: OrderedJSON, answer: String?)?
  {
    guard let input = columns.prompt.map({ fields.take($0) }) ?? fields.take("input", "messages") else {
      let missing = columns.prompt.map { "no \($0.quotedExcerpt())" } ?? "neither 'input' nor 'messages'"
      log.note("The sample has \(missing) and is left out.", at: sample)
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
