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
  ///
  /// The suite keeps the bytes and makes each prompt when it is asked for.
  package static func read(
    _ bytes: [UInt8], path: String, files: any SuiteFiles = NoSuiteFiles()
  ) -> SuiteReading {
    let index = JSONReader.index(bytes, .member("prompts"))
    let root = index.root.map { SuiteElement(node: $0, path: "") }
    var pass = SuitePass(bytes, path: path, files: files, elements: index.elements)
    let suite = root.flatMap { pass.suite($0) }
    let syntax = index.problems.map { problem in
      SuiteFinding(place: SuitePlace(offset: problem.offset, path: ""), fault: .json(problem.fault))
    }
    let findings = (syntax + pass.findings).sorted { $0.place.order < $1.place.order }
    // Finding a way reads an element anew, which is done for the few that are listed.
    let listed = listed(findings).map { finding in root.map { pass.named(finding, in: $0) } ?? finding }
    var places = ProblemPlaces(suite: path, bytes)
    return SuiteReading(
      suite: findings.isEmpty ? suite : nil, problems: listed.map { places.problem($0) },
      warnings: self.listed(pass.leaks).map { places.problem($0) })
  }

  /// Settings that stand alone, as on a command line, and what is wrong with them, a sentence each.
  package static func parameters(_ settings: [String: JSONValue]) -> (parameters: Parameters, problems: [String]) {
    let bytes = Array(JSONValue.object(settings).json.utf8)
    var decoder = SuiteDecoder(bytes, files: NoSuiteFiles())
    let element = JSONReader.read(bytes).root.map { SuiteElement(node: $0, path: "") }
    let parameters = decoder.parameters(element.map { decoder.filled($0) })
    return (parameters, decoder.findings.map { "\($0.place.path): \($0.fault.message)" })
  }

  private static func listed(_ findings: [SuiteFinding]) -> [SuiteFinding] {
    guard findings.count > mostProblems else { return findings }
    var place = findings[mostProblems].place
    place.path = ""
    return findings.prefix(mostProblems) + [
      SuiteFinding(place: place, fault: .more(findings.count - mostProblems))
    ]
  }
}

/// Turns offsets into lines, of the suite and of the files that it names.
private struct ProblemPlaces {
  private let suite: String
  private var sources: [String: SourceText] = [:]
  private let bytes: [UInt8]

  init(suite: String, _ bytes: [UInt8]) {
    self.suite = suite
    self.bytes = bytes
  }

  mutating func problem(_ finding: SuiteFinding) -> SuiteProblem {
    let place = finding.place
    let folder = suite.lastIndex(of: "/").map { suite[...$0] } ?? ""
    let file = place.file.map { $0.path.hasPrefix("/") ? $0.path : folder + $0.path } ?? suite
    let source = sources[file] ?? SourceText(place.file?.bytes ?? bytes)
    sources[file] = source
    return SuiteProblem(
      file: file, place: source.place(of: place.offset), path: place.path, fault: finding.fault)
  }
}
