/// The ids that one model goes by: those that were asked for and those that answered.
package struct ModelNames: Hashable, Sendable {
  /// They choose how a model is served, not which one.
  private static let variants = [":free", ":nitro", ":floor", ":online", ":extended"]
  /// Ids that stand for whichever model is picked.
  private static let routers: Set = ["openrouter/auto", "openrouter/free"]

  private let names: Set<String>

  /// Letter case, OpenRouter's variants and its routers tell no model from another.
  package init(_ ids: some Sequence<String>) {
    names = Set(ids.map { $0.lowercased() }.filter { !ModelNames.routers.contains($0) }.map(ModelNames.withoutVariant))
  }

  /// Whether both are, or hold, the same model.
  package func overlap(_ other: ModelNames) -> Bool { !names.isDisjoint(with: other.names) }

  private static func withoutVariant(_ id: String) -> String {
    variants.first(where: id.hasSuffix).map { String(id.dropLast($0.count)) } ?? id
  }
}
