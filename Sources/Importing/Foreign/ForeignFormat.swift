internal import Benchmark

/// A format of other tools that suites can be made of.
package enum ForeignFormat: String, CaseIterable, Sendable {
  /// A configuration of promptfoo, in JSON.
  case promptfoo
  /// Samples in JSON Lines, as OpenAI's evals and fine-tuning have them.
  case evals
  /// A table with a column of prompts.
  case csv
}

extension ForeignFormat {
  /// The format that a file's content tells.
  ///
  /// - Throws: `ImportFailure` with what the file seems to be instead.
  static func detected(in bytes: [UInt8], of file: String) throws(ImportFailure) -> ForeignFormat {
    let lines = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).lazy.filter { !$0.allSatisfy(isSpace) }
    guard let first = lines.first else { throw ImportFailure("\(file.excerpt(400)) is empty.") }
    let start = first.drop { isSpace($0) || [0xEF, 0xBB, 0xBF].contains($0) }.first
    if start == UInt8(ascii: "{") || start == UInt8(ascii: "[") {
      return try json(bytes, lines: lines.prefix(2).map(Array.init), file)
    }
    let said = lines.first { $0.first != UInt8(ascii: "#") } ?? first
    if let key = [said, first].lazy.compactMap({ yamlKey(String(decoding: $0, as: UTF8.self)) }).first {
      throw ImportFailure(
        "\(file.excerpt(400)) seems to be YAML (it begins with '\(key):'), and only JSON is read. Convert it first, "
          + "as with 'yq -o=json . \(file.excerpt(400)) > config.json'.")
    }
    return .csv
  }

  /// Goes by the first two lines, of which one may be broken, and then by the whole.
  private static func json(_ bytes: [UInt8], lines: [[UInt8]], _ file: String) throws(ImportFailure) -> ForeignFormat {
    if lines.contains(where: { isSample(JSONReader.read($0).root) }) { return .evals }
    let root = JSONReader.read(bytes).root
    if case .array(let elements)? = root?.kind, !self.keys(of: elements.first).isEmpty { return .evals }
    let keys = keys(of: lines.first.flatMap { JSONReader.read($0).root })
    let whole = self.keys(of: root)
    if whole.contains("prompts"), whole.contains("name"), !whole.contains("providers"), !whole.contains("tests") {
      throw ImportFailure("\(file.excerpt(400)) is a suite already: check it with 'bakeoff validate'.")
    }
    if !keys.isEmpty, whole.isEmpty { return .evals }
    return whole.isEmpty || whole.contains(where: promptfooKeys.contains) ? .promptfoo : .evals
  }

  private static func isSample(_ node: JSONNode?) -> Bool {
    let keys = keys(of: node)
    return keys.contains("input") || keys.contains("messages")
  }

  private static func keys(of node: JSONNode?) -> [String] {
    guard case .object(let members)? = node?.kind else { return [] }
    return members.map(\.key)
  }

  private static let promptfooKeys: Set<String> = [
    "description", "prompts", "providers", "targets", "tests", "defaultTest", "scenarios", "redteam", "env", "tags",
  ]

  /// The key of promptfoo's that a line of YAML begins with.
  private static func yamlKey(_ line: String) -> String? {
    if line.hasPrefix("# yaml-language-server") || line == "---" { return line }
    let key = line.prefix { $0 != ":" }
    return promptfooKeys.contains(String(key)) && key.count < line.count ? String(key) : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
