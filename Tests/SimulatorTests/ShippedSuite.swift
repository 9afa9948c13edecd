import Benchmark
import Foundation
import Testing

/// A shipped suite: its file is read here by rules of our own, its checks are judged by the program's.
struct ShippedSuite {
  static let names = [
    "starter", "extraction", "reasoning", "tools", "multi-turn", "vision", "long-context", "multilingual", "code",
  ]
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../suites")

  let name: String
  let root: [String: Any]
  /// With rows and matrices filled in.
  let prompts: [[String: Any]]

  /// Something that a user says, and what the answer must be like.
  struct Question {
    var prompt: String
    var text: String
    var checks: [Check]

    /// What the checks have against an answer after some calls.
    func objections(to answer: String, calls: [(name: String, arguments: String)] = []) -> [String] {
      let made = calls.map { ToolCall(id: nil, name: $0.name, arguments: $0.arguments) }
      return checks.map { $0.judge(CheckInput(answer, toolCalls: made)) }.filter { $0.passed == false }
        .map { $0.reason ?? "?" }
    }
  }

  init(_ name: String) throws {
    self.name = name
    let data = try Data(contentsOf: Self.folder.appending(path: name + ".json"))
    root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    prompts = try (root["prompts"] as? [[String: Any]] ?? []).flatMap(Self.filled)
  }

  /// A prompt with each set of its variables; the shipped tables quote nothing.
  private static func filled(_ template: [String: Any]) throws -> [[String: Any]] {
    let text = String(decoding: try JSONSerialization.data(withJSONObject: template), as: UTF8.self)
    return try variables(of: template).compactMap { set in
      let filled = try set.reduce(text) { text, variable in
        let value = String(decoding: try JSONEncoder().encode(variable.value), as: UTF8.self)
        return text.replacingOccurrences(of: "{{\(variable.key)}}", with: value.dropFirst().dropLast())
      }
      return try JSONSerialization.jsonObject(with: Data(filled.utf8)) as? [String: Any]
    }
  }

  private static func variables(of template: [String: Any]) throws -> [[String: String]] {
    if let matrix = template["matrix"] as? [String: [String]] {
      return matrix.flatMap { name, values in values.map { [name: $0] } }
    }
    guard let rows = template["rows"] as? [String: String], let file = rows["file"] else { return [[:]] }
    let table = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    let lines = table.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  func questions() throws -> [Question] {
    try prompts.flatMap(questions)
  }

  private func questions(of prompt: [String: Any]) throws -> [Question] {
    let last = try checks(in: prompt)
    let turns = prompt["turns"] as? [Any] ?? [prompt["prompt"] as Any]
    return try turns.enumerated().map { place, turn in
      let detailed = turn as? [String: Any]
      return Question(
        prompt: prompt["id"] as? String ?? "", text: Self.text(of: detailed?["prompt"] ?? turn),
        checks: try checks(in: detailed ?? [:]) + (place == turns.count - 1 ? last : []))
    }
  }

  private func checks(in object: [String: Any]) throws -> [Check] {
    let data = try JSONSerialization.data(withJSONObject: object["checks"] ?? [])
    return try JSONDecoder().decode([Check].self, from: data)
  }

  private static func text(of content: Any) -> String {
    if let text = content as? String { return text }
    return (content as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }.joined(separator: "\n")
  }
}
