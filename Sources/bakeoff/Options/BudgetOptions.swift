internal import Arguments
internal import Benchmark

/// What a run may spend of quota and money.
struct BudgetOptions: Sendable {
  var fits = false
  var untilQuota = false
  var isConfirmed = false
  var allowsPaid = false
  /// US dollars.
  var maxCost: Double?

  static let arguments = planning + spending

  /// For plans that can be smaller.
  private static let planning = Argument<Self>.section(
    "BUDGET",
    [
      .flag(
        "fit", \.fits,
        help: "Trim a plan that is larger than today's free quota: repetitions first, then the models named last."),
      .flag(
        "until-quota", \.untilQuota,
        help: "Send whole blocks (a prompt to every model) while today's free quota lasts, and leave the rest for "
          + "--resume."),
    ])

  /// For all that is sent.
  static let spending = Argument<Self>.section(
    "BUDGET",
    [
      .flag(
        "yes", short: "y", \.isConfirmed,
        help: "Start even if today's free quota is too small, and stop where it ends."),
      .flag("allow-paid", \.allowsPaid, help: "Send models that may cost money."),
      .option(
        "max-cost", \.maxCost, valueName: "usd",
        help: "Send nothing more once the next request could bring the run, all its sessions together, above this sum "
          + "by the catalogue's prices."),
    ])

  func validate() throws(UsageError) {
    if [fits, untilQuota, isConfirmed].count(where: { $0 }) > 1 {
      throw .rule("'--fit', '--until-quota' and '--yes' are three answers to one question: give one of them.")
    }
    if let maxCost, maxCost == 0 || Dollars.admitted(maxCost) == nil {
      let remedy = maxCost <= 0 ? "give a sum above 0" : "give at most \(Decimals.text(Dollars.range.upperBound))"
      throw .rule("The value '\(maxCost)' is invalid for '--max-cost <usd>': \(remedy).")
    }
  }
}
