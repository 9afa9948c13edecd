import Testing
import Wire

@Suite struct CatalogueTests {
  struct Refusal: Sendable {
    var body: String
    var words: String
  }

  static let refusals = [
    Refusal(body: "", words: "The server's JSON ends too early."),
    Refusal(body: #"{"data":[{"id":"a"}"#, words: "The server's JSON ends too early."),
    Refusal(body: "<html>", words: "The server's body is not JSON (byte 0)."),
    Refusal(
      body: String(repeating: "[", count: 600), words: "The server's JSON is nested deeper than 512 levels."),
    Refusal(body: "{}", words: "The server's JSON is not a list of models."),
    Refusal(body: "7", words: "The server's JSON is not a list of models."),
    Refusal(
      body: #"{"error":{"message":"User not found.","code":401}}"#,
      words: "The server's JSON is not a list of models. It says: User not found."),
  ]

  @Test(arguments: refusals)
  func `a body without a list says why`(row: Refusal) {
    let error = #expect(throws: UnreadableBody.self) { try Catalogue.read(Array(row.body.utf8)) }
    #expect(error?.description == row.words)
  }

  @Test func `OpenRouter's catalogue is read with its traps`() throws {
    let models = try Catalogue.read(try #require(Transcript.named("60_or_models.json")).body)
    #expect(models.count == 13)
    #expect(models.filter(\.isFree).count == 9)
    #expect(models.filter { $0.isFree && !$0.id.hasSuffix(":free") }.map(\.id) == ["openrouter/free"])
    #expect(models.filter { !$0.outputModalities.contains("text") }.map(\.id) == ["black-forest-labs/flux.2-pro"])
    #expect(
      models.filter { $0.expirationDate != nil }.map(\.expirationDate) == ["2026-10-31", "2026-12-01"])
  }

  @Test func `an entry is read whole`() throws {
    let models = try Catalogue.read(try #require(Transcript.named("60_or_models.json")).body)
    let model = try #require(models.first { $0.id == "poolside/laguna-s-2.1:free" })
    #expect(model.canonicalSlug == "poolside/laguna-s-2.1-20260720")
    #expect(model.contextLength == 262_144)
    #expect(model.inputModalities == ["text"])
    #expect(model.outputModalities == ["text"])
    #expect(model.supportedParameters.count == 6)
    #expect(model.promptPrice == 0)
    #expect(model.completionPrice == 0)
    #expect(models.first { $0.id == "openrouter/auto" }?.promptPrice == nil)
    #expect(models.first { $0.id == "openai/gpt-6.1-sol" }?.promptPrice == 0.000002)
  }

  static let lists = [
    "OpenAI": #"{"object":"list","data":[{"id":"a","object":"model","owned_by":"x"},{"id":"b"}]}"#,
    "Ollama": #"{"models":[{"name":"a","model":"a","size":1},{"name":"b"}]}"#,
    "a bare list": #"[{"id":"a"},{"id":"b"}]"#,
    "names only": #"["a","b"]"#,
    "bad entries between": #"{"data":[{"id":"a"},null,7,{},{"id":""},{"id":{}},[],{"id":"b","pricing":"x"}]}"#,
    "nulls":
      #"{"data":[{"id":"a","context_length":null,"pricing":null,"architecture":null},{"id":"b","context_length":0}]}"#,
  ]

  @Test(arguments: lists.keys)
  func `plain lists are read, and one bad entry never loses the others`(kind: String) throws {
    let models = try Catalogue.read(Array((Self.lists[kind] ?? "").utf8))
    #expect(models.map(\.id) == ["a", "b"])
    #expect(models.allSatisfy { $0.contextLength == nil && $0.promptPrice == nil && !$0.isFree })
  }

  static let prices: [String: Double?] = [
    #""0.000002""#: 0.000002, #""1e-7""#: 1e-7, #""0""#: 0, "0.5": 0.5, #""-1""#: nil, "-1": nil, #""free""#: nil,
    #""nan""#: nil, "null": nil, "{}": nil,
  ]

  @Test(arguments: prices.keys)
  func `a price is a decimal of at least 0, or unknown`(json: String) throws {
    let models = try Catalogue.read(Array(#"[{"id":"a","pricing":{"prompt":\#(json)}}]"#.utf8))
    #expect(models.first?.promptPrice == Self.prices[json] ?? nil)
  }

  static let free = [
    "a/b:free": true, "a/b:free:nitro": true, "openrouter/free": true, "a/b": false, "a/b:nitro": false, "free": false,
    "a/free": false, "a/b:freed": false,
  ]

  @Test(arguments: free.keys)
  func `free is said by the id alone`(id: String) {
    #expect(CatalogueModel(id: id).isFree == Self.free[id])
  }

  @Test func `vLLM's and Groq's names for the context are known`() throws {
    let body = #"[{"id":"a","max_model_len":4096},{"id":"b","context_window":8192}]"#
    #expect(try Catalogue.read(Array(body.utf8)).map(\.contextLength) == [4096, 8192])
  }
}
