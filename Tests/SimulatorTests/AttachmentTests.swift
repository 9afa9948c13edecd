import Foundation
import Testing

@testable import Simulator

/// Images, documents, sound and films in a message.
struct AttachmentTests {
  static let omni = "sim/magpie-omni-12b:free"
  static let aurora = "northlight/aurora-70b-instruct:free"
  static let otter = "sim/swift-otter-8b:free"

  static let parts = [
    #"{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}"#,
    #"{"type":"file","file":{"filename":"a.pdf","file_data":"data:application/pdf;base64,AAAA"}}"#,
    #"{"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}}"#,
    #"{"type":"video_url","video_url":{"url":"https://example.org/a.mp4"}}"#,
  ]

  private func ask(_ model: String, _ part: String) throws -> RawResponse {
    try Bench().post(
      """
      {"model":"\(model)","stream":true,"messages":[{"role":"user","content":[{"type":"text","text":"What is this?"},\
      \(part)]}]}
      """)
  }

  @Test(arguments: zip(parts, ["image input", "file input", "input audio", "input video"]))
  func `a model refuses what it has no sense for, in the server's words`(part: String, words: String) throws {
    let refused = try ask(Self.otter, part)
    #expect(refused.status == 404)
    #expect(refused.text == #"{"error":{"message":"No endpoints found that support \#(words)","code":404}}"#)
    #expect(try ask(Self.omni, part).status == 200)
  }

  @Test func `eyes are not ears`() throws {
    #expect(try Self.parts.map { try ask(Self.aurora, $0).status } == [200, 404, 404, 404])
  }

  @Test func `an attachment counts, and its bytes decide the answer`() throws {
    let first = try ask(Self.omni, Self.parts[0])
    let second = try ask(Self.omni, Self.parts[0].replacing("AAAA", with: "AAAB"))
    #expect(try first.content() != second.content())
    #expect(try #require(try first.answers().last?.usage).prompt_tokens > 256)
  }

  @Test func `the router picks a model with the senses that are needed`() throws {
    #expect(try ask("openrouter/free", Self.parts[2]).answers()[0].model == Self.omni)
  }

  /// A PNG of a signature, an IHDR of no matter what, and further chunks.
  private static func png(_ chunks: [(name: String, data: String)]) -> String {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    for (name, data) in [("IHDR", "0123456789012")] + chunks {
      bytes += [0, 0, 0, UInt8(data.utf8.count)] + Array(name.utf8) + Array(data.utf8) + [0, 0, 0, 0]
    }
    return "data:image/png;base64," + Data(bytes).base64EncodedString()
  }

  @Test(
    arguments: [
      (png([("tEXt", "Author\0me"), ("tEXt", "Title\0A red boat")]), "A red boat"),
      (png([("tEXt", "Author\0A red boat")]), nil), (png([("tEXt", "Title")]), nil), (png([]), nil),
      ("data:image/png;base64,iVBORw0KGgo=", nil), ("data:image/png;base64,!", nil), ("data:image/jpeg;base64,AA", nil),
      ("https://example.org/a.png", nil), ("", nil),
    ] as [(String, String?)])
  func `a picture's title is what models see of it`(url: String, title: String?) throws {
    #expect(Attachment(kind: .image, source: url).caption == title)
    let content = try ask(Self.omni, #"{"type":"image_url","image_url":{"url":"\#(url)"}}"#).content()
    #expect(content.hasPrefix("It shows a red boat.") == (title != nil))
  }
}
