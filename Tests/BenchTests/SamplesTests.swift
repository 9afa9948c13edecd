import Testing

@testable import Bench

@Suite struct SamplesTests {
  private static let samples = Samples(
    elapsed: 5_000, peakMemory: 1 << 20, firstTokenErrors: [7, -3], chunkErrors: [1, 2, 3])

  @Test(arguments: [0, 7, 8, 24, 40, 71])
  func `a file that is cut off is refused`(length: Int) {
    #expect(throws: BenchFailure("The samples of a client are not whole.")) {
      try Samples(Array(Self.samples.bytes.prefix(length)))
    }
  }

  @Test func `a list longer than its file is refused`() {
    var bytes = Self.samples.bytes
    bytes[16] = 200
    #expect(throws: BenchFailure.self) { try Samples(bytes) }
  }

  @Test func `what is written is read`() throws {
    #expect(try Samples(Self.samples.bytes) == Self.samples)
  }

  @Test func `the client in C writes time, memory and two lists behind their counts`() {
    #expect(Self.samples.bytes.count == 8 * (2 + 1 + 2 + 1 + 3))
    #expect(Self.samples.bytes[16] == 2 && Self.samples.bytes[40] == 3)
  }
}
