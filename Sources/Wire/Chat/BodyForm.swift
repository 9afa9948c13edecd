/// What a body looks like; its content type is not asked, since servers send JSON as streams and pages as JSON.
enum BodyForm {
  case eventStream, json
  /// Nothing but blanks: keep-alive padding, or nothing at all.
  case blank
  case markup
  case other

  private static let fields = ["data", "event", "id", "retry", "error"]

  init(_ body: [UInt8]) {
    let text = body.starts(with: [0xEF, 0xBB, 0xBF]) ? body.dropFirst(3) : body[...]
    let start = text.drop { $0.isBlank }
    switch start.first {
    case nil: self = .blank
    case UInt8.openingBrace, UInt8.openingBracket: self = .json
    case UInt8.colon: self = .eventStream
    case UInt8(ascii: "<"): self = .markup
    default: self = Self.beginsField(start) ? .eventStream : .other
    }
  }

  /// Whether a field of an event stream begins here, or is cut off within its name.
  private static func beginsField(_ start: ArraySlice<UInt8>) -> Bool {
    let line = start.prefix { $0 != .colon && $0 != .lineFeed && $0 != .carriageReturn }
    return fields.contains { field in
      field.utf8.elementsEqual(line) || (line.count == start.count && field.utf8.starts(with: line))
    }
  }
}
