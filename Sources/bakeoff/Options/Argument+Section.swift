internal import Arguments

extension Argument {
  /// Arguments that stand together under a title in help.
  static func section(_ title: String, _ arguments: [Argument]) -> [Argument] {
    arguments.map { $0.titled(title) }
  }
}
