import Benchmark
import Testing
import Wire

/// An answer that never ends is no answer: its text is kept up to 8 MiB, so that memory is bounded.
@Suite struct TextLimitTests {
  private static let limit = 8 << 20

  private func event(_ text: String) -> String { "data: {\"choices\":[{\"delta\":{\"content\":\"\(text)\"}}]}\n\n" }

  private func read(_ body: String) -> ChatReading {
    let bytes = Array(body.utf8)
    return ChatResponse.read(
      status: 200, headers: [], body: bytes, reads: [(at: 1, end: bytes.count)], streamed: true, complete: true)
  }

  @Test func `a stream whose text is too long is too large, and its beginning is kept`() {
    let reading = read(String(repeating: event(String(repeating: "é", count: 500_000)), count: 20) + "data: [DONE]\n\n")
    #expect(reading.outcome == .tooLarge)
    #expect(reading.answer.utf8.count <= Self.limit)
    #expect(reading.answer.utf8.count > Self.limit - 4)
  }

  @Test func `so is one JSON body`() {
    let text = String(repeating: "é", count: Self.limit / 2 + 1)
    let reading = read("{\"choices\":[{\"message\":{\"content\":\"\(text)\"},\"finish_reason\":\"stop\"}]}")
    #expect(reading.outcome == .tooLarge)
    #expect(reading.answer.utf8.count == Self.limit)
  }

  @Test func `a long answer within the limit is whole`() {
    let reading = read(
      String(repeating: event(String(repeating: "a", count: 1_000_000)), count: 8) + "data: [DONE]\n\n")
    #expect(reading.outcome == .ok)
    #expect(reading.answer.utf8.count == 8_000_000)
  }
}
