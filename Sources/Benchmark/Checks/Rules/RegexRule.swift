/// The pattern matches somewhere in the answer; `PatternDialect` says how it is read.
package struct RegexRule: CheckRule {
  package static let kind = Check.Kind.regex
  package static let keys = CodingKeys.allCases.map(\.rawValue)

  package var pattern: String
  package var ignoresCase: Bool?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case pattern
    case ignoresCase = "ignore_case"
  }

  package init(_ pattern: String, ignoresCase: Bool? = nil) {
    self.pattern = pattern
    self.ignoresCase = ignoresCase
  }

  package init?(_ place: CheckPlace, by decoder: inout SuiteDecoder) {
    guard
      let element = decoder.required("pattern", of: place.fields, in: place.object, at: place.element),
      let pattern = decoder.string(element)
    else { return nil }
    self.pattern = pattern
    ignoresCase = decoder.flag("ignore_case", in: place)
    do throws(CheckPattern.Fault) {
      _ = try CheckPattern(pattern, ignoringCase: false)
    } catch {
      decoder.report(.pattern(pattern, reason: error.reason), at: element)
    }
  }

  package var words: String { "matches /\(pattern.excerpt())/" + (ignoresCase == true ? " in any case" : "") }

  package func examine(_ input: CheckInput) -> Finding {
    let found = input.answer.shown
    do throws(CheckPattern.Fault) {
      let compiled = try CheckPattern(pattern, ignoringCase: ignoresCase == true)
      switch compiled.search(input.answer) {
      case .found: return Finding(true, found: found)
      case .absent: return Finding(false, found: found)
      case .givenUp:
        return Finding(
          unknown: "the pattern /\(pattern.excerpt())/ was given up: on some answers it would search for ever")
      }
    } catch {
      return Finding(unknown: "the pattern /\(pattern.excerpt())/ does not compile: \(error.reason.excerpt())")
    }
  }
}
