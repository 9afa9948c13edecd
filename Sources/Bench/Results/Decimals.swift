internal import Benchmark

/// Numbers as the tables write them.
enum Decimals {
  /// With a fixed number of decimals, and a comma between thousands.
  static func text(_ value: Double, _ count: Int) -> String {
    let unit = (0..<count).reduce(1.0) { unit, _ in unit * 10 }
    let scaled = Int64(exactly: (abs(value) * unit).rounded()) ?? .max
    let digits = String(scaled)
    let padded = String(repeating: "0", count: max(0, count + 1 - digits.count)) + digits
    let whole = grouped(padded.dropLast(count))
    let sign = value < 0 && scaled > 0 ? "−" : ""
    return count == 0 ? sign + whole : "\(sign)\(whole).\(padded.suffix(count))"
  }

  private static func grouped(_ digits: Substring) -> String {
    let first = digits.prefix((digits.count - 1) % 3 + 1)
    let rest = digits.dropFirst(first.count)
    let groups = stride(from: 0, to: rest.count, by: 3).map { rest.dropFirst($0).prefix(3) }
    return ([first] + groups).joined(separator: ",")
  }
}
