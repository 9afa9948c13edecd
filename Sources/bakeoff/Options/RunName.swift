internal import Arguments

/// The name that a person gives to a run.
enum RunName {
  private static let longest = 80

  /// - Throws: `UsageError` for what could be taken for something else, or not be typed again.
  static func check(_ name: String, isResumed: Bool) throws(UsageError) {
    if isResumed {
      throw .rule("'--name <name>' names a new run; a run that is resumed keeps its own. Leave that out.")
    }
    let isTypable = name.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
      // What joins letters is part of some scripts' spelling; what directs text is not.
      case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
      default: true
      }
    }
    guard isTypable, !name.isEmpty, name.count <= longest, name != "latest", !name.contains("/"), name.first != "-",
      name.first != "."
    else {
      throw .rule(
        "The value '\(name.prefix(longest))' is invalid for '--name <name>': give 1 to \(longest) visible characters without a "
          + "slash, not 'latest', and no dash or dot in front.")
    }
  }
}
