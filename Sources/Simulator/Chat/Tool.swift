/// A function that a request offers.
struct Tool: Sendable, Decodable {
  var function: Function?

  /// What a model is told about a tool.
  struct Function: Sendable, Decodable {
    var name: String
    var description: String?
    /// A JSON Schema; nil for a tool without arguments.
    var parameters: JSON?
  }
}

/// What a request says about calling tools.
enum ToolChoice: Hashable, Sendable, Decodable {
  case never, auto, required
  case function(String)

  private struct Named: Decodable {
    var function: Function

    struct Function: Decodable {
      var name: String
    }
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    switch try? value.decode(String.self) {
    case "none": self = .never
    case "required": self = .required
    case .some: self = .auto
    case nil: self = .function(try value.decode(Named.self).function.name)
    }
  }
}

/// A call of a tool as a model makes it.
struct ToolCall: Hashable, Sendable {
  var name: String
  /// JSON in a text.
  var arguments: String
}
