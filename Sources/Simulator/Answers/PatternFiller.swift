/// Makes a text that a regular expression matches, for the expressions that schemas have: classes, groups, counts.
struct PatternFiller {
  private var rest: ArraySlice<Character>
  private var dice: Dice

  private static let letters = Array("abcdefghijklmnopqrstuvwxyz")
  private static let digits = Array("0123456789")

  static func text(matching pattern: String, with dice: inout Dice) -> String {
    var filler = PatternFiller(rest: Array(pattern)[...], dice: dice)
    defer { dice = filler.dice }
    return filler.alternatives()
  }

  private mutating func alternatives() -> String {
    var options = [sequence()]
    while take("|") { options.append(sequence()) }
    return dice.pick(options) ?? ""
  }

  private mutating func sequence() -> String {
    var text = ""
    while let next = rest.first, next != "|", next != ")" {
      let start = rest
      let first = atom()
      let count = quantity()
      let after = rest
      if count > 0 { text += first }
      for _ in 1..<max(1, count) {
        rest = start
        text += atom()
      }
      rest = after
    }
    return text
  }

  private mutating func atom() -> String {
    switch rest.popFirst() {
    case "(": group()
    case "[": pick(from: characterClass())
    case "\\": pick(from: escape())
    case ".": pick(from: Self.letters)
    case "^", "$", nil: ""
    case .some(let character): String(character)
    }
  }

  /// What looks ahead or behind takes no room.
  private mutating func group() -> String {
    let takesNoRoom = ["?=", "?!", "?<=", "?<!"].contains { rest.starts(with: Array($0)) }
    if take("?") { rest = rest.drop { !":=!>".contains($0) }.dropFirst() }
    let text = alternatives()
    _ = take(")")
    return takesNoRoom ? "" : text
  }

  private mutating func characterClass() -> [Character] {
    let isNegated = take("^")
    var members: [Character] = []
    while let next = rest.popFirst(), next != "]" {
      if next == "\\" {
        members += escape()
      } else if rest.first == "-", let end = rest.dropFirst().first, end != "]" {
        rest = rest.dropFirst(2)
        members += Self.range(next, end)
      } else {
        members.append(next)
      }
    }
    return isNegated ? (Self.letters + Self.digits + ["-"]).filter { !members.contains($0) } : members
  }

  private static func range(_ first: Character, _ last: Character) -> [Character] {
    guard let low = first.unicodeScalars.first?.value, let high = last.unicodeScalars.first?.value, low <= high else {
      return [first, last]
    }
    return (low...min(high, low + 255)).compactMap(Unicode.Scalar.init).map(Character.init)
  }

  private mutating func escape() -> [Character] {
    switch rest.popFirst() {
    case "d": Self.digits
    case "w": Self.letters
    case "s": [" "]
    case "D", "S": Self.letters
    case "W": ["-"]
    case "n": ["\n"]
    case "t": ["\t"]
    case "b", "B", nil: []
    case .some(let character): [character]
    }
  }

  /// How often the last atom stands: as rarely as may be, and at most three times where more are free to choose.
  private mutating func quantity() -> Int {
    var range = 1...1
    if take("?") { range = 0...1 }
    if take("*") { range = 0...3 }
    if take("+") { range = 1...3 }
    if let match = String(rest.prefix(16)).prefixMatch(of: /\{(\d+)(,(\d*))?\}/) {
      let least = min(Int(match.output.1) ?? 1, 200)
      let most = match.output.3.map { Int($0) ?? least + 2 } ?? least
      range = least...max(least, min(most, least + 8))
      rest = rest.dropFirst(match.output.0.count)
    }
    _ = take("?")
    return range.lowerBound + dice.below(range.count)
  }

  private mutating func pick(from characters: [Character]) -> String {
    dice.pick(characters).map(String.init) ?? ""
  }

  private mutating func take(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }
}
