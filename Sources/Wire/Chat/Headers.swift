/// Response headers, looked up whatever the case of their names.
struct Headers {
  private let fields: [(name: String, value: String)]

  init(_ fields: [(name: String, value: String)]) {
    self.fields = fields
  }

  /// The members of an object, where a body repeats headers; of anything else none.
  init(_ object: JSON?) {
    self.init(object?.members.map { ($0.name, $0.value.text) } ?? [])
  }

  /// The first value of this name, given in lower case, without blanks at its ends; nil when empty.
  subscript(name: String) -> String? {
    let value = fields.first { $0.name.lowercased() == name }?.value.trimmed
    return value.flatMap { $0.isEmpty ? nil : $0 }
  }
}
