import Testing

@testable import Harness

@Suite struct ServedStampsTests {
  typealias Chunk = ServedStamps.Chunk

  private static func event(_ read: Int, _ written: Int) -> String {
    "data: {\"id\":\"gen-7\",\"t0\":\(read),\"t\":\(written),\"choices\":[{\"delta\":{\"content\":\"tok\"}}]}\n\n"
  }

  @Test(arguments: [
    ("", 0), ("data: [DONE]\n\n", 0),
    ("data: {\"t0\":5,\"t\":", 0),
    ("data: {\"t0\":5,\"t\":9}", 0),
    ("data: {\"t0\":5,\"t\":9}\n", 0),
    ("data: {\"t0\":5,\"t\":9}\n\n", 1),
    ("data: {\"t0\":5,\"t\":x}\n\n", 0),
  ])
  func `a stamp counts once its event is whole`(body: String, count: Int) {
    #expect(ServedStamps(Array(body.utf8)).chunks.count == count)
  }

  @Test func `each chunk has its own stamp and ends behind its blank line`() {
    let (first, second) = (Self.event(100, 150), Self.event(100, 170))
    let stamps = ServedStamps(Array((first + second + "data: [DONE]\n\n").utf8))
    #expect(stamps.read == 100)
    #expect(
      stamps.chunks == [
        Chunk(written: 150, end: first.utf8.count), Chunk(written: 170, end: first.utf8.count + second.utf8.count),
      ])
  }
}
