import Benchmark
import Testing

/// What a person reads about a value that departs from its schema.
@Suite struct JSONSchemaTests {
  // SAD PATH

  @Test(arguments: [
    (#"false"#, "1", ["$: expected nothing; found 1"]),
    (#"{"type":"integer"}"#, #""three""#, [#"$: expected an integer; found "three""#]),
    (#"{"type":"integer"}"#, "1.5", ["$: expected an integer; found 1.5"]),
    (#"{"type":["string","null"]}"#, "[1,2]", ["$: expected a string or null; found an array of 2 items"]),
    (#"{"type":"boolean"}"#, "0", ["$: expected true or false; found 0"]),
    (#"{"const":{"a":[1]}}"#, #"{"a":[2]}"#, [#"$: expected {"a":[1]}; found {"a":[2]}"#]),
    (#"{"enum":["low","high"]}"#, #""higher""#, [#"$: expected "low" or "high"; found "higher""#]),
    (#"{"enum":[]}"#, "1", ["$: expected nothing; found 1"]),
    (#"{"const":"é"}"#, "\"e\u{301}\"", ["$: expected \"é\"; found \"e\u{301}\""]),
    (#"{"minimum":3}"#, "2.5", ["$: expected at least 3; found 2.5"]),
    (
      #"{"maximum":18446744073709551615}"#, "18446744073709551616",
      ["$: expected at most 18446744073709551615; found 18446744073709551616"]
    ),
    (
      #"{"const":18446744073709551615}"#, "18446744073709551614",
      ["$: expected 18446744073709551615; found 18446744073709551614"]
    ),
    (
      #"{"enum":[1,18446744073709551615]}"#, "18446744073709551614",
      ["$: expected 1 or 18446744073709551615; found 18446744073709551614"]
    ),
    (
      #"{"multipleOf":9223372036854775809}"#, "18446744073709551617",
      ["$: expected a multiple of 9223372036854775809; found 18446744073709551617"]
    ),
    (
      #"{"uniqueItems":true}"#, "[18446744073709551616,1,18446744073709551616.0]",
      ["$: expected items that all differ; found the same at [0] and [2]"]
    ),
    (#"{"minimum":-18446744073709551615}"#, "-1e300", ["$: expected at least -18446744073709551615; found -1e+300"]),
    (#"{"exclusiveMaximum":3}"#, "3.0", ["$: expected less than 3; found 3.0"]),
    (#"{"multipleOf":0.01}"#, "0.075", ["$: expected a multiple of 0.01; found 0.075"]),
    (#"{"maxLength":2}"#, #""abc""#, [#"$: expected at most 2 characters; found "abc" (3 characters)"#]),
    (#"{"minLength":1}"#, #""""#, [#"$: expected at least 1 character; found "" (0 characters)"#]),
    (#"{"minItems":1}"#, "[]", ["$: expected at least 1 item; found an empty array"]),
    (#"{"maxProperties":1}"#, #"{"b":1,"a":2}"#, [#"$: expected at most 1 key; found an object with "a" and "b""#]),
    (#"{"pattern":"^a+$"}"#, #""b""#, [#"$: expected a match of "^a+$"; found "b""#]),
    (#"{"uniqueItems":true}"#, "[1,2,1.0]", ["$: expected items that all differ; found the same at [0] and [2]"]),
    (
      #"{"contains":{"type":"null"},"minContains":2}"#, "[null,1]",
      ["$: expected at least 2 items such as 'contains' has; found 1 in an array of 2 items"]
    ),
    (#"{"required":["a","b"]}"#, #"{"c":1}"#, [#"$: expected the keys "a" and "b"; found an object with "c""#]),
    (
      #"{"dependentRequired":{"a":["b"]}}"#, #"{"a":1}"#,
      [#"$: expected the key "b" beside "a"; found an object with "a""#]
    ),
    (
      #"{"properties":{"a":true},"additionalProperties":false}"#, #"{"a":1,"b":2,"c":3}"#,
      [#"$: expected no keys but "a"; found "b" and "c""#]
    ),
    (#"{"unevaluatedProperties":false}"#, #"{"b":2}"#, [#"$: expected no further keys; found "b""#]),
    (
      #"{"propertyNames":{"maxLength":1}}"#, #"{"ab":1}"#,
      [
        #"$: expected only keys that are at most 1 character; found "ab" (2 characters)"#
      ]
    ),
    (#"{"not":{"type":"null"}}"#, "null", ["$: expected what does not fit the schema of 'not'; found null"]),
    (
      #"{"oneOf":[{"minimum":1},{"maximum":3},{"type":"null"}]}"#, "2",
      ["$: expected what fits exactly one of 3 schemas; found 2, which fits 1 and 2"]
    ),
    (
      #"{"items":{"properties":{"odd key":{"type":"null"}}}}"#, #"[{"odd key":"\u001b[2J"}]"#,
      [
        #"$[0]['odd key']: expected null; found "\u{1B}[2J""#
      ]
    ),
  ])
  func `a value that departs says where, what was expected and what was found`(
    schema: String, value: String, sentences: [String]
  ) throws {
    #expect(try JSONSchema.sentences(schema, value) == sentences)
  }

  @Test(arguments: [
    (#"{"anyOf":[{"type":"string"},{"type":"null"}]}"#, "3", "$: expected a string or null; found 3"),
    (#"{"anyOf":[{"const":1},{"enum":[2,3]}]}"#, "4", "$: expected 1, 2 or 3; found 4"),
    (
      #"{"oneOf":[{"type":"null"},{"properties":{"a":{"type":"integer"}}}]}"#, #"{"a":"x"}"#,
      #"$.a: expected an integer; found "x""#
    ),
    (
      #"{"oneOf":[{"properties":{"type":{"const":"a"},"n":{"type":"null"}}},{"properties":{"type":{"const":"b"}}}]}"#,
      #"{"type":"a","n":1}"#, "$.n: expected null; found 1"
    ),
    (
      #"{"oneOf":[{"properties":{"type":{"const":"a"}}},{"properties":{"type":{"const":"b"}}}]}"#, #"{"type":"c"}"#,
      #"$.type: expected "a" or "b"; found "c""#
    ),
    (
      #"{"anyOf":[{"minimum":5},{"multipleOf":2}]}"#, "3",
      "$: expected what fits one of 2 schemas; found 3 (by the first of them, $: expected at least 5; found 3)"
    ),
  ])
  func `of several schemas the one that was meant tells what is wrong`(
    schema: String, value: String, sentence: String
  ) throws {
    #expect(try JSONSchema.sentences(schema, value) == [sentence])
  }

  @Test func `all mistakes are told, once each, those of members in the order of their keys`() throws {
    let schema =
      #"{"allOf":[{"properties":{"b":{"type":"null"},"a":{"type":"null"}}},{"properties":{"a":{"type":"null"}}}]}"#
    #expect(
      try JSONSchema.sentences(schema, #"{"b":1,"a":2}"#) == [
        "$.a: expected null; found 2", "$.b: expected null; found 1",
      ])
  }

  @Test func `a hopeless value has fifty mistakes at most`() throws {
    let value = "[" + Array(repeating: "1", count: 1_000).joined(separator: ",") + "]"
    #expect(try JSONSchema.sentences(#"{"items":{"type":"null"}}"#, value).count == 50)
  }

  @Test func `a mistake has a JSON pointer`() throws {
    let schema = try JSONSchema(compiling: .read(#"{"properties":{"a/b~":{"items":{"type":"null"}}}}"#))
    #expect(schema.mistakes(in: try .read(#"{"a/b~":[null,1]}"#)).map(\.location.pointer) == ["/a~1b~0/1"])
  }

  @Test func `a schema that tries exponentially many ways is given up`() throws {
    let branch = ##"{"properties":{"a":{"$ref":"#"}},"required":["z"]}"##
    let value = String(repeating: #"{"a":"#, count: 60) + "{}" + String(repeating: "}", count: 60)
    let schema = try JSONSchema(compiling: .read(#"{"anyOf":[\#(branch),\#(branch)]}"#))
    let mistakes = schema.mistakes(in: try .read(value), steps: 10_000)
    #expect(mistakes.map(\.expected) == ["a test of at most 10000 steps"])
    #expect(mistakes.map(\.found) == ["more, which is given up"])
  }

  // HAPPY PATH

  @Test(arguments: [
    ("true", "1"), ("{}", "null"), (#"{"type":"integer"}"#, "1.0"), (#"{"const":1}"#, "1.0"),
    (#"{"enum":[[1,{"a":1.0}]]}"#, #"[1.0,{"a":1}]"#), (#"{"multipleOf":0.01}"#, "19.99"),
    (#"{"type":"integer"}"#, "123456789012345678901234567890"),
    (#"{"maximum":9223372036854775807}"#, "9223372036854775807"), (#"{"maxLength":2}"#, #""👩🏽""#),
    (#"{"format":"date"}"#, #""tomorrow""#), (#"{"contentEncoding":"base64"}"#, #""%""#),
    (#"{"pattern":"^\\p{Letter}+$"}"#, #""é""#), (#"{"unknown":{"type":"null"}}"#, "1"),
    (#"{"if":{"type":"null"},"then":false}"#, "1"), (#"{"minContains":0,"contains":false}"#, "[]"),
    (#"{"dependencies":{"a":["b"]}}"#, #"{"b":1}"#),
  ])
  func `a value that fits has no mistakes`(schema: String, value: String) throws {
    #expect(try JSONSchema.sentences(schema, value) == [])
  }

  @Test func `numbers are compared exactly, and none is rounded to do so`() throws {
    let schema = #"{"exclusiveMaximum":9007199254740992.0}"#
    #expect(try JSONSchema.sentences(schema, "9007199254740991").isEmpty)
    #expect(try !JSONSchema.sentences(schema, "9007199254740993").isEmpty)
    #expect(try !JSONSchema.sentences(#"{"const":9007199254740992.0}"#, "9007199254740993").isEmpty)
    #expect(try !JSONSchema.sentences(#"{"maximum":9223372036854775807}"#, "9223372036854775808").isEmpty)
  }

  @Test func `a value as deep as the reader allows is tested, on the small stack of a task`() async throws {
    let schema = try JSONSchema(
      compiling: .read(
        ##"{"type":"object","properties":{"a":{"allOf":[{"anyOf":[{"$ref":"#"},{"type":"null"}]}]}},"unevaluatedProperties":false}"##
      ))
    for (inmost, expected) in [("null", nil), ("1", "expected an object or null; found 1")] as [(String, String?)] {
      let value = String(repeating: #"{"a":"#, count: 512) + inmost + String(repeating: "}", count: 512)
      let mistakes = schema.mistakes(in: try .read(value))
      #expect(mistakes.isEmpty == (expected == nil))
      #expect(mistakes.allSatisfy { $0.location.steps.count == 512 })
    }
  }
}
