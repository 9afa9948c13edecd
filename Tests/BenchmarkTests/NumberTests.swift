import Benchmark
import Testing

/// Where numbers come in that others say, and what is made of them.
@Suite struct NumberTests {
  // SAD PATH

  @Test(arguments: [Int.min, -1, 1 << 53 + 1, Int.max])
  func `a count below nothing or beyond 2 to the 53 is none`(number: Int) {
    #expect(Count.admitted(number) == nil)
  }

  @Test(arguments: [-0.5, -1e308, 1e308, .infinity, -.infinity, .nan])
  func `a sum of money below nothing, or beyond all money, is none`(sum: Double) {
    #expect(Dollars.admitted(sum) == nil)
  }

  @Test(arguments: [-1, -1e308, -.infinity, .nan])
  func `a wait of less than nothing is none`(seconds: Double) {
    #expect(Nanoseconds(seconds: seconds) == nil)
  }

  @Test func `sums and products stop where counts and integers end`() {
    #expect(Count.sum(repeatElement(1 << 53, count: 2_000)) == 1 << 53)
    #expect(Count.product(1 << 53, 1 << 53, 3) == 1 << 53)
    #expect(Int64.max.addingSaturated(1) == .max)
    #expect(Int64.min.addingSaturated(-1) == .min)
    #expect(Int64.min.subtractingSaturated(1) == .min)
    #expect(Int64.max.subtractingSaturated(-1) == .max)
    #expect(Int64.max.multipliedSaturated(by: 2) == .max)
    #expect(Int64.max.multipliedSaturated(by: -2) == .min)
    #expect(Int64.min.multipliedSaturated(by: -1) == .max)
  }

  @Test(
    arguments: [
      (-0.5, "-$0.5000"), (-0.00001, "-less than $0.0001"), (-3, "-$3.00"), (-1e300, "-$1e+300"),
      (1e12, "$1000000000000.0"),
      (.infinity, "$inf"), (.nan, "$nan"),
    ] as [(Double, String)])
  func `any sum can be written`(sum: Double, text: String) {
    #expect(Dollars.text(sum) == text)
  }

  // HAPPY PATH

  @Test(arguments: [0, 1, 1 << 53])
  func `a count is what it is`(number: Int) {
    #expect(Count.admitted(number) == number)
  }

  @Test(
    arguments: [
      (0, 0), (1e-308, 0), (0.5, 500_000_000), (60, 60_000_000_000), (31_622_400, 31_622_400_000_000_000),
      (1e12, 31_622_400_000_000_000), (1e308, 31_622_400_000_000_000), (.infinity, 31_622_400_000_000_000),
    ] as [(Double, Nanoseconds)])
  func `a wait is at most a leap year`(seconds: Double, nanoseconds: Nanoseconds) {
    #expect(Nanoseconds(seconds: seconds) == nanoseconds)
  }

  @Test func `sums and products within the range are exact`() {
    #expect(Count.sum([1, 2, 3]) == 6)
    #expect(Count.product(2, 3, 7) == 42)
    #expect(Int64(3).addingSaturated(-5) == -2)
    #expect(Int64(3).subtractingSaturated(-5) == 8)
    #expect(Int64(3).multipliedSaturated(by: -5) == -15)
  }
}

/// What a recorded attempt's numbers must be.
@Suite struct AdmissionTests {
  private func changed(_ change: (inout AttemptRecord) -> Void) -> AttemptRecord {
    var attempt = AttemptRecord.made(readsAt: [100, 200], usage: Usage(completionTokens: 5, cost: 0.5))
    change(&attempt)
    return attempt
  }

  @Test func `an impossible number is named`() {
    let rows: [(String, AttemptRecord)] = [
      ("session is -1", changed { $0.session = -1 }),
      ("attempt is 0", changed { $0.attempt = 0 }),
      ("trial is \(Int.max)", changed { $0.trial = .max }),
      ("status is \(Int.min)", changed { $0.status = .min }),
      ("ended is \(Int64.max)", changed { $0.timeline.ended = .max }),
      ("wait_ns is \(Int64.min)", changed { $0.retry = RetryRecord(again: true, wait: .min) }),
      ("a read's time is \(Int64.min)", changed { $0.reads[0].offset = .min }),
      ("a read's bytes is -1", changed { $0.reads[1].bytes = -1 }),
      ("tls_ns is \(Int64.max)", changed { $0.connection.tls = .max }),
      ("retry_after is -1.0", changed { $0.outcome.retryAfter = -1 }),
    ]
    for (sentence, attempt) in rows {
      let number = #expect(throws: ImpossibleNumber.self) { try attempt.admitted() }
      #expect(number?.description == sentence)
    }
  }

  @Test func `a usage that cannot be is left out with a note, and the answer is kept`() throws {
    let attempt = changed {
      $0.usage = Usage(
        promptTokens: 3, completionTokens: -1, totalTokens: .max, reasoningTokens: .min, cachedTokens: 2, cost: -0.5)
    }
    let admitted = try attempt.admitted()
    #expect(admitted.usage == Usage(promptTokens: 3, cachedTokens: 2))
    #expect(
      admitted.notes == [
        "usage that cannot be is left out: completion_tokens -1, total_tokens 9223372036854775807, "
          + "reasoning_tokens -9223372036854775808, cost -0.5"
      ])
    #expect(admitted.timeline == attempt.timeline)
    #expect(try admitted.admitted() == admitted)
  }

  @Test func `possible numbers are left as they are`() throws {
    let attempt = changed { $0.retry = RetryRecord(again: true, wait: 3) }
    #expect(try attempt.admitted() == attempt)
  }

  @Test func `reads of all bytes that can be counted have a speed`() {
    let reads = (0..<2_000).map { TokenRead(offset: $0 * .perMillisecond, bytes: 1 << 53) }
    #expect(ReadWindow(reads: reads, from: 0, to: 2 * .perSecond)?.laterShare == 1_999.0 / 2_000)
  }
}
