/// What reading a suite file gave.
package struct SuiteReading: Sendable {
  /// Nil when there is a problem.
  package let suite: Suite?
  /// All that is wrong, in the order of the file.
  package let problems: [SuiteProblem]
  /// What is odd and does not keep the suite from being used.
  package let warnings: [SuiteProblem]
}

/// Reads a suite file and says all that is wrong with it at once.
package enum SuiteReader {
  /// So many problems are listed at most; a file of another format would have one a line.
  static let mostProblems = 100

  /// The bytes are the file's; the path is for messages only, `files` are those beside it.
  package static func read(
    _ bytes: [UInt8], path: String, files: any SuiteFiles = NoSuiteFiles()
  ) -> SuiteReading {
    let source = SourceText(bytes)
    let reading = JSONReader.read(bytes)
    var decoder = SuiteDecoder(source: source, files: files)
    let root = reading.root.map { SuiteElement(node: $0, path: "") }
    let suite = root.flatMap { decoder.suite($0) }
    let syntax = reading.problems.map { problem in
      SuiteFinding(offset: problem.offset, path: root?.path(at: problem.offset) ?? "", fault: .json(problem.fault))
    }
    let findings = listed((syntax + decoder.findings).sorted { $0.offset < $1.offset })
    let leaks = listed(root.map(leakedKeys) ?? [])
    let problem = { (finding: SuiteFinding) in
      SuiteProblem(file: path, place: source.place(of: finding.offset), path: finding.path, fault: finding.fault)
    }
    return SuiteReading(
      suite: findings.isEmpty ? suite : nil, problems: findings.map(problem), warnings: leaks.map(problem))
  }

  private static func listed(_ findings: [SuiteFinding]) -> [SuiteFinding] {
    guard findings.count > mostProblems else { return findings }
    let first = findings[mostProblems]
    let more = SuiteFinding(offset: first.offset, path: "", fault: .more(findings.count - mostProblems))
    return findings.prefix(mostProblems) + [more]
  }

  /// The strings and keys that look like API keys, in the order of the file.
  private static func leakedKeys(in root: SuiteElement) -> [SuiteFinding] {
    var waiting = [root]
    var findings: [SuiteFinding] = []
    while let element = waiting.popLast() {
      switch element.node.kind {
      case .string(let text) where LeakedKey.isFound(in: text):
        findings.append(SuiteFinding(offset: element.node.range.lowerBound, path: element.path, fault: .leakedKey))
      case .array: waiting += element.elements
      case .object(let members):
        findings += members.filter { LeakedKey.isFound(in: $0.key) }.map {
          SuiteFinding(offset: $0.keyOffset, path: element.path, fault: .leakedKey)
        }
        waiting += members.map { element[$0] }
      default: break
      }
    }
    return findings.sorted { $0.offset < $1.offset }
  }
}
