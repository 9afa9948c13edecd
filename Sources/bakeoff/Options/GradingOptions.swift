internal import Arguments
internal import Benchmark

/// Who may look at answers beside ourselves.
struct GradingOptions: Sendable {
  var allowsPrograms = false
  var asksJudges = true

  static let arguments = Argument<Self>.section(
    "GRADING",
    [
      .flag(
        "allow-programs", \.allowsPrograms,
        help: "Start the programs that the suite's checks name: they can do all that you can."),
      .flag(
        "no-judges", \.asksJudges, sets: false,
        help: "Ask no judge models; what they would grade stays ungraded until 'bakeoff grade'."),
    ])

  /// Whether something has to be done for a rule.
  func covers(_ rule: any GradedRule) -> Bool { rule is JudgeRule ? asksJudges : allowsPrograms }

  /// - Throws: `Failure` when programs would be started that nobody allowed.
  func permit(_ needs: GradingNeeds) throws {
    guard !allowsPrograms, let program = needs.program else { return }
    throw Failure(
      .usage,
      "The suite's checks start programs (\(program.command.joined(separator: " ").quotedExcerpt()) for the prompt "
        + "'\(program.prompt)'), which can do all that you can. If you trust them, give '--allow-programs'. Nothing was "
        + "sent.")
  }
}
