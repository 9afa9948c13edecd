import Benchmark
import Testing

extension JSONValue {
  /// The value of a JSON text.
  static func read(_ text: String) throws -> JSONValue {
    try #require(JSONReader.read(Array(text.utf8)).root, "not JSON: \(text)").value
  }

  static func members(of text: String) throws -> [String: JSONValue] {
    guard case .object(let members) = try read(text) else { return [:] }
    return members
  }
}
