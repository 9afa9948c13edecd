internal import Benchmark

extension Grade {
  private static let longestReason = 2_000

  /// What a program said: `{"passed": true}` or `{"score": 0.5}`, with `"reason"` where it has one.
  ///
  /// A program that fails says nothing about the answer: that grades nothing.
  init(_ ending: ExternalProgram.Ending, of command: [String]) {
    let program = "the program \((command.first ?? "").excerpt())"
    switch ending {
    case .cancelled: self.init(failure: "\(program) was cancelled")
    case .failed(let words): self.init(failure: "\(program) \(words)")
    case .ended(0, let output, _): self.init(said: output, by: program)
    case .ended(let status, _, let lastWords): self.init(failure: "\(program) ended with status \(status)\(lastWords)")
    }
  }

  private init(said output: [UInt8], by program: String) {
    guard case .object(let members) = JSONReader.read(output).root?.value else {
      let text = String(decoding: output.prefix(400), as: UTF8.self)
      self.init(failure: "\(program) printed no JSON object: \(text.isEmpty ? "nothing" : text.excerpt())")
      return
    }
    let (passed, score) = (members["passed"]?.bool, members["score"]?.number)
    if let score, !(0...1).contains(score) {
      self.init(failure: "\(program) gave the score \(Decimals.text(score)), which is not from 0 to 1")
    } else if passed == nil && score == nil {
      self.init(failure: "\(program) printed neither \"passed\" (true or false) nor \"score\" (from 0 to 1)")
    } else {
      self.init(
        score: score ?? (passed == true ? 1 : 0), passed: passed,
        reason: members["reason"]?.string.map { String($0.prefix(Grade.longestReason)) })
    }
  }
}

extension JSONValue {
  var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  var string: String? { if case .string(let value) = self { value } else { nil } }

  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .wideInteger(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}
