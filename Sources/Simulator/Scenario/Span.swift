/// Some of the numbers from 1 on: `3`, `"2-5"` or `"4-"`.
struct Span: Hashable, Sendable {
  var range: ClosedRange<Int>

  func contains(_ number: Int) -> Bool { range.contains(number) }
}

extension Span: Decodable {
  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Int.self), number > 0 {
      range = number...number
      return
    }
    let ends = ((try? value.decode(String.self)) ?? "").split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = Int(ends[0]), first > 0,
      let last = ends[1].isEmpty ? .max : Int(ends[1]), last >= first
    else { throw decoder.mistake(#"must be a number from 1, or a span such as "2-5" or "4-""#) }
    range = first...last
  }
}
