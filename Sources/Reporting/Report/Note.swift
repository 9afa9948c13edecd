import Benchmark

/// What a reader has to know beside the numbers: a value, put into words by whoever renders it.
package enum Note: Hashable, Sendable {
  case tied
  /// Contestants cannot be told apart with so few pairs, however clear the difference.
  case tooFewPairs(have: Int, needed: Int)
  case aboutThesePromptsOnly
  case unansweredFails
  /// A judge is the model of contestants that it judges.
  case judgesItself(judge: String, contestants: [String])
  case ungraded(checks: Int)
  case lowerBound
  case noInterval(prompts: Int)
  case estimatedTokens
  /// Something between the server and us holds streams back.
  case buffered(contestants: [String])
  /// In so many trials the server had the prompt in its cache, by contestant.
  case promptCache([Share])
  /// TTFTs of which some are of cached prompts, or are beside others that are.
  case mixedPromptCaches(contestants: [String])
  /// Nothing tells of a cache, but the first TTFT of a prompt is much longer than the later ones; how much, of the first
  /// contestant.
  case maybePromptCache(contestants: [String], PromptCacheUse.Fall)
  case lengthLimited(answers: Int)
  /// What was asked for as JSON came with something around it.
  case stripped(answers: Int, of: [String])
  case notSent(trials: Int)
  case notRecorded(trials: Int)
  case lost(trials: Int)
  case cancelled(trials: Int)
  case ofAccount(trials: Int)
  case suspended(trials: Int)
  case cached(answers: Int)
  /// Neighbouring medians differ by less than the harness itself may add.
  case withinHarnessError(rows: [Int], milliseconds: Double)
}

extension Note {
  /// How many of a contestant's trials.
  package struct Share: Hashable, Sendable {
    package let contestant: String
    package let count: Int
    package let of: Int
  }

  package var sentence: String {
    switch self {
    case .tied: "~ before a rank: cannot be told from the row above on the number that puts it there."
    case .tooFewPairs(let have, let needed):
      "\(count(have, "pair")) \(have == 1 ? "is" : "are") too few to tell any two models apart; at least \(needed) would be "
        + "needed."
    case .aboutThesePromptsOnly:
      "With fewer than 6 prompts every repetition is a pair: what is said holds for these prompts only."
    case .unansweredFails: "Trials without a successful answer count as failed checks."
    case .judgesItself(let judge, let contestants):
      "The judge \(judge) is the model of \(contestants.joined(separator: ", ")): it judges its own answers, which models "
        + "tend to prefer. Name a judge that takes no part."
    case .ungraded(let checks):
      "\(count(checks, "check")) could not be graded; a trial that hangs on one neither passed nor failed."
    case .lowerBound: "> marks a median among timeouts: the true one is longer. No timeout is left out of a latency."
    case .noInterval(let prompts):
      "A median has an interval from 6 prompts on; there \(prompts == 1 ? "is" : "are") \(prompts)."
    case .estimatedTokens: "~ before tokens: estimated (UTF-8 bytes over 4), since the server did not count them all."
    case .buffered(let contestants):
      "† after a TTFT: every stream of \(contestants.joined(separator: ", ")) came in one read although it was sent in "
        + "pieces. Something on the way buffers, so its TTFT is about its latency, and ranks nowhere."
    case .promptCache(let shares):
      "The server had at least half of the prompt in its cache in "
        + shares.map { "\($0.count) of \(count($0.of, "trial")) of \($0.contestant)" }.joined(separator: ", ")
        + ": their TTFT is another quantity. '--fresh-prompts' asks without the cache."
    case .mixedPromptCaches(let contestants):
      "‡ after a TTFT: that of \(contestants.joined(separator: ", ")) cannot be compared, since cached prompts and others "
        + "are mixed in it, or mixed otherwise than in other models'."
    case .maybePromptCache(let contestants, let fall):
      "Repetitions may have met the server's prompt cache, though nothing tells: TTFTs of "
        + "\(contestants.joined(separator: ", ")) fell by half or more after a prompt's first request "
        + "(\(contestants.first ?? ""): \(fall.words)). '--fresh-prompts' asks without a cache."
    case .lengthLimited(let answers):
      "\(count(answers, "answer")) ended at the token limit and \(counts(answers)) as answered."
    case .stripped(let answers, let contestants):
      "\(count(answers, "answer")) of \(contestants.joined(separator: ", ")) had a code fence or words around the JSON that "
        + "was asked for; \(answers == 1 ? "it was" : "they were") taken off, as the suite allows."
    case .notSent(let trials): "\(count(trials, "trial")) \(was(trials)) not sent and \(counts(trials)) for nobody."
    case .notRecorded(let trials):
      "\(count(trials, "trial")) of the plan \(was(trials)) not recorded (the run ended early) and "
        + "\(counts(trials)) as missing."
    case .lost(let trials):
      "\(count(trials, "trial")) \(was(trials)) lost to damaged lines of the journal and \(counts(trials)) as missing."
    case .cancelled(let trials): "\(count(trials, "trial")) \(was(trials)) cancelled on our side and not counted."
    case .ofAccount(let trials):
      "\(count(trials, "trial")) met a refused key, spent credit or a spent day's quota, and \(counts(trials)) for nobody."
    case .withinHarnessError(let rows, let milliseconds):
      "TTFT in \(rows.count == 1 ? "row" : "rows") \(rows.map(String.init).joined(separator: ", ")) and in the row above "
        + "lie closer together than what this harness itself may add (\(Figure.fixed(milliseconds, decimals: 2)) ms): "
        + "that difference says nothing."
    case .cached(let answers):
      "\(count(answers, "answer")) came from the cache: \(answers == 1 ? "it counts" : "they count") in checks and tokens, "
        + "and in no time, speed, cost or success rate."
    case .suspended(let trials):
      "The machine slept during \(count(trials, "trial")), which \(trials == 1 ? "enters" : "enter") no latency."
    }
  }

  private func count(_ number: Int, _ noun: String) -> String { Figure.count(number, noun) }
  private func was(_ number: Int) -> String { number == 1 ? "was" : "were" }
  private func counts(_ number: Int) -> String { number == 1 ? "counts" : "count" }
}
