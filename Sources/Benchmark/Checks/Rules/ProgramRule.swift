/// A program of the suite's author says whether the answer is right.
package struct ProgramRule: GradedRule {
  package static let kind = Check.Kind.program
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  /// The program and its words; one with a slash lies beside the suite.
  package var command: [String]
  /// How long it may take; 10 s where nothing is said.
  package var timeout: TimeSpan?
  /// The least score that passes where the program says no more; 1 where nothing is said.
  package var min: Double?

  package static let usualTimeout = TimeSpan(nanoseconds: 10 * Nanoseconds.perSecond)

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case command, timeout, min
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    _ = decoder.required("command", of: place.fields, in: place.object, at: place.element)
    guard let command = decoder.texts("command", in: place), !command.isEmpty else { return nil }
    self.command = command
    timeout = decoder.span(place.fields["timeout"])
    min = decoder.number("min", in: place, 0...1, "a share from 0 to 1")
  }

  package var fingerprint: String { fingerprint(of: command + [timeout?.description ?? ""]) }

  package var words: String { "satisfies the program \(command.joined(separator: " ").excerpt())" }

  package func examine(_ input: CheckInput) -> Finding {
    finding(in: input, least: min ?? 1) { $0 == 1 ? "yes" : $0 == 0 ? "no" : "score \(Decimals.text($0))" }
  }
}
