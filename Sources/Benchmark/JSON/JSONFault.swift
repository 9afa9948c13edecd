/// What can be wrong with a JSON text; the sentences are in `JSONFault+Message.swift`.
package enum JSONFault: Hashable, Sendable {
  /// What was open where the text ended.
  package enum Unclosed: String, Hashable, Sendable {
    case object, array, string
  }

  case byteOrderMark
  case empty
  case end(of: Unclosed)
  case textAfterValue
  case unexpected(String, expected: String)
  case trailingComma
  case missingComma
  case missingColon
  case unquotedKey(String)
  case unknownWord(String)
  case foreignQuotes
  case comment
  case number(String, remedy: String)
  case escape(String)
  case lineBreakInString
  case controlCharacter(UInt8)
  case invalidUTF8
  case tooDeep
  case duplicateKey(String)
  case loneSurrogate
  case numberRange(String)
}

extension JSONFault {
  /// False for what RFC 8259 leaves to the reader: the text is JSON all the same.
  package var breaksGrammar: Bool {
    switch self {
    case .duplicateKey, .loneSurrogate, .numberRange: false
    default: true
    }
  }
}

/// A fault with its place in the text.
package struct JSONProblem: Error, Hashable, Sendable {
  /// Of the byte where it begins.
  package let offset: Int
  package let fault: JSONFault
}
