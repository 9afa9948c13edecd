import Foundation
import Testing

@testable import Simulator

/// The shipped suites, and what the simulator knows about them.
struct SuiteTests {
  @Test func `all suites are looked at here`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: ShippedSuite.folder.path)
    #expect(Set(files.filter { $0.hasSuffix(".json") }) == Set(ShippedSuite.names.map { "\($0).json" }))
  }

  @Test(arguments: ShippedSuite.names)
  func `a suite is named after its file, and every question in it is checked`(name: String) throws {
    let suite = try ShippedSuite(name)
    #expect(suite.root["name"] as? String == name)
    #expect(suite.prompts.count >= 8)
    #expect(Set(suite.prompts.compactMap { $0["id"] as? String }).count == suite.prompts.count)
    #expect(suite.prompts.allSatisfy { ($0["checks"] as? [Any])?.isEmpty == false })
  }

  @Test(arguments: ShippedSuite.names)
  func `a suite begins with the schema that editors complete it by`(name: String) throws {
    let text = try String(contentsOf: ShippedSuite.folder.appending(path: name + ".json"), encoding: .utf8)
    #expect(text.hasPrefix("{\n  \"$schema\": \"./schema/suite.schema.json\",\n"))
    let schema = try Data(contentsOf: ShippedSuite.folder.appending(path: "schema/suite.schema.json"))
    #expect(try JSONSerialization.jsonObject(with: schema) is [String: Any])
  }

  @Test func `the answer book knows the shipped questions and no others`() throws {
    let shipped = try ShippedSuite.names.flatMap { try ShippedSuite($0).questions().map(\.text) }
    let known = AnswerBook.entries.map(\.question)
    #expect(Set(known).subtracting(shipped) == [])
    #expect(Set(shipped).subtracting(known) == [])
    #expect(known.count == Set(known).count)
  }

  @Test(arguments: ShippedSuite.names)
  func `every good answer passes its checks, and every flawed one fails`(name: String) throws {
    for question in try ShippedSuite(name).questions() {
      let entry = try #require(AnswerBook.entry(for: question.text), "\(question.text)")
      for answer in entry.good {
        #expect(objections(of: question, to: answer) == [], "\(question.prompt): \(answer.text)")
      }
      for answer in entry.flawed {
        #expect(objections(of: question, to: answer) != [], "\(question.prompt): \(answer.text)")
      }
    }
  }

  /// An answer as it is when the tools have answered: what stands for their values is a number.
  private func objections(of question: ShippedSuite.Question, to answer: AnswerBook.Answer) -> [String] {
    let text = answer.calls.isEmpty ? answer.text : Self.told(answer.text, by: question.prompt)
    return question.objections(to: text, calls: answer.calls.flatMap(\.self).map { ($0.name, $0.arguments) })
  }

  private static func told(_ text: String, by prompt: String) -> String {
    Findings([
      #"{"temperature":7,"unit":"°C","sky":"light rain","amount":230.5,"email":"a@b.c","error":"unknown city"}"#,
      #"{"temperature":21}"#,
    ]).filled(text) ?? text
  }

  @Test(arguments: SimulatedModel.all)
  func `every model answers from the book what needs no more than the question`(model: SimulatedModel) throws {
    for entry in AnswerBook.entries where entry.needs.isEmpty {
      let answer = try Self.composition(of: entry.question, by: model, time: 0).answer
      let all = entry.good + entry.flawed
      let told = all.filter { answer.contains($0.text) }
      // Without a tool nobody knows what takes one.
      #expect(told.contains { $0.calls.isEmpty } || all.allSatisfy { !$0.calls.isEmpty } && told.isEmpty, "\(answer)")
    }
  }

  @Test func `who was not told what a question is about says so`() throws {
    for entry in AnswerBook.entries where !entry.needs.isEmpty {
      let model = try #require(Catalogue()["sim/swift-otter-8b:free"])
      let answer = try Self.composition(of: entry.question, by: model, time: 0).answer
      #expect(answer.contains("in what you gave me") || answer.contains("not told me"), "\(answer)")
    }
  }

  @Test func `models are good at different things`() throws {
    let coder = "papertrail/fence-coder-7b:free"
    let scribe = "papertrail/scribe-14b:free"
    let ponder = "lanternworks/ponder-32b:free"
    #expect(try Self.passed(coder, of: "code") > Self.passed(scribe, of: "code") + 10)
    #expect(try Self.passed(scribe, of: "multilingual") > Self.passed(coder, of: "multilingual") + 10)
    #expect(try Self.passed(ponder, of: "reasoning") > Self.passed(coder, of: "reasoning"))
  }

  @Test func `better models pass more`() throws {
    func passed(_ id: String) throws -> Int {
      try ["starter", "extraction", "reasoning"].reduce(0) { try $0 + Self.passed(id, of: $1) }
    }
    let badger = try passed("sim/steady-badger-24b:free")
    let otter = try passed("sim/swift-otter-8b:free")
    let mini = try passed("northlight/aurora-mini-3b:free")
    #expect(badger > otter + 20)
    #expect(otter > mini + 20)
    #expect(mini > 60)
  }

  /// How many of ten askings of each question a model answers well.
  private static func passed(_ id: String, of suite: String) throws -> Int {
    let model = try #require(Catalogue()[id])
    return try ShippedSuite(suite).questions().reduce(0) { sum, question in
      try (0..<10).reduce(sum) { sum, time in
        let answer = try composition(of: question.text, by: model, time: time).answer
        return sum + (question.objections(to: answer).isEmpty ? 1 : 0)
      }
    }
  }

  private static func composition(
    of question: String, by model: SimulatedModel, time: Int
  ) throws -> Composer.Composition {
    let chat = try #require(ChatRequest.read(Array(Bench.chat(model.id, question).utf8)))
    var dice = Dice(seed: 1, model.id, question, String(time))
    return Composer(chat: chat, model: model).compose(with: &dice)
  }
}
