internal import Benchmark

extension Grade {
  private static let longestReason = 2_000

  /// What a judge's last attempt at an answer alone came to.
  init(_ attempt: AttemptRecord) {
    guard let verdict = attempt.verdict else {
      self.init(failure: attempt.failureToJudge)
      return
    }
    guard let score = verdict["score"]?.score, (0...JudgeRule.best).contains(score) else {
      self.init(failure: "the judge \(attempt.requestedModel.excerpt()) gave no score from 0 to 10")
      return
    }
    self.init(score: score / JudgeRule.best, reason: Grade.reason(in: verdict))
  }

  /// What a judge's last attempts at two answers came to: in their order, and the other way round.
  ///
  /// The score is that of the first: all of it only where both attempts prefer it.
  init(_ attempt: AttemptRecord, reversed: AttemptRecord) {
    let wins = [attempt.winner, reversed.winner.map(\.opposite)]
    guard let first = wins[0], let second = wins[1] else {
      let failed = wins[0] == nil ? attempt : reversed
      self.init(
        failure: failed.verdict == nil
          ? failed.failureToJudge : "the judge \(failed.requestedModel.excerpt()) named no winner")
      return
    }
    let score = first == second ? first.score : 0.5
    let reason = attempt.verdict.flatMap(Grade.reason)
    self.init(
      score: score,
      reason: first == second ? reason : "the judge preferred \(first.words), and the other way round \(second.words)")
  }

  private static func reason(in verdict: [String: JSONValue]) -> String? {
    verdict["reason"]?.string.map { String($0.prefix(longestReason)) }
  }
}

/// Which of two answers a judge prefers.
private enum Winner: String {
  case first = "A"
  case second = "B"
  case neither = "tie"

  var opposite: Winner {
    switch self {
    case .first: .second
    case .second: .first
    case .neither: .neither
    }
  }

  var score: Double {
    switch self {
    case .first: 1
    case .second: 0
    case .neither: 0.5
    }
  }

  var words: String {
    switch self {
    case .first: "this answer"
    case .second: "the other answer"
    case .neither: "neither"
    }
  }
}

extension AttemptRecord {
  fileprivate var winner: Winner? { verdict?["winner"]?.string.flatMap(Winner.init) }

  /// The object that the judge answered with, in a fence or among other words too: judges are forgiven what contestants
  /// are not.
  fileprivate var verdict: [String: JSONValue]? {
    guard outcome.kind.isAnswered || outcome.kind == .invalid else { return nil }
    guard let start = answer.firstIndex(of: "{"), let end = answer.lastIndex(of: "}"), start < end else { return nil }
    guard case .object(let members) = JSONReader.read(Array(answer[start...end].utf8).withEscapedControls).root?.value
    else { return nil }
    return members
  }

  fileprivate var failureToJudge: String {
    let judge = "the judge \(requestedModel.excerpt())"
    guard outcome.kind.isAnswered || outcome.kind == .invalid else {
      return "\(judge) did not answer: \((outcome.message ?? outcome.kind.rawValue).excerpt(200))"
    }
    return "\(judge) answered with no JSON object: \(answer.isEmpty ? "nothing" : answer.excerpt())"
  }
}

extension JSONValue {
  /// A number, or one as text: `"8"`, `"8/10"`.
  fileprivate var score: Double? {
    if let number { return number }
    guard let text = string?.filter({ !$0.isWhitespace }) else { return nil }
    return Double(text.hasSuffix("/10") ? String(text.dropLast(3)) : text)
  }
}

extension [UInt8] {
  /// Judges break lines within their reasons, where JSON wants `\n`.
  fileprivate var withEscapedControls: [UInt8] {
    var (plain, isInText, isEscaped): ([UInt8], Bool, Bool) = ([], false, false)
    for byte in self {
      plain += isInText && byte < 0x20 ? Array("\\u\(String(0x10000 + Int(byte), radix: 16).dropFirst())".utf8) : [byte]
      if byte == UInt8(ascii: "\""), !isEscaped { isInText.toggle() }
      isEscaped = isInText && byte == UInt8(ascii: "\\") && !isEscaped
    }
    return plain
  }
}
