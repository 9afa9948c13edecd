/// Response headers, looked up whatever the case of their names.
struct Headers {
  private let fields: [(name: String, value: String)]

  init(_ fields: [(name: String, value: String)]) {
    self.fields = fields
  }

  /// The first value of this name, given in lower case, without blanks at its ends; nil when empty.
  subscript(name: String) -> String? {
    let value = fields.first { $0.name.lowercased() == name }?.value.trimmed
    return value.flatMap { $0.isEmpty ? nil : $0 }
  }
}
