/// The bytes that JSON and event streams are made of.
extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let comma = UInt8(ascii: ",")
  static let colon = UInt8(ascii: ":")
  static let minus = UInt8(ascii: "-")
  static let openingBrace = UInt8(ascii: "{")
  static let closingBrace = UInt8(ascii: "}")
  static let openingBracket = UInt8(ascii: "[")
  static let closingBracket = UInt8(ascii: "]")

  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  /// Blank in JSON's sense: space, tab, line feed, carriage return.
  var isBlank: Bool { self == .space || self == .lineFeed || self == .carriageReturn || self == UInt8(ascii: "\t") }

  /// Whether a number or a word of JSON cannot go on with this byte.
  var endsWord: Bool {
    switch self {
    case .comma, .closingBrace, .closingBracket, .colon, .quote, .openingBrace, .openingBracket: true
    default: isBlank
    }
  }

  /// The value of a hexadecimal digit.
  var hexDigit: UInt32? { Character(Unicode.Scalar(self)).hexDigitValue.map(UInt32.init) }
}

extension [UInt8] {
  /// The bytes behind UTF-8's byte order mark, which some servers put before all.
  var withoutByteOrderMark: [UInt8] { starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self }
}
