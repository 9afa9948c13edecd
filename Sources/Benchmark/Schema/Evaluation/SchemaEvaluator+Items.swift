extension SchemaEvaluator {
  mutating func itemsDiffer(_ value: JSONValue) -> Bool {
    guard case .array(let items) = value else { return true }
    var firsts: [[UInt8]: Int] = [:]
    for (index, item) in items.enumerated() {
      guard let canonical = canonical(item) else { return false }
      guard let first = firsts.updateValue(index, forKey: canonical) else { continue }
      return refuse(value, .differentItems(first: first, second: index))
    }
    return true
  }

  mutating func itemsFit(_ first: [Int], _ rest: Int?, _ value: JSONValue, _ evaluated: inout Evaluated) -> Bool {
    guard case .array(let items) = value else { return true }
    var fit = true
    for (index, item) in items.enumerated() {
      guard fit || !isSilent, let node = index < first.count ? first[index] : rest else { break }
      if !partFits(.index(index), item, node) { fit = false }
    }
    evaluated.itemCount = max(evaluated.itemCount, rest == nil ? min(first.count, items.count) : items.count)
    return fit
  }

  mutating func contains(
    _ node: Int, _ least: Int, _ most: Int?, _ marks: Bool, _ value: JSONValue, _ evaluated: inout Evaluated
  ) -> Bool {
    guard case .array(let items) = value else { return true }
    var count = 0
    for (index, item) in items.enumerated() {
      var own = Evaluated()
      guard quietlyFits(item, node, &own) else { continue }
      count += 1
      if marks, schema.tracksEvaluated { evaluated.items.insert(index) }
    }
    if count < least { return refuse(value, .itemsInContains(.least, least, found: count)) }
    if let most, count > most { return refuse(value, .itemsInContains(.most, most, found: count)) }
    return true
  }

  mutating func restOfItemsFits(_ node: Int, _ value: JSONValue, _ evaluated: inout Evaluated) -> Bool {
    guard case .array(let items) = value else { return true }
    var fits = true
    for (index, item) in items.enumerated().dropFirst(evaluated.itemCount) {
      guard fits || !isSilent else { break }
      if !evaluated.items.contains(index), !partFits(.index(index), item, node) { fits = false }
    }
    evaluated.itemCount = items.count
    return fits
  }
}
