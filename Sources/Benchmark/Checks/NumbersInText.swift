/// Numbers as models write them, found in running text.
///
/// `1,234.5`, `-3`, `−3`, `.5`, `3e4` and full-width digits are numbers. A group of three digits belongs to the number
/// before its comma (or thin space, or LaTeX's `{,}`); any other comma ends the number, so `3,5` is 3 and 5. `1/2` of
/// two whole numbers is a half; dates (`1/2/2026`), versions and addresses (`1.2.3`) are not fractions, the latter not
/// even numbers. A percent sign changes nothing: `50%` is 50. What is glued to a word before it (`GPT4`, `GPT-4`) is
/// no number; a hyphen between two numbers is no sign.
package struct NumbersInText {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var numbers: [Double] = []

  package static func find(in text: String) -> [Double] {
    var search = NumbersInText(text)
    search.run()
    return search.numbers
  }

  private init(_ text: String) {
    scalars = text.replacing("{,}", with: ",").unicodeScalars.map(NumbersInText.plain)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30) ?? scalar
    case 0x2212: "-"
    case 0x2044: "/"
    case 0x2009, 0x202F: ","
    default: scalar
    }
  }

  private mutating func run() {
    while position < scalars.count {
      if isDigit(position) || scalars[position] == "." && isDigit(position + 1) {
        readAll()
      } else {
        position += 1
      }
    }
  }

  /// Reads a number and what is joined to it by slashes.
  private mutating func readAll() {
    let isGlued = isGluedToWord(position)
    var parts = [read()]
    while scalar(position) == "/", isDigit(position + 1) {
      position += 1
      parts.append(read())
    }
    if isGlued { return }
    if parts.count == 2, let part = parts[0], let whole = parts[1], whole != 0, part == part.rounded() {
      numbers.append(part / whole)
    } else {
      numbers += parts.compactMap(\.self)
    }
  }

  /// Goes on behind the number that begins here, and answers it with the sign before it; nil for a chain of points.
  private mutating func read() -> Double? {
    var text = isNegative(position) ? "-" : ""
    text += digits(grouped: true)
    if scalar(position) == ".", isDigit(position + 1) {
      position += 1
      text += "." + digits(grouped: false)
    }
    if scalar(position) == ".", isDigit(position + 1) {
      while scalar(position) == "." || isDigit(position) { position += 1 }
      return nil
    }
    return Double(text.replacing(/^(-?)\./, with: { "\($0.output.1)0." }) + exponent())
  }

  /// Digits, with the groups of three that commas join to them.
  private mutating func digits(grouped: Bool) -> String {
    var text = run(from: position)
    position += text.count
    guard grouped, (1...3).contains(text.count) else { return text }
    while scalar(position) == "," {
      let group = run(from: position + 1)
      guard group.count == 3 else { break }
      text += group
      position += 4
    }
    return text
  }

  private func run(from start: Int) -> String {
    var end = start
    while isDigit(end) { end += 1 }
    return start < end ? String(String.UnicodeScalarView(scalars[start..<end])) : ""
  }

  private mutating func exponent() -> String {
    guard let letter = scalar(position), letter == "e" || letter == "E" else { return "" }
    let isSigned = scalar(position + 1) == "-" || scalar(position + 1) == "+"
    let digits = run(from: position + (isSigned ? 2 : 1))
    guard !digits.isEmpty else { return "" }
    let sign = scalar(position + 1) == "-" ? "-" : ""
    position += (isSigned ? 2 : 1) + digits.count
    return "e" + sign + digits
  }

  private func scalar(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

  private func isDigit(_ index: Int) -> Bool { scalar(index).map { ("0"..."9").contains($0) } ?? false }

  private func isLetter(_ index: Int) -> Bool {
    scalar(index).map { $0 == "_" || $0.properties.isAlphabetic && !$0.properties.isIdeographic } ?? false
  }

  /// A minus sign that nothing stands before that it could join to.
  private func isNegative(_ start: Int) -> Bool {
    scalar(start - 1) == "-" && !isDigit(start - 2) && !isLetter(start - 2)
  }

  private func isGluedToWord(_ start: Int) -> Bool {
    isLetter(start - 1) || scalar(start - 1) == "-" && isLetter(start - 2)
  }
}
