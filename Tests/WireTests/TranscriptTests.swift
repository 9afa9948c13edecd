import Benchmark
import Testing
import Wire

/// All transcripts, cut in every way, against their golden readings.
@Suite struct TranscriptTests {
  /// Where our reading differs from `expected.json`, and why.
  static let ownAnswers = [
    // Half a character in each of two deltas: neither is text of its own, and joining them would mean to hold text back.
    "14c_hostile_lone_surrogate.sse": "a\u{fffd}\u{fffd}b",
    // expected.json gives the text with its tags; ours goes by `content_after_think_split`.
    "79_think_tags.sse": "The answer is 4.",
  ]
  static let ownReasoning = ["79_think_tags.sse": "\nOkay, simple.\n"]

  /// Classes that neither the golden word nor the status alone tells.
  static let classes: [String: OutcomeClass] = [
    "36_or_404_data_policy.json": .policy,
    "40_or_429_per_minute.json": .rateMinute,
    "41_or_429_per_day_50.json": .rateDay,
    "41b_or_429_per_day_1000.json": .rateDay,
    "41c_or_429_per_day_2025.json": .rateDay,
    "42_or_429_upstream_retry_after.json": .rateUpstream,
    "42b_or_429_upstream_no_hint.json": .rateUpstream,
    "42c_or_429_upstream_2025.json": .rateUpstream,
    "42d_or_429_with_models_fallback.json": .rateMinute,
    // Other servers' limits, which name no day: the endpoint's own, and short.
    "70c_groq_429.json": .rateMinute,
    "81_gemini_429_array.json": .rateMinute,
    "82_litellm_429.json": .rateMinute,
    "83_openai_429.json": .rateMinute,
  ]

  @Test func `all hundred transcripts are there`() {
    #expect(Transcript.all.count == 100)
  }

  @Test(arguments: Transcript.all)
  func `a transcript reads as expected however it is cut`(transcript: Transcript) {
    let whole = transcript.read(endingAt: [transcript.body.count])
    expectGolden(whole, transcript)
    for cutting in Cutting.all(for: transcript) {
      let reading = transcript.read(endingAt: cutting.ends(of: transcript.body.count))
      #expect(reading.withoutStamps == whole.withoutStamps, "\(cutting)")
    }
  }

  @Test(arguments: Transcript.all.filter(\.isEventStream))
  func `an event carries the stamp of the read that completes it`(transcript: Transcript) {
    let exact = transcript.read(endingAt: Cutting.bytes.ends(of: transcript.body.count))
    for cutting in Cutting.all(for: transcript) {
      let ends = cutting.ends(of: transcript.body.count)
      let reading = transcript.read(endingAt: ends)
      let delivered = { (stamp: Int64?) in stamp.flatMap { stamp in ends.first { $0 >= stamp }.map(Int64.init) } }
      #expect(reading.firstToken == delivered(exact.firstToken), "\(cutting)")
      #expect(reading.firstAnswer == delivered(exact.firstAnswer), "\(cutting)")
      #expect(reading.lastToken == delivered(exact.lastToken), "\(cutting)")
      #expect(Set(reading.textReads.map(\.at)) == Set(exact.textReads.compactMap { delivered($0.at) }), "\(cutting)")
      #expect(reading.textReads.map(\.bytes).reduce(0, +) == exact.textReads.map(\.bytes).reduce(0, +), "\(cutting)")
    }
  }

  private func expectGolden(_ reading: ChatReading, _ transcript: Transcript) {
    let (golden, file) = (transcript.golden, transcript.file)
    #expect(reading.outcome == outcome(of: transcript))
    #expect(reading.answer == Self.ownAnswers[file] ?? golden.content ?? "")
    #expect(reading.reasoning == Self.ownReasoning[file] ?? golden.reasoning ?? "")
    #expect(reading.toolCalls == (golden.tool_calls ?? []).map(\.toolCall))
    #expect(reading.isEventStream == transcript.isEventStream)
    if transcript.isEventStream { expectCounts(reading, golden) }
    if golden.verdict.hasPrefix("ok") || transcript.isEventStream { expectEnd(reading, golden) }
    if let error = golden.error { expectError(reading.error, error) }
  }

  private func expectCounts(_ reading: ChatReading, _ golden: Golden) {
    #expect(reading.comments == golden.comments)
    #expect(reading.events == golden.events)
    #expect(reading.badJSON == golden.bad_json)
    #expect(reading.afterDone == golden.after_done)
    #expect(reading.done == golden.done)
    #expect(reading.model == golden.model)
    #expect(reading.provider == golden.provider)
    #expect(reading.nativeFinishReason == golden.native_finish_reason)
    #expect(reading.usage?.reasoningTokens == golden.usage?.reasoning_tokens)
    #expect((reading.error == nil) == (golden.error == nil))
  }

  private func expectEnd(_ reading: ChatReading, _ golden: Golden) {
    #expect(reading.finishReason == golden.finish_reason)
    #expect((reading.usage == nil) == (golden.usage == nil))
    #expect(reading.usage?.promptTokens == golden.usage?.prompt_tokens)
    #expect(reading.usage?.completionTokens == golden.usage?.completion_tokens)
    #expect(reading.usage?.totalTokens == golden.usage?.total_tokens)
  }

  private func expectError(_ error: ServerError?, _ golden: Golden.Failure) {
    #expect(error?.code == golden.code?.text)
    if let message = golden.message?.text { #expect(error?.message == message) }
  }

  /// METRICS.md's class for the golden word.
  private func outcome(of transcript: Transcript) -> OutcomeClass {
    if let own = Self.classes[transcript.file] { return own }
    return switch (transcript.status, transcript.golden.verdict) {
    case (401, _): .auth
    case (402, _): .payment
    case (403, _): .policy
    case (400..<500, _): .http4xx
    case (500..., _): .http5xx
    case (_, "ok"), (_, "ok_tools"): .ok
    case (_, "empty_length"): .length
    case (_, "empty_stop"): .empty
    case (_, "truncated"): .cutOff
    case (_, "error"): .streamError
    default: .badResponse
    }
  }
}

extension Golden.Call {
  /// The same call as we keep it: arguments that never came are an empty object.
  fileprivate var toolCall: ChatReading.ToolCall { .init(id: id, name: name, arguments: arguments ?? "{}") }
}

extension ChatReading {
  fileprivate var withoutStamps: ChatReading {
    var reading = self
    reading.textReads = []
    reading.firstToken = nil
    reading.firstAnswer = nil
    reading.lastToken = nil
    return reading
  }
}
