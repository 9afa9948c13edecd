import Foundation
import Testing

/// A check as the suites have it, applied by rules written down once more.
struct ShippedCheck: Decodable {
  var type: String
  var value: String?
  var pattern: String?
  var ignore_case: Bool?
  var keys: [String]?
  var fenced: Bool?

  func accepts(_ answer: String) throws -> Bool {
    let trimmed = answer.trimmingCharacters(in: .whitespacesAndNewlines)
    switch type {
    case "equals": return trimmed == value
    case "contains": return folded(answer).contains(folded(try #require(value)))
    case "regex":
      let regex = try Regex(try #require(pattern)).ignoresCase(ignore_case ?? false)
      return try regex.firstMatch(in: answer) != nil
    default:
      let object = try? JSONSerialization.jsonObject(with: Data(trimmed.utf8)) as? [String: Any]
      return (keys ?? []).allSatisfy { object?[$0] != nil }
    }
  }

  private func folded(_ text: String) -> String {
    ignore_case == true ? text.lowercased() : text
  }
}
