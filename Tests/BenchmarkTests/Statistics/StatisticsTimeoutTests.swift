import Benchmark
import Testing

struct StatisticsTimeoutTests {
  /// Seconds; negative stands for a timeout after so long.
  static func sample(_ values: [Double]) -> Sample {
    Sample(values.map { $0 < 0 ? .longer(than: -$0) : Measured($0) })
  }

  @Test(
    arguments: [
      ([1, 2, -60], Measured(2)), ([1, -60, -60], .longer(than: 60)), ([-60], .longer(than: 60)),
      ([20, -60], .longer(than: 40)), ([1, 2, 3, -60], Measured(2.5)), ([20, -5, -5], .longer(than: 20)),
    ] as [([Double], Measured)])
  func `a median among timeouts is only known to be longer`(values: [Double], median: Measured) {
    #expect(Self.sample(values).median == median)
  }

  @Test func `dropping timeouts would flatter, so the maximum is one`() {
    #expect(Self.sample([1, 2, 3, -60]).maximum == .longer(than: 60))
    #expect(Self.sample([1, 2, 3, -60]).minimum == Measured(1))
  }

  @Test func `a timeout is slower than any answer in a pair, whatever its limit`() {
    let answered = Measured(20)
    let pairs = [Pair(answered, Measured.longer(than: 5)), Pair(.longer(than: 5), answered)]
    let differences = PairedRatio(pairs).differences
    #expect(differences[0] > 0)
    #expect(differences[1] < 0)
    #expect(differences[0] == -differences[1])
  }

  @Test func `two timeouts cannot be told apart`() {
    let pairs = [Measured](repeating: .longer(than: 60), count: 8).map { Pair($0, $0) }
    #expect(PairedRatio(pairs).pValue == 1)
    #expect(PairedRatio(pairs).estimate == 1)
  }

  @Test func `a ratio to timeouts is clear and has no number`() {
    let pairs = (1...8).map { Pair(Measured(Double($0)), Measured.longer(than: 60)) }
    let ratio = PairedRatio(pairs)
    #expect(ratio.estimate == nil)
    #expect(ratio.interval == nil)
    #expect(ratio.pValue < 0.05)
  }
}
