internal import Arguments

/// How a suite is read.
struct SuiteOptions: Sendable {
  var allowsOutside = false

  static let arguments = Argument<Self>.section(
    "SUITE",
    [
      .flag(
        "allow-outside", \.allowsOutside,
        help: "Let the suite name files outside of its folder, or behind symbolic links.")
    ])
}
