/// The way from the top of a JSON value to a value inside it.
package struct JSONLocation: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  package var steps: [Step] = []

  package init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// The JSON pointer (RFC 6901); empty for the top.
  package var pointer: String {
    steps.map { step in
      switch step {
      case .key(let key): "/" + key.replacing("~", with: "~0").replacing("/", with: "~1")
      case .index(let index): "/\(index)"
      }
    }.joined()
  }

  func appending(_ step: Step) -> JSONLocation { JSONLocation(steps + [step]) }
}

extension JSONLocation: CustomStringConvertible {
  /// As people write it, safe to show: `$.items[2].name`.
  package var description: String {
    steps.reduce("$") { path, step in
      switch step {
      case .key(let key): path + (key.isPlainKey ? ".\(key)" : "[\(key.quotedExcerpt(40))]")
      case .index(let index): path + "[\(index)]"
      }
    }
  }
}

extension String {
  /// Whether it can follow a point in a path as it is: letters and digits of ASCII, `_` and `$`.
  var isPlainKey: Bool {
    !isEmpty && isShownAsItIs(40) && utf8.allSatisfy(Self.isPlain)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
      true
    default: false
    }
  }
}
