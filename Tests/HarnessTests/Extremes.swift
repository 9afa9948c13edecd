/// What stands in place of a number to find out whether anything that is made of it overflows.
enum Extremes {
  static let all = [
    "-9223372036854775808", "-1", "0", "9007199254740992", "9223372036854775807", "1e308", "1e-308",
  ]

  /// The text once for each of its JSON numbers and each extreme, with that in the number's place.
  static func variants(of text: String) -> [String] {
    text.matches(of: #/[:\[,](-?\d+(?:\.\d+)?)(?=[,\]}])/#).flatMap { number in
      all.map { text.replacingCharacters(in: number.output.1.startIndex..<number.output.1.endIndex, with: $0) }
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
