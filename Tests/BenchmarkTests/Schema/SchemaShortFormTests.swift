import Benchmark
import Testing

@Suite struct SchemaShortFormTests {
  // SAD PATH

  @Test(arguments: [
    ("", 1, "the short form is empty; write fields such as \"name: string\""),
    (
      "title", 1,
      "'title' is not a type; the types are string, integer, number, boolean, null, and a field is written 'name: type'"
    ),
    ("name: strin", 7, "'strin' is not a type; did you mean 'string'?"),
    ("count: int", 8, "'int' is not a type; did you mean 'integer'?"),
    ("name:", 6, "expected a type before the end"),
    ("name: string count: integer", 14, "expected ',' before 'c'"),
    ("string name", 8, "'n' stands behind the end"),
    ("a: string, b integer", 13, "':' and a type are missing behind 'b'"),
    ("a: string, a: integer", 12, "the field 'a' is given twice"),
    ("a: { b: string", 4, "'{' has no '}'"),
    ("a: { b: string ]", 16, "expected ',' or '}' before ']'"),
    ("a: string[", 11, "']' is missing: an array is written 'type[]'"),
    ("a: low|high[]", 12, "put the choice in parentheses to have an array of it: (a|b)[]"),
    ("a: low|string", 4, "'string' is a type among words; put it in double quotes if it is meant as a word"),
    ("a: \"low", 4, "the quote has no end"),
    ("a: \"\"", 4, "nothing stands between the quotes"),
    (", a: string", 1, "expected a type before ','"),
    ("é: string, b: \u{1B}", 15, "expected a type before '\\u{1B}'"),
    (String(repeating: "(", count: 30), 21, "types are nested deeper than 20 levels"),
    ("a: string" + String(repeating: "[]", count: 200_000), 50, "types are nested deeper than 20 levels"),
    ("a: {b: {c: string" + String(repeating: "[]", count: 20), 54, "types are nested deeper than 20 levels"),
  ])
  func `a short form that is wrong says in which column`(text: String, column: Int, message: String) {
    let fault = #expect(throws: SchemaShortForm.Fault.self) { try SchemaShortForm(text) }
    #expect(fault?.description == "column \(column): \(message)")
  }

  // HAPPY PATH

  @Test(arguments: [
    (
      "severity: string, service: string, count: integer",
      #"{"type":"object","properties":{"severity":{"type":"string"},"service":{"type":"string"},"#
        + #""count":{"type":"integer"}},"required":["severity","service","count"],"additionalProperties":false}"#
    ),
    (
      "a?: number\nb: boolean[],\n",
      #"{"type":"object","properties":{"a":{"type":"number"},"b":{"type":"array","items":{"type":"boolean"}}},"#
        + #""required":["b"],"additionalProperties":false}"#
    ),
    (
      "\"odd key\": low|high|\"very high\"",
      #"{"type":"object","properties":{"odd key":{"enum":["low","high","very high"]}},"required":["odd key"],"#
        + #""additionalProperties":false}"#
    ),
    (
      "by?: { name: string|null, tags: (a|b)[] }",
      #"{"type":"object","properties":{"by":{"type":"object","properties":{"name":{"type":["string","null"]},"#
        + #""tags":{"type":"array","items":{"enum":["a","b"]}}},"required":["name","tags"],"#
        + #""additionalProperties":false}},"additionalProperties":false}"#
    ),
    ("string[]", #"{"type":"array","items":{"type":"string"}}"#),
    (
      "{ a: \"x\" }[]",
      #"{"type":"array","items":{"type":"object","properties":{"a":{"enum":["x"]}},"#
        + #""required":["a"],"additionalProperties":false}}"#
    ),
  ])
  func `a short form becomes a schema with its fields in their order`(text: String, schema: String) throws {
    #expect(try SchemaShortForm(text).schema == schema)
    _ = try JSONSchema(compiling: .read(schema))
  }
}
