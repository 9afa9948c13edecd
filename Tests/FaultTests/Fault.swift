import Benchmark
import Foundation
import Testing

/// A scenario, and what shall come of a run of one trial against it.
struct Fault: Sendable, CustomTestStringConvertible {
  var scenario: String
  var outcome: OutcomeClass
  var exit: Int32
  /// One of each class is run by `make test`, all by `make test-faults`.
  var isExample = false
  /// The whole answer, or the part of it that came.
  var answer: String?
  /// The first token comes not before so many simulated seconds.
  var firstToken: Double?
  /// A part of the outcome's message.
  var message: String?
  /// Options of the run beside the usual ones.
  var options: [String] = []
  /// Requests that are sent again at once, since the connection of the questions before the run was dead.
  var resent = 0
  /// What shall come of it when it is tried again; nil for what is not.
  var retried: Retried?

  /// The end of a trial that was sent more than once.
  struct Retried: Sendable {
    var requests = 2
    var outcome = OutcomeClass.ok
    /// From the end of the first attempt to the next one's departure, in seconds of the machine: not less.
    var wait = 0.0
  }

  var testDescription: String { scenario }

  init(
    _ scenario: String, _ outcome: OutcomeClass, exit: Int32 = 69, example: Bool = false, answer: String? = nil,
    firstToken: Double? = nil, message: String? = nil, options: [String] = [], resent: Int = 0, retried: Retried? = nil
  ) {
    self.scenario = scenario
    self.outcome = outcome
    self.exit = outcome.cameBack ? 0 : exit
    isExample = example
    self.answer = answer
    self.firstToken = firstToken
    self.message = message
    self.options = options
    self.resent = resent
    self.retried = retried
  }

  static let runsAll = ProcessInfo.processInfo.environment["FAULTS"] == "all"

  /// Those that are run: one of each class, or all.
  static let chosen = all.filter { $0.isExample || runsAll }
  static let passing = chosen.filter { $0.retried != nil }
}
