extension JSONFault {
  /// What is wrong and what to do, without a capital and a full stop, so that it can follow a place.
  package var message: String {
    switch self {
    case .byteOrderMark: "the text begins with a byte order mark; save it as UTF-8 without one"
    case .empty: "the text is empty; JSON is one value at least"
    case .end(let unclosed): Self.ending(unclosed)
    case .textAfterValue: "the value has ended; remove what follows it"
    case .unexpected(let found, let expected): "\(found.quotedExcerpt()) stands where \(expected) is expected"
    case .trailingComma: "nothing follows this comma; remove it"
    case .missingComma: "a comma is missing before this"
    case .missingColon: "a colon is missing between the key and its value"
    case .unquotedKey(let word): "the key \(word.quotedExcerpt()) must stand in double quotes"
    case .unknownWord(let word): Self.unknown(word)
    case .foreignQuotes: "strings stand in straight double quotes (\")"
    case .comment: "JSON has no comments; remove it"
    case .number(let text, let remedy): "\(text.quotedExcerpt()) is not a number of JSON; \(remedy)"
    case .escape(let text): "\(text.quotedExcerpt()) is no escape of JSON; write a backslash itself as \\\\"
    case .lineBreakInString: "the string does not end on its line; add the missing quote or write line breaks as \\n"
    case .controlCharacter(let byte): "a control character stands in the string; write it as \\u\(Self.hex(byte))"
    case .invalidUTF8: "these bytes are not UTF-8; save the text as UTF-8"
    case .tooDeep: "values are nested deeper than \(JSONReader.mostDepth) levels"
    case .duplicateKey(let key): "the key \(key.quotedExcerpt()) is given twice; remove one"
    case .loneSurrogate: "half of a surrogate pair stands alone; write both halves or the character itself"
    case .numberRange(let text): "the number \(text.quotedExcerpt()) is out of range"
    }
  }

  private static func ending(_ unclosed: Unclosed) -> String {
    let closer =
      switch unclosed {
      case .object: "}"
      case .array: "]"
      case .string: "\""
      }
    return "the text ends before the \(unclosed.rawValue) does; add the missing \(closer)"
  }

  private static func unknown(_ word: String) -> String {
    let meaning: String? =
      switch word.lowercased() {
      case "true", "false", "null": word.lowercased()
      case "none", "nil", "undefined": "null"
      default: nil
      }
    guard let meaning else { return "\(word.quotedExcerpt()) is not a value of JSON; strings stand in double quotes" }
    return "\(word.quotedExcerpt()) is not a value of JSON; write \(meaning)"
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
