/// Numbers as models write them, found in running text.
///
/// `1,234.5`, `-3`, `−3`, `-$3.50`, `.5`, `3e4`, `3 × 10⁵`, `10^{-6}` and the digits of any script are numbers. A group
/// of three digits belongs to the number before its comma (or narrow space, underscore, or LaTeX's `{,}` and `\,`); any
/// other comma ends the number, so `3,5` is 3 and 5. `1/2` and `\frac{1}{2}` of two whole numbers are a half, as `½` is,
/// and `1 1/2` and `1½` one and a half; dates (`1/2/2026`), versions and addresses (`1.2.3`) are no fractions, the
/// latter not even numbers. A percent sign changes nothing: `50%` is 50. What is glued to a word before it (`GPT4`,
/// `GPT-4`) is no number, nor is the exponent of one (`m^2`); a hyphen between two numbers is no sign.
///
/// Not read are a decimal comma (`1.234,5`), digits grouped by plain spaces (`1 234`), `\frac12` and numbers in words.
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
    scalars = NumbersInText.plain(text)
  }

  private mutating func run() {
    while position < scalars.count {
      if isDigit(position) || vulgarFraction(position) != nil || scalar(position) == "." && isDigit(position + 1) {
        readAll()
      } else {
        position += 1
      }
    }
  }

  /// Reads a number and what is joined to it by slashes.
  private mutating func readAll() {
    let isPart = isGluedToWord(position) || isExponent(position)
    let sign = isNegative(position) ? -1.0 : 1
    var parts = [read(mixed: true).map { sign * $0 }]
    while scalar(position) == "/", isDigit(position + 1) {
      position += 1
      parts.append(read(mixed: false))
    }
    if isPart { return }
    if parts.count == 2, let part = parts[0], let whole = parts[1], whole != 0, part == part.rounded() {
      numbers.append(part / whole)
    } else {
      numbers += parts.compactMap(\.self)
    }
  }

  /// Goes on behind the number that begins here, and answers it without its sign; nil for a chain of points.
  private mutating func read(mixed: Bool) -> Double? {
    if mixed, let fraction = fraction() { return fraction }
    let whole = digits(grouped: true)
    if mixed, (1...3).contains(whole.count), let whole = Double(whole), let fraction = fraction() {
      return whole + fraction
    }
    var text = whole.isEmpty ? "0" : whole
    if scalar(position) == ".", isDigit(position + 1) {
      position += 1
      text += "." + digits(grouped: false)
    }
    if scalar(position) == ".", isDigit(position + 1) {
      while scalar(position) == "." || isDigit(position) { position += 1 }
      return nil
    }
    return Double(text + exponent()).map { scaled($0) }
  }
}

// MARK: - Parts of a number

extension NumbersInText {
  /// Digits, with the groups of three that commas or the like join to them.
  private mutating func digits(grouped: Bool) -> String {
    var text = run(from: position)
    position += text.count
    guard grouped, (1...3).contains(text.count), let separator = scalar(position), Self.isSeparator(separator) else {
      return text
    }
    while scalar(position) == separator {
      let group = run(from: position + 1)
      guard group.count == 3 else { break }
      text += group
      position += 4
    }
    return text
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    [",", "_", "\u{A0}", "\u{2009}", "\u{202F}"].contains(scalar)
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

  /// Goes on behind `½`, or behind what makes a mixed number of a whole one: ` ½`, ` 1/2`.
  private mutating func fraction() -> Double? {
    let start = scalar(position) == " " ? position + 1 : position
    if let value = vulgarFraction(start) {
      position = start + 1
      return value
    }
    let part = start > position ? run(from: start) : ""
    let bar = start + part.count
    let whole = scalar(bar) == "/" ? run(from: bar + 1) : ""
    let end = bar + 1 + whole.count
    guard let part = Double(part), let whole = Double(whole), part < whole, ![".", "/"].contains(scalar(end)) else {
      return nil
    }
    position = end
    return part / whole
  }

  private func vulgarFraction(_ index: Int) -> Double? {
    guard let scalar = scalar(index), ("¼"..."¾").contains(scalar) || ("⅐"..."⅞").contains(scalar) else { return nil }
    return scalar.properties.numericValue
  }
}

// MARK: - Powers

extension NumbersInText {
  /// The number to the power that stands behind it, and times the power of ten behind that.
  private mutating func scaled(_ number: Double) -> Double {
    let number = power(of: number) ?? number
    let end = position
    skipSpaces()
    if let sign = scalar(position), ["×", "·", "*", "x"].contains(sign) {
      position += 1
      skipSpaces()
      if run(from: position) == "10" {
        position += 2
        if let power = power(of: 10) { return number * power }
      }
    }
    position = end
    return number
  }

  /// Goes on behind an exponent: `^5`, `^{-5}` or, at a ten, `⁻⁵`; elsewhere a raised digit may tell of a note.
  private mutating func power(of base: Double) -> Double? {
    let isMarked = scalar(position) == "^"
    guard isMarked || base == 10 else { return nil }
    let start = position + (isMarked ? scalar(position + 1) == "{" ? 2 : 1 : 0)
    let written = scalars.dropFirst(start).lazy.map { isMarked ? $0 : Self.lowered($0) }
      .prefix { $0 == "-" || ("0"..."9").contains($0) }
    guard let exponent = Int(String(String.UnicodeScalarView(written))) else { return nil }
    position = start + written.count
    // No larger one makes a finite number of a whole base.
    let power = (0..<min(exponent.magnitude, 1_100)).reduce(1.0) { power, _ in power * base }
    return exponent < 0 ? 1 / power : power
  }

  private mutating func skipSpaces() {
    while scalar(position)?.properties.isWhitespace == true { position += 1 }
  }

  private func isExponent(_ start: Int) -> Bool {
    let sign = scalar(start - 1) == "-" ? start - 1 : start
    return scalar(sign - 1) == "^" || scalar(sign - 1) == "{" && scalar(sign - 2) == "^"
  }
}

// MARK: - What stands around

extension NumbersInText {
  private func scalar(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

  private func isDigit(_ index: Int) -> Bool { scalar(index).map { ("0"..."9").contains($0) } ?? false }

  /// Underscores belong to the word, or the digits, before them; where none is, they are emphasis.
  private func isWord(_ index: Int) -> Bool {
    var end = index
    while scalar(end) == "_" { end -= 1 }
    if end < index, isDigit(end) { return true }
    return scalar(end).map { $0.properties.isAlphabetic && !$0.properties.isIdeographic } ?? false
  }

  /// A minus sign, perhaps before a sign of money, that nothing stands before that it could join to.
  private func isNegative(_ start: Int) -> Bool {
    var index = start - 1
    if scalar(index)?.properties.generalCategory == .currencySymbol {
      index -= scalar(index - 1) == "\\" ? 2 : 1
    }
    if scalar(index) == " ", isMinus(index - 1) { return followsEquals(index - 1) }
    return isMinus(index) && !isDigit(index - 1) && !isWord(index - 1)
  }

  /// A dash is a minus sign too, where no number ends before it.
  private func isMinus(_ index: Int) -> Bool { scalar(index) == "-" || scalar(index) == "–" }

  /// Apart from its number, a minus sign is one only here; elsewhere it subtracts, or begins the item of a list.
  private func followsEquals(_ index: Int) -> Bool {
    let before = scalar(index - 1) == " " ? index - 2 : index - 1
    return scalar(before) == "=" || scalar(before) == "≈"
  }

  private func isGluedToWord(_ start: Int) -> Bool {
    isWord(start - 1) || scalar(start - 1) == "-" && isWord(start - 2)
  }
}
