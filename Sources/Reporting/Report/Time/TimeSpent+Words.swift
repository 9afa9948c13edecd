import Benchmark

extension TimeSpent {
  /// Whose time it was, and from when to when.
  var opening: String {
    let time = DurationText.fine(total)
    return sessions == 1
      ? "The run took \(time) from its first request to its last answer."
      : "The run took \(time) in \(sessions) sessions, each from its first request to its last answer."
  }

  /// One line for the end of a run: what it waited for; nil where that slowed nothing down.
  package var sentence: String? {
    guard !waits.isEmpty else { return nil }
    let parts = waits.map { "\(DurationText.fine($0.time)) \($0.cause.shortWords)" }
    return "Of \(DurationText.fine(total)) the run waited " + parts.joined(separator: ", ") + "."
  }
}

extension TimeSpent.Cause {
  fileprivate var shortWords: String {
    switch self {
    case .pace: "for the rate limit's pace"
    case .usedUp: "for a limit that was used up"
    case .pause: "for models that were left alone"
    case .backOff: "to send again what had failed"
    case .answers: "for answers"
    }
  }

  fileprivate var words: String {
    switch self {
    case .pace: "the next request was ready and waited for the rate limit's pace"
    case .usedUp: "a limit of the account was used up, and nothing might leave"
    case .pause: "nothing was left to send but to models that were left alone"
    case .backOff: "nothing was left but what had failed and waited to be sent again"
    case .answers: "requests were under way, and the run waited for nothing but them"
    }
  }

  /// What its waits are counted in.
  fileprivate var noun: String {
    switch self {
    case .pace, .answers: "request"
    case .usedUp, .pause: "refusal"
    case .backOff: "back-off"
    }
  }
}

extension TimeSpent.Share {
  /// As in `… waited for the rate limit's pace (11 requests, the longest wait 3.3 s)`.
  var sentence: String {
    let longest = longest.map { ", the longest wait \(DurationText.fine($0))" } ?? ""
    return "\(cause.words) (\(Figure.count(count, cause.noun))\(longest))"
  }
}

extension TimeSpent.Pause {
  /// What stands behind the model's name.
  var sentence: String {
    let longest = longest < time ? " in all, the longest time \(DurationText.fine(longest))" : ""
    return "was left alone for \(DurationText.fine(time))\(longest), after \(Figure.count(refusals, "refusal")): its "
      + "provider was busy."
  }
}

extension LimitRecord {
  var sentence: String {
    let time = wall.prefix(19).split(separator: "T").joined(separator: " ")
    return
      "At \(time) UTC the server said that it allows \(Figure.count(allowed, "request")) a minute: the run went on "
      + "at \(after)\(before.map { " instead of \($0)" } ?? ", where nothing had limited it")."
  }
}
