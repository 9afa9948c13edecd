/// What a prompt says of its answers' form, against its suite.
package enum OutputForm: Hashable, Sendable {
  /// Any text, whatever the suite asks of others.
  case free
  case structured(StructuredOutput)

  package var structure: StructuredOutput? { if case .structured(let output) = self { output } else { nil } }
}

/// `false` for a free form, as in a suite.
extension OutputForm: Codable {
  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    self = (try? value.decode(Bool.self)) == nil ? .structured(try value.decode(StructuredOutput.self)) : .free
  }

  package func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .free: try value.encode(false)
    case .structured(let output): try value.encode(output)
    }
  }
}
