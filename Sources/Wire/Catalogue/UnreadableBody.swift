/// A body that is not what was asked for, with a sentence that says so.
package struct UnreadableBody: Error, Hashable, CustomStringConvertible {
  package let description: String

  /// JSON, but of another kind; an error that it tells is repeated.
  init(expected: String, in root: JSON) {
    let words = ServerError(envelope: root).map { " It says: \($0.message.shortened(to: 300))" } ?? ""
    description = "The server's JSON is not \(expected).\(words)"
  }

  private init(_ description: String) {
    self.description = description
  }

  static func parse(_ body: [UInt8]) throws(UnreadableBody) -> JSON {
    do {
      return try JSONDocument(body.withoutByteOrderMark).root
    } catch {
      throw UnreadableBody(description(of: error))
    }
  }

  private static func description(of fault: JSONFault) -> String {
    switch fault {
    case .cut: "The server's JSON ends too early."
    case .unexpected(_, let offset): "The server's body is not JSON (byte \(offset))."
    case .tooDeep: "The server's JSON is nested deeper than \(JSONParser.deepest) levels."
    case .tooLarge: "The server's JSON has too many values."
    }
  }
}
