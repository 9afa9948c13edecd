internal import Benchmark

/// The listed model that a person may have meant by an id that is not listed.
enum ModelSuggestion {
  /// A shorter beginning fits too many names.
  private static let shortestBeginning = 3

  /// The likeliest of `ids`, the first of equals; nil when none is near.
  ///
  /// In this order: the same in another case, the same without vendor or variant (`:free`), one whose name begins so,
  /// a slip of the keyboard.
  static func nearest(to text: String, among ids: [String]) -> String? {
    let wanted = text.lowercased()
    let listed = ids.map { (id: $0, lowercased: $0.lowercased()) }
    let kinds: [(String) -> Bool] = [
      { $0 == wanted },
      { withoutVendor($0) == withoutVendor(wanted) },
      { bare($0) == bare(wanted) },
      { bare(wanted).count >= shortestBeginning && withoutVendor($0).hasPrefix(bare(wanted)) },
    ]
    for isMeant in kinds {
      if let found = listed.first(where: { isMeant($0.lowercased) }) { return found.id }
    }
    let near = EditDistance.nearest(to: wanted, among: listed.map(\.lowercased))
    return listed.first { $0.lowercased == near }?.id
  }

  private static func withoutVendor(_ id: String) -> Substring {
    id.lastIndex(of: "/").map { id[id.index(after: $0)...] } ?? id[...]
  }

  /// Without vendor and variant.
  private static func bare(_ id: String) -> Substring {
    let name = withoutVendor(id)
    return name.firstIndex(of: ":").map { name[..<$0] } ?? name
  }
}
