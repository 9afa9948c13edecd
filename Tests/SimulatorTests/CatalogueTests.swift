import Foundation
import Testing

@testable import Simulator

/// The list of models.
struct CatalogueTests {
  /// The catalogue's envelope as far as tests look at it.
  struct Page: Decodable {
    var data: [Entry]
    var total_count: Int
    var links: [String: String?]

    struct Entry: Decodable {
      var id: String
      var canonical_slug: String
      var context_length: Int
      var architecture: Architecture
      var pricing: [String: String]
      var supported_parameters: [String]
      var expiration_date: String?
      var reasoning: Reasoning?
    }

    struct Architecture: Decodable {
      var input_modalities: [String]
      var output_modalities: [String]
    }

    struct Reasoning: Decodable {
      var mandatory: Bool
    }
  }

  private static func page(_ query: String = "") throws -> Page {
    let bench = try Bench(SimulatorSettings(startsAt: RateLimitTests.start))
    return try JSONDecoder().decode(Page.self, from: Data(try bench.get("/api/v1/models" + query).body))
  }

  @Test func `the whole list comes at once, and needs no key`() throws {
    let page = try Self.page()
    let free = page.data.filter { $0.id.hasSuffix(":free") }
    #expect(page.total_count == page.data.count)
    #expect(page.links == ["next": nil])
    #expect(free.count >= 8)
    #expect(Set(page.data.map(\.id)).count == page.data.count)
    #expect(free.allSatisfy { $0.pricing == ["prompt": "0", "completion": "0"] })
    #expect(page.data.allSatisfy { $0.architecture.output_modalities == ["text"] })
    #expect(page.data.contains { $0.id == "openrouter/free" })
    #expect(page.data.filter { $0.reasoning?.mandatory == true }.map(\.id) == ["lanternworks/ponder-32b:free"])
    #expect(page.data.filter { $0.pricing["prompt"] != "0" }.map(\.id) == ["northlight/aurora-ultra"])
  }

  @Test func `a slug has a date and no suffix, and one model is about to go`() throws {
    let drift = try #require(try Self.page().data.first { $0.id == "tidewater/drift-9b:free" })
    #expect(drift.canonical_slug == "tidewater/drift-9b-20260526")
    #expect(drift.expiration_date == "2026-12-04")
  }

  @Test(arguments: [
    ("sim/steady-badger-24b:free", ["response_format", "structured_outputs", "tools", "parallel_tool_calls"], []),
    ("lanternworks/glacier-120b:free", ["structured_outputs", "reasoning"], ["response_format", "seed", "stop"]),
    ("papertrail/scribe-14b:free", ["response_format"], ["structured_outputs", "tools", "tool_choice"]),
    ("northlight/aurora-mini-3b:free", ["seed"], ["response_format", "structured_outputs", "tools"]),
    ("tidewater/drift-9b:free", ["tools", "tool_choice"], ["parallel_tool_calls"]),
    ("sim/swift-otter-8b:free", ["top_k", "min_p"], ["reasoning"]),
  ])
  func `a model lists what it can be told`(id: String, has: [String], lacks: [String]) throws {
    let listed = Set(try #require(try Self.page().data.first { $0.id == id }).supported_parameters)
    #expect(listed.isSuperset(of: has + ["max_tokens", "temperature", "top_p"]))
    #expect(listed.isDisjoint(with: lacks))
  }

  @Test func `models differ in their senses`() throws {
    let senses = Dictionary(grouping: try Self.page().data, by: \.architecture.input_modalities).mapValues(\.count)
    #expect(senses[["text"]] ?? 0 >= 5)
    #expect(senses[["image", "text"]] ?? 0 >= 3)
    #expect(senses[["audio", "file", "image", "text", "video"]] == 1)
  }

  @Test func `an entry has every key of a real one`() throws {
    let text = try Bench().get("/models").text
    let keys = [
      "id", "canonical_slug", "hugging_face_id", "name", "created", "description", "context_length", "architecture",
      "modality", "tokenizer", "instruct_type", "top_provider", "max_completion_tokens", "is_moderated",
      "per_request_limits", "supported_parameters", "default_parameters", "supported_voices", "knowledge_cutoff",
      "expiration_date", "links",
    ]
    let models = SimulatedModel.all.count + 1
    for key in keys { #expect(text.split(separator: "\"\(key)\":").count > models, "\(key)") }
  }

  @Test func `pages follow one another`() throws {
    let whole = try Self.page().data.map(\.id)
    var query: String? = "?limit=4"
    var ids: [String] = []
    while let current = query {
      let page = try Self.page(current)
      ids += page.data.map(\.id)
      query = (page.links["next"] ?? nil).map { String($0.dropFirst("/api/v1/models".count)) }
    }
    #expect(ids == whole)
  }

  @Test(arguments: ["?limit=0", "?limit=x", "?limit=1001", "?offset=-1"])
  func `a bad page is refused in the other envelope`(query: String) throws {
    let response = try Bench().get("/models" + query)
    #expect(response.status == 400)
    #expect(response.text.hasPrefix(#"{"success":false,"error":{"name":"ZodError","message":"[{"#))
  }

  @Test(arguments: [
    (0, "1970-01-01"), (951_782_400, "2000-02-29"), (951_868_800, "2000-03-01"), (1_795_132_799, "2026-11-19"),
    (1_795_132_800, "2026-11-20"), (1_830_297_600, "2028-01-01"),
  ])
  func `a day has a date`(seconds: Int, date: String) {
    #expect(UTCDay(ofUnixSeconds: Int64(seconds)).dashed == date)
  }

  @Test(arguments: [
    ("", []), (" ", [" "]), ("Hi", ["Hi"]), ("Two words.", ["Two", " words", "."]),
    ("extraordinary", ["extraor", "dinary"]), ("a  b\n\nc", ["a", "  ", "b", "\n", "\n", "c"]),
    ("我有3本 книги。", ["我", "有", "3", "本", " книги", "。"]),
    ("Größe 👩‍👧!", ["Größe", " 👩‍👧", "!"]),
  ])
  func `a text is made of tokens`(text: String, tokens: [String]) {
    #expect(Tokens.split(text).map(String.init) == tokens)
  }
}
