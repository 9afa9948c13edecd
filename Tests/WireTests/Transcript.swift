import Foundation
import Testing
import Wire

/// One of the recorded-shape bodies of `Tests/Fixtures/transcripts`, with what should be read out of it.
struct Transcript: Sendable, CustomTestStringConvertible {
  var file: String
  var status: Int
  var headers: [(name: String, value: String)]
  var cutOffsets: [Int]
  var body: [UInt8]
  var golden: Golden

  var testDescription: String { file }
  var isEventStream: Bool { file.hasSuffix(".sse") }

  static let all: [Transcript] = (try? load()) ?? []

  static func named(_ file: String) -> Transcript? { all.first { $0.file == file } }

  /// The same bytes, delivered in pieces that end at these offsets; each stamp is the piece's end.
  func read(endingAt ends: [Int]) -> ChatReading {
    ChatResponse.read(
      status: status, headers: headers, body: body, reads: ends.map { (at: Int64($0), end: $0) },
      streamed: isEventStream, complete: file != "18_truncated.sse")
  }
}

extension Transcript {
  private struct Entry: Decodable {
    var file: String
    var http_status: Int
    var headers: [String: String]
    var cut_offsets: [Int]?
  }

  private static func load() throws -> [Transcript] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/transcripts")
    let decoder = JSONDecoder()
    let golden = try decoder.decode(
      [String: Golden].self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    let entries = try decoder.decode([Entry].self, from: Data(contentsOf: folder.appending(path: "manifest.json")))
    return try entries.compactMap { entry in
      guard let golden = golden[entry.file] else { return nil }
      return Transcript(
        file: entry.file, status: entry.http_status, headers: entry.headers.map { (name: $0.key, value: $0.value) },
        cutOffsets: entry.cut_offsets ?? [], body: Array(try Data(contentsOf: folder.appending(path: entry.file))),
        golden: golden)
    }
  }
}
