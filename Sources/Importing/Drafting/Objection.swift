internal import Benchmark

/// What a suite's reader says of a part of a suite, in its own sentence: what it would refuse is left out.
enum Objection {
  static func to(check: OrderedJSON) -> String? {
    first(in: ["prompts": .array([["prompt": "p", "checks": .array([check])]])])
  }

  /// To what is asked, its checks apart.
  static func to(prompt: Case) -> String? {
    var question = prompt
    question.checks = []
    question.passScore = nil
    let texts = question.content.oneLine
    question.variables.removeAll { !texts.contains("{{\($0.key)}}") }
    question.matrix.removeAll { !texts.contains("{{\($0.key)}}") }
    return first(in: ["prompts": .array([CaseFamily(question).prompt { _ in "p" }])])
  }

  static func to(tag: String) -> String? { first(in: ["prompts": .array([["prompt": "p", "tags": .strings([tag])]])]) }

  static func to(parameter: OrderedJSON.Member) -> String? { first(in: ["parameters": .object([parameter])]) }

  static func to(contestant: OrderedJSON) -> String? { first(in: ["contestants": .array([contestant])]) }

  /// Nothing can be said where variables are named: their values are elsewhere.
  private static func first(in part: OrderedJSON) -> String? {
    var suite = part
    suite["name"] = "x"
    if suite["prompts"] == nil { suite["prompts"] = .array([["prompt": "p"]]) }
    let faults = SuiteReader.read(Array(suite.oneLine.utf8), path: "").problems.map(\.fault)
    let namesVariables = faults.contains { if case .unknownVariable = $0 { true } else { false } }
    return namesVariables ? nil : faults.first?.message
  }
}
