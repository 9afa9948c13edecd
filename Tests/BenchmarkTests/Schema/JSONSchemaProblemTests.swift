import Benchmark
import Testing

/// What a person reads about a schema that is wrong itself.
@Suite struct JSONSchemaProblemTests {
  @Test(arguments: [
    ("3", "$: expected an object or true or false; found 3"),
    (
      #"{"properties":{"a":{"type":"integr"}}}"#,
      #"$.properties.a.type: expected "array", "boolean", "integer", "null", "number", "object" or "string"; "#
        + #"found "integr"; did you mean "integer"?"#
    ),
    (
      #"{"type":["string","nul"]}"#,
      #"$.type[1]: expected "array", "boolean", "integer", "null", "number", "object" or "string"; "#
        + #"found "nul"; did you mean "null"?"#
    ),
    (#"{"required":"a"}"#, #"$.required: expected an array; found "a""#),
    (#"{"minLength":-1}"#, "$.minLength: expected at least 0; found -1"),
    (#"{"multipleOf":0}"#, "$.multipleOf: expected more than 0; found 0"),
    (#"{"oneOf":[]}"#, "$.oneOf: expected at least 1 item; found an empty array"),
    (#"{"pattern":"("}"#, #"$.pattern: the pattern "(" does not compile: expected ')'"#),
    (
      #"{"patternProperties":{"\\a":{}}}"#,
      #"$.patternProperties['\a']: the pattern "\a" does not compile: \a is no escape of ECMA-262 here"#
    ),
    (
      #"{"pattern":"(?<=a)b"}"#,
      #"$.pattern: the pattern "(?<=a)b" does not compile: lookbehind is not currently supported"#
    ),
    (##"{"$ref":"#/nowhere"}"##, ##"$.$ref: "#/nowhere" leads nowhere: no schema stands there"##),
    (##"{"$ref":"#nobody"}"##, ##"$.$ref: "#nobody" leads nowhere: no schema stands there"##),
    (
      #"{"items":{"$ref":"https://example.org/a.json"}}"#,
      #"$.items.$ref: "https://example.org/a.json" is not in this schema, and nothing is fetched; "#
        + #"copy it into "$defs" and refer to it there"#
    ),
    (
      #"{"$schema":"http://json-schema.org/draft-04/schema#"}"#,
      ##"$.$schema: "http://json-schema.org/draft-04/schema#" is no edition of JSON Schema that is known here; "##
        + ##"write "https://json-schema.org/draft/2020-12/schema" or "http://json-schema.org/draft-07/schema#""##
    ),
    (
      ##"{"$ref":"#"}"##,
      "$: this leads back to $ without going into the value, and would never end; "
        + #"put a keyword between them that does, such as "properties" or "items""#
    ),
    (
      ##"{"allOf":[{"not":{"$ref":"#/$defs/a"}}],"$defs":{"a":{"if":true,"then":{"$ref":"#"}}}}"##,
      "$.$defs.a.then: this leads back to $ without going into the value, and would never end; "
        + #"put a keyword between them that does, such as "properties" or "items""#
    ),
    (
      ##"{"$ref":"#/x","x":{"type":"nul"}}"##,
      #"$.x.type: expected "array", "boolean", "integer", "null", "number", "object" or "string"; "#
        + #"found "nul"; did you mean "null"?"#
    ),
  ])
  func `a schema that is wrong says where, what is wrong and what to do`(schema: String, sentence: String) throws {
    let schema = try JSONValue.read(schema)
    let fault = #expect(throws: SchemaFault.self) { try JSONSchema(compiling: schema) }
    #expect(fault?.description == sentence)
  }

  @Test func `all problems are told at once`() throws {
    let schema = try JSONValue.read(#"{"minimum":"3","maxLength":1.5,"pattern":7}"#)
    let fault = #expect(throws: SchemaFault.self) { try JSONSchema(compiling: schema) }
    #expect(
      fault?.problems.map(\.description) == [
        #"$.maxLength: expected an integer; found 1.5"#, #"$.minimum: expected a number; found "3""#,
        "$.pattern: expected a string; found 7",
      ])
  }

  @Test func `whatever a schema holds, it compiles or says what is wrong`() throws {
    let sample = Array(
      ##"""
      {"$id":"http://e.org/a","$defs":{"b":{"$anchor":"x","type":["string","null"],"pattern":"^[a-z]+$"}},
      "properties":{"a":{"$ref":"#x","minLength":1},"b":{"$dynamicRef":"#x","enum":[1,"a",null]}},
      "items":{"anyOf":[{"$ref":"#/$defs/b"},{"const":1}]},"unevaluatedProperties":false,"not":{"minimum":-1.5}}
      """##.utf8)
    let spice = Array("{}[]\",:#/$-+.e019abtfn \\".utf8)
    let values = try [#"{"a":"x","b":1}"#, "[1,null]", "-2", #""abc""#].map(JSONValue.read)
    var random = SeededGenerator(seed: 5)
    var compiled = 0
    for _ in 0..<1_000 {
      var bytes = sample
      for _ in 0...random.next(below: 2) {
        bytes[random.next(below: bytes.count)] = spice[random.next(below: spice.count)]
      }
      guard let value = JSONReader.read(bytes).root?.value else { continue }
      do {
        let schema = try JSONSchema(compiling: value)
        compiled += 1
        for value in values { #expect(schema.mistakes(in: value).count <= 50) }
      } catch {
        #expect(!error.problems.isEmpty)
      }
    }
    #expect(compiled > 50)
  }
}
