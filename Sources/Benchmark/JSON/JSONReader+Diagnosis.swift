extension JSONReader {
  /// The letters, digits and underscores that begin here; empty when none do.
  var wordHere: String {
    let isWord = { (byte: UInt8) in byte == UInt8(ascii: "_") || Character(Unicode.Scalar(byte)).isASCIIAlphanumeric }
    return String(decoding: rest.prefix(while: isWord), as: UTF8.self)
  }

  /// The whole scalar that begins here, for a message.
  var characterHere: String {
    let text = String(decoding: rest.prefix(4), as: UTF8.self)
    return text.unicodeScalars.first.map(String.init) ?? ""
  }

  /// What other notations allow and JSON does not, if it begins here.
  var foreignFault: JSONFault? {
    switch characterHere {
    case "'", "`", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}": .foreignQuotes
    case "/", "#": .comment
    case "\u{FFFD}": .invalidUTF8
    default: nil
    }
  }

  func startsValue(_ byte: UInt8) -> Bool {
    let character = Character(Unicode.Scalar(byte))
    return character.isASCIIAlphanumeric || "\"{[-".contains(character)
  }

  func valueFault(_ word: String, at start: Int) -> JSONFault {
    guard word.isEmpty else { return .unknownWord(word) }
    guard peek != nil else { return endFault }
    switch characterHere {
    case "+": return .number("+", remedy: "remove the plus sign")
    case ".": return .number(".", remedy: "write a digit before the point")
    default: return foreignFault ?? .unexpected(characterHere, expected: "a value")
    }
  }
}

extension Character {
  fileprivate var isASCIIAlphanumeric: Bool { isASCII && (isLetter || isNumber) }
}
