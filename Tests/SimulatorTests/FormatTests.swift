import Foundation
import Testing

@testable import Simulator

/// Answers in the form that was asked for.
struct FormatTests {
  static let badger = "sim/steady-badger-24b:free"
  static let glacier = "lanternworks/glacier-120b:free"
  static let mini = "northlight/aurora-mini-3b:free"
  static let coder = "papertrail/fence-coder-7b:free"
  static let drift = "tidewater/drift-9b:free"

  private static let object =
    #"{"type":"json_schema","json_schema":{"name":"x","strict":true,"schema":{"type":"object","properties":{"n":{"type":"integer"}},"required":["n"]}}}"#

  private func ask(_ model: String, _ format: String, _ prompt: String = "Tell me about rivers.") throws -> String {
    try Bench().post(Bench.chat(model, prompt, more: #","response_format":\#(format)"#)).content()
  }

  private func filled(_ schema: String, _ prompt: String = "", seed: UInt64 = 1) throws -> JSON {
    let chat = try #require(ChatRequest.read(Array(Bench.chat("m", prompt).utf8)))
    let root = try #require(JSON(parsing: schema))
    var filler = SchemaFiller(root: root, hints: Hints(in: chat), dice: Dice(seed: seed))
    return filler.value()
  }

  @Test(arguments: [badger, glacier, drift])
  func `who knows schemas fills them in`(model: String) throws {
    #expect(try JSON(parsing: ask(model, Self.object))?["n"] != nil)
  }

  @Test(arguments: [mini, coder])
  func `who does not know schemas takes no notice of them`(model: String) throws {
    #expect(try JSON(parsing: ask(model, Self.object)) == nil)
  }

  @Test(arguments: [(badger, true), (coder, true), (glacier, false), (mini, false)])
  func `JSON mode is a thing of its own`(model: String, keeps: Bool) throws {
    #expect(try (JSON(parsing: ask(model, #"{"type":"json_object"}"#)) != nil) == keeps)
  }

  @Test func `who ignores a schema and is asked for JSON in words fences it as ever`() throws {
    #expect(try ask(Self.coder, Self.object, "Some JSON, please.").hasPrefix("```json\n{"))
  }

  @Test func `one model misses its schema now and then`() throws {
    let fits = try (0..<40).count { number in
      try JSON(parsing: ask(Self.drift, Self.object, "Question \(number)"))?["n"] != nil
    }
    #expect((20...38).contains(fits))
  }

  @Test(
    arguments: [
      (#"{"const":[1,{"a":null}]}"#, #"[1,{"a":null}]"#),
      (#"{"enum":["low","high"]}"#, #""high""#),
      (#"{"type":["null","boolean"],"enum":[true]}"#, "true"),
      (#"{"type":"integer","minimum":30}"#, "41"),
      (#"{"type":"integer","exclusiveMinimum":6,"exclusiveMaximum":8}"#, "7"),
      (#"{"type":"number","multipleOf":50,"minimum":51,"maximum":149}"#, "100"),
      (#"{"type":"string"}"#, #""Ada Lovelace""#),
      (#"{"type":"string","maxLength":3}"#, #""Ada""#),
      (#"{"type":"string","format":"date"}"#, #""2026-03-14""#),
      (#"{"type":"string","pattern":"^AB-[0]{3}$"}"#, #""AB-000""#),
      (#"{"type":"object","properties":{"b":{"const":1},"a":{"const":2}},"required":["b","a"]}"#, #"{"b":1,"a":2}"#),
      (#"{"required":["x"],"properties":{"x":{"type":"null"}}}"#, #"{"x":null}"#),
      (#"{"type":"array","minItems":2,"maxItems":2,"items":{"const":0}}"#, "[0,0]"),
      (#"{"prefixItems":[{"const":1},{"const":2}],"maxItems":2}"#, "[1,2]"),
      (#"{"type":"array","items":{"enum":[1,2]},"uniqueItems":true,"minItems":2,"maxItems":2,"contains":true}"#, nil),
      (##"{"$ref":"#/$defs/a~1b","$defs":{"a/b":{"const":5}}}"##, "5"),
      (
        #"{"allOf":[{"properties":{"a":{"const":1}},"required":["a"]},{"required":["b"],"properties":{"b":{"const":2}}}]}"#,
        #"{"a":1,"b":2}"#
      ),
      (#"{"anyOf":[{"type":"null"},{"const":3}]}"#, "3"),
      (#"{"type":"null"}"#, "null"),
      (#"{"minimum":1e300,"type":"integer"}"#, nil), (#"{"multipleOf":0,"maxLength":-1}"#, nil),
      (#"{"type":"array","minItems":1e300,"maxItems":-1}"#, nil), (#"{"type":"string","minLength":1e300}"#, nil),
      (##"{"$ref":"#"}"##, nil), ("true", nil), ("{}", nil), (#"{"items":{}}"#, nil),
    ] as [(String, String?)])
  func `a schema is filled in with what the question mentions`(schema: String, expected: String?) throws {
    let value = try filled(schema, "Of high rank was Ada Lovelace at 41, I hear.")
    if let expected { #expect(String(decoding: value.bytes, as: UTF8.self) == expected) }
  }

  @Test func `a tree that refers to itself comes to an end`() throws {
    let tree = ##"{"type":"object","properties":{"child":{"$ref":"#"}},"required":["child"]}"##
    #expect(try filled(##"{"type":"object","properties":{"list":{"type":"array","items":{"$ref":"#"}}}}"##) != .null)
    #expect(try filled(tree)["child"] != nil)
  }

  @Test(.timeLimit(.minutes(5))) func `a tree that branches comes to an end soon`() throws {
    let branches = ##"{"type":"object","properties":{"left":CHILD,"right":CHILD},"required":["left","right"]}"##
    func tree(_ child: String) throws -> String {
      String(decoding: try filled(branches.replacing("CHILD", with: child)).bytes, as: UTF8.self)
    }
    // Six floors, then null: every way in which a child may be nothing.
    for child in [##"{"anyOf":[{"type":"null"},{"$ref":"#"}]}"##, ##"{"oneOf":[{"$ref":"#"},{"type":"null"}]}"##] {
      #expect(try tree(child).components(separatedBy: "null").count == 65)
    }
    #expect(try tree(##"{"$ref":"#"}"##).utf8.count < 100_000)
    #expect(try filled(##"{"anyOf":[{"$ref":"#"},{"$ref":"#"}]}"##).bytes.count < 100)
  }

  @Test func `a set has no member twice`() throws {
    let schema = #"{"type":"array","items":{"enum":[1,2,3]},"uniqueItems":true,"minItems":3,"maxItems":3}"#
    for seed in UInt64(0)..<20 {
      #expect(Set(try #require(try filled(schema, seed: seed).elements)).count == 3)
    }
  }

  @Test(arguments: [
    "^[A-Z]{3}-\\d{4}$", "^(red|green|blue)$", "^\\+?[0-9]{2,}( [0-9]+)*$", "[^a-y0-9-]+", "^\\w+@\\w+\\.(com|org)$",
    "^(?:a|b(?=c)c)*x?$", "^[a-z\\-_]+$", "^$", ".\\.\\\\", "^\\p{1}$", "\\[\\]", "a{2}?b",
  ])
  func `a pattern is matched by what is made for it`(pattern: String) throws {
    for seed in UInt64(0)..<20 {
      var dice = Dice(seed: seed)
      let text = PatternFiller.text(matching: pattern, with: &dice)
      guard let regex = try? Regex(pattern) else { continue }
      #expect(text.firstMatch(of: regex) != nil, "\(text)")
    }
  }

  @Test func `what tools answered goes into the form`() throws {
    let body = """
      {"model":"\(Self.badger)","messages":[{"role":"user","content":"Weather?"},
      {"role":"assistant","tool_calls":[{"id":"a","function":{"name":"f","arguments":"{}"}}]},
      {"role":"tool","tool_call_id":"a","content":"{\\"sky\\":\\"clear\\"}"}],
      "response_format":{"type":"json_schema","json_schema":{"schema":{"type":"object",
      "properties":{"sky":{"type":"string"}},"required":["sky"]}}}}
      """
    #expect(try Bench().post(body).content() == #"{"sky":"clear"}"#)
  }
}
