/// Lists of values of which every combination is wanted; the last list runs fastest.
struct Matrix: Sendable {
  private let names: [String]
  private let lists: [[String]]

  init(_ lists: [(name: String, values: [String])]) {
    names = lists.map(\.name)
    self.lists = lists.map(\.values)
  }

  /// How many combinations there are; nil beyond all counting.
  var count: Int? {
    lists.reduce(1) { count, list in
      guard let product = count?.multipliedReportingOverflow(by: list.count), !product.overflow else { return nil }
      return product.partialValue
    }
  }

  subscript(index: Int) -> [String: String] {
    var rest = index
    var values: [String: String] = [:]
    for (name, list) in zip(names, lists).reversed() {
      values[name] = list[rest % list.count]
      rest /= list.count
    }
    return values
  }
}
