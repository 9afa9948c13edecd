#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Why a text is no scenario: one sentence with the place.
package struct ScenarioError: Error, Hashable, CustomStringConvertible, Sendable {
  package var description: String
}

extension Scenario {
  /// Reads a scenario from JSON; `source` names it in the error.
  package static func read(_ bytes: [UInt8], source: String) throws(ScenarioError) -> Scenario {
    do {
      return try JSONDecoder().decode(Scenario.self, from: Data(bytes))
    } catch {
      throw ScenarioError(description: "\(source): \(ScenarioMistake(error).sentence).")
    }
  }
}

extension ScenarioMistake {
  fileprivate init(_ error: any Error) {
    switch error {
    case let mistake as ScenarioMistake: self = mistake
    case DecodingError.keyNotFound(let key, let context):
      self.init(path: context.codingPath + [key], words: "is missing")
    case DecodingError.typeMismatch(let type, let context), DecodingError.valueNotFound(let type, let context):
      self.init(path: context.codingPath, words: "must be \(Self.name(of: type))")
    // Such as a number that no type holds; without a path the grammar is broken, and nobody says where.
    case DecodingError.dataCorrupted(let context):
      self.init(path: context.codingPath, words: context.codingPath.isEmpty ? "is not JSON" : "is no value that fits")
    default: self.init(path: [], words: "cannot be read (\(error))")
    }
  }

  /// The place, as it would be written in a program, and what is wrong there.
  fileprivate var sentence: String {
    let place = path.reduce("") { place, key in
      if let index = key.intValue { return "\(place)[\(index)]" }
      return place.isEmpty ? key.stringValue : "\(place).\(key.stringValue)"
    }
    return place.isEmpty ? "the scenario \(words)" : "\(place): \(words)"
  }

  private static func name(of type: Any.Type) -> String {
    switch type {
    case is Int.Type: "a whole number"
    case is Double.Type: "a number"
    case is String.Type: "a text"
    case is [Any].Type: "a list"
    default: "an object"
    }
  }
}
