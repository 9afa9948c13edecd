import Foundation
import Testing

@testable import Simulator

/// The shipped suites, and what the simulator knows about them.
struct SuiteTests {
  /// A suite file as far as tests look at it.
  struct SuiteFile: Decodable {
    var name: String
    var parameters: Parameters
    var prompts: [Prompt]

    struct Parameters: Decodable {
      var system: String?
    }

    struct Prompt: Decodable {
      var id: String
      var prompt: String
      var checks: [ShippedCheck]
    }
  }

  static let names = ["starter", "extraction", "reasoning"]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../suites")

  static func suite(_ name: String) throws -> SuiteFile {
    try JSONDecoder().decode(SuiteFile.self, from: Data(contentsOf: folder.appending(path: name + ".json")))
  }

  @Test(arguments: names)
  func `a suite is named after its file and its prompts have ids of their own`(name: String) throws {
    let suite = try Self.suite(name)
    #expect(suite.name == name)
    #expect(suite.prompts.count >= 8)
    #expect(Set(suite.prompts.map(\.id)).count == suite.prompts.count)
    #expect(suite.prompts.allSatisfy { (1...3).contains($0.checks.count) })
  }

  @Test(arguments: names)
  func `a suite begins with the schema that editors complete it by`(name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name + ".json"), encoding: .utf8)
    #expect(text.hasPrefix("{\n  \"$schema\": \"./schema/suite.schema.json\",\n"))
    let schema = try Data(contentsOf: Self.folder.appending(path: "schema/suite.schema.json"))
    #expect(try JSONSerialization.jsonObject(with: schema) is [String: Any])
  }

  @Test func `the answer book knows the shipped prompts and no others`() throws {
    let shipped = try Self.names.flatMap { try Self.suite($0).prompts.map(\.prompt) }
    #expect(Set(AnswerBook.entries.map(\.question)) == Set(shipped))
    #expect(AnswerBook.entries.count == shipped.count)
  }

  @Test(arguments: names)
  func `every good answer passes its checks, and every flawed one fails`(name: String) throws {
    for prompt in try Self.suite(name).prompts {
      let entry = try #require(AnswerBook.entry(for: prompt.prompt))
      for answer in entry.good.map(\.text) {
        #expect(try prompt.checks.allSatisfy { try $0.accepts(answer) }, "\(prompt.id): \(answer)")
      }
      for answer in entry.flawed.map(\.text) {
        #expect(try !prompt.checks.allSatisfy { try $0.accepts(answer) }, "\(prompt.id): \(answer)")
      }
    }
  }

  @Test(arguments: SimulatedModel.all)
  func `every model answers every shipped prompt from the book`(model: SimulatedModel) throws {
    for entry in AnswerBook.entries {
      let chat = try JSONDecoder().decode(ChatRequest.self, from: Data(Bench.chat(model.id, entry.question).utf8))
      var dice = Dice(seed: 1, model.id, entry.question)
      let answer = Composer(chat: chat, model: model).compose(with: &dice).answer
      #expect((entry.good + entry.flawed).contains { answer.contains($0.text) }, "\(answer)")
    }
  }

  @Test func `better models pass more`() throws {
    func passed(_ id: String) throws -> Int {
      let model = try #require(Catalogue()[id])
      return try Self.names.flatMap { try Self.suite($0).prompts }.reduce(0) { sum, prompt in
        let chat = try JSONDecoder().decode(ChatRequest.self, from: Data(Bench.chat(id, prompt.prompt).utf8))
        return try (0..<10).reduce(sum) { sum, time in
          var dice = Dice(seed: 1, id, prompt.prompt, String(time))
          let answer = Composer(chat: chat, model: model).compose(with: &dice).answer
          return try sum + (prompt.checks.allSatisfy { try $0.accepts(answer) } ? 1 : 0)
        }
      }
    }
    let aurora = try passed("northlight/aurora-70b-instruct:free")
    let otter = try passed("sim/swift-otter-8b:free")
    let mini = try passed("northlight/aurora-mini-3b:free")
    #expect(aurora > otter + 20)
    #expect(otter > mini + 20)
    #expect(mini > 60)
  }
}
