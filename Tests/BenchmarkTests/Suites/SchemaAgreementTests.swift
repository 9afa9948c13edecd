import Foundation
import Testing

@testable import Benchmark

/// The published schema offers in editors what the decoder takes, and nothing else.
@Suite struct SchemaAgreementTests {
  private static let schema: JSONValue = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../suites/schema/suite.schema.json")
    return (try? Data(contentsOf: file)).flatMap { JSONReader.read(Array($0)).root?.value } ?? .null
  }()

  static let objects: [(SuiteObject, way: [String])] = [
    (.suite, []), (.prompt, ["$defs", "prompt"]), (.message, ["$defs", "message"]),
    (.turn, ["$defs", "turn", "oneOf", "1"]),
    (.file, ["$defs", "file"]), (.textPart, ["$defs", "part", "oneOf", "0"]),
    (.attachment(.image), ["$defs", "part", "oneOf", "1"]), (.attachment(.pdf), ["$defs", "part", "oneOf", "2"]),
    (.attachment(.audio), ["$defs", "part", "oneOf", "3"]), (.attachment(.video), ["$defs", "part", "oneOf", "4"]),
    (.toolCall, ["$defs", "message", "properties", "tool_calls", "items"]), (.tool, ["$defs", "tool"]),
    (.toolResult, ["$defs", "tool", "properties", "results", "items"]), (.contestant, ["$defs", "contestant"]),
    (.output, ["$defs", "output", "oneOf", "1"]), (.parameters, ["$defs", "parameters"]),
  ]

  @Test(arguments: objects)
  func `an object has the same keys in the schema as in the decoder`(object: SuiteObject, way: [String]) throws {
    let found = way.reduce(Self.schema) { $0[$1] }
    guard case .object(let properties) = found["properties"] else {
      Issue.record("nothing at \(way.joined(separator: "/"))")
      return
    }
    #expect(properties.keys.sorted() == object.keys.sorted())
    #expect(found["additionalProperties"] == .bool(false))
  }
}

extension JSONValue {
  /// A member by its key, or an element by its number; null where there is none.
  fileprivate subscript(step: String) -> JSONValue {
    switch self {
    case .object(let members): members[step] ?? .null
    case .array(let elements): Int(step).map { elements[$0] } ?? .null
    default: .null
    }
  }
}
