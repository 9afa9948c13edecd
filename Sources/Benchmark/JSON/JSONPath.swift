/// A way into a JSON value: the part of RFC 9535 that names places (`$.a.b[0]['x'][-1][*]`, `$..id`).
///
/// Slices, unions and filters are refused when the path is read.
package struct JSONPath: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case name(String)
    /// From 0; from −1 backwards for the last.
    case index(Int)
    /// All members of an object, in the order of their keys, or all elements of an array.
    case all
    /// The value itself and all that is in it.
    case descent
  }

  /// Why a text is no path, to follow a colon.
  package struct Fault: Error, Hashable, Sendable {
    package let reason: String

    package init(reason: String) {
      self.reason = reason
    }
  }

  let steps: [Step]

  package static func parse(_ text: String) -> Result<JSONPath, Fault> {
    Result { () throws(Fault) in
      var parser = JSONPathParser(text)
      return JSONPath(steps: try parser.steps())
    }
  }

  /// The values at all places that the path leads to, in the order of the value.
  package func values(in root: JSONValue) -> [JSONValue] {
    steps.reduce([root]) { values, step in values.flatMap { JSONPath.values(of: step, in: $0) } }
  }

  private static func values(of step: Step, in value: JSONValue) -> [JSONValue] {
    switch (step, value) {
    case (.name(let name), .object(let members)): members[name].map { [$0] } ?? []
    case (.index(let index), .array(let elements)):
      element(index < 0 ? elements.count + index : index, of: elements).map { [$0] } ?? []
    case (.all, _): children(of: value)
    case (.descent, _): all(in: value)
    default: []
    }
  }

  /// The value itself and all that is in it, each before what is in it.
  private static func all(in value: JSONValue) -> [JSONValue] {
    var values: [JSONValue] = []
    var waiting = [value]
    while let value = waiting.popLast() {
      values.append(value)
      waiting += children(of: value).reversed()
    }
    return values
  }

  private static func element(_ index: Int, of elements: [JSONValue]) -> JSONValue? {
    elements.indices.contains(index) ? elements[index] : nil
  }

  private static func children(of value: JSONValue) -> [JSONValue] {
    switch value {
    case .array(let elements): elements
    case .object(let members): members.sorted { $0.key < $1.key }.map(\.value)
    default: []
    }
  }
}
