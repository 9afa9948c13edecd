import Testing
import Wire

@Suite struct KeyInfoTests {
  static let refusals = [
    "": "The server's JSON ends too early.",
    "nope": "The server's body is not JSON (byte 0).",
    #"{"data":[]}"#: "The server's JSON is not a key's data.",
    #"{"error":{"message":"No auth"}}"#: "The server's JSON is not a key's data. It says: No auth",
  ]

  @Test(arguments: refusals.keys)
  func `a body without data says why`(body: String) {
    let error = #expect(throws: UnreadableBody.self) { try KeyInfo.read(Array(body.utf8)) }
    #expect(error?.description == Self.refusals[body])
  }

  static let keys = [
    "50_or_key.json": KeyInfo(freeUsed: 2, freeLimit: 1000, freeRemaining: 998),
    "50b_or_key_free_tier.json": KeyInfo(freeUsed: 49, freeLimit: 50, freeRemaining: 1),
    "50c_or_key_old.json": KeyInfo(),
  ]

  @Test(arguments: keys.keys)
  func `the counters are read, and nothing where there are none`(file: String) throws {
    #expect(try KeyInfo.read(try #require(Transcript.named(file)).body) == Self.keys[file])
  }

  @Test func `counts that cannot be are not there`() throws {
    let body = #"{"data":{"free_model_daily_requests":{"used":-1,"limit":9223372036854775807,"remaining":1e308}}}"#
    #expect(try KeyInfo.read(Array(body.utf8)) == KeyInfo())
  }

  @Test func `the label is not kept`() throws {
    let info = try KeyInfo.read(try #require(Transcript.named("50_or_key.json")).body)
    #expect(!String(reflecting: info).contains("sk-or"))
  }
}
