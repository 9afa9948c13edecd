import Benchmark
import Testing

@Suite struct JSONReaderTests {
  // SAD PATH

  @Test(arguments: [
    ("", "1:1 the text is empty; JSON is one value at least"),
    (" \n", "2:1 the text is empty; JSON is one value at least"),
    ("[1, 2,]", "1:6 nothing follows this comma; remove it"),
    ("{\"a\": 1,\n}", "1:8 nothing follows this comma; remove it"),
    ("[1 2]", "1:4 a comma is missing before this"),
    ("{\"a\": 1\n \"b\": 2}", "2:2 a comma is missing before this"),
    ("[1,,2]", "1:4 ',' stands where a value is expected"),
    ("[,1]", "1:2 ',' stands where a value is expected"),
    ("[1}", "1:3 '}' stands where ',' or ']' is expected"),
    ("{\"a\": 1]", "1:8 ']' stands where ',' or '}' is expected"),
    ("{\"a\" 1}", "1:6 a colon is missing between the key and its value"),
    ("{\"a\": }", "1:7 '}' stands where a value is expected"),
    ("{name: 1}", "1:2 the key 'name' must stand in double quotes"),
    ("{1: 1}", "1:2 the key '1' must stand in double quotes"),
    ("{-: 1}", "1:2 '-' stands where a key is expected"),
    ("{'a': 1}", "1:2 strings stand in straight double quotes (\")"),
    ("[“a”]", "1:2 strings stand in straight double quotes (\")"),
    ("[1, // one\n2]", "1:5 JSON has no comments; remove it"),
    ("[1 /* one */]", "1:4 JSON has no comments; remove it"),
    ("[1]\n# the end", "2:1 JSON has no comments; remove it"),
    ("[1] x", "1:5 the value has ended; remove what follows it"),
    ("{} {}", "1:4 the value has ended; remove what follows it"),
    ("NaN", "1:1 'NaN' is not a value of JSON; strings stand in double quotes"),
    ("[-Infinity]", "1:2 '-' is not a number of JSON; write a digit after the sign"),
    ("[True]", "1:2 'True' is not a value of JSON; write true"),
    ("[None]", "1:2 'None' is not a value of JSON; write null"),
    ("[01]", "1:2 '01' is not a number of JSON; remove the zeros in front"),
    ("[+1]", "1:2 '+' is not a number of JSON; remove the plus sign"),
    ("[.5]", "1:2 '.' is not a number of JSON; write a digit before the point"),
    ("[5.]", "1:2 '5.' is not a number of JSON; write a digit after the point"),
    ("[5e+]", "1:2 '5e+' is not a number of JSON; write a digit after the e"),
    ("[0x1F]", "1:3 a comma is missing before this"),
    ("[\"a", "1:4 the text ends before the string does; add the missing \""),
    ("[\"a\\", "1:5 the text ends before the string does; add the missing \""),
    ("[1", "1:3 the text ends before the array does; add the missing ]"),
    ("{\"a\"", "1:5 the text ends before the object does; add the missing }"),
    ("{\"a\": [", "1:8 the text ends before the array does; add the missing ]"),
    ("{\"a\":", "1:6 the text ends before the object does; add the missing }"),
    ("{", "1:2 the text ends before the object does; add the missing }"),
    ("[\"a\nb\"]", "1:4 the string does not end on its line; add the missing quote or write line breaks as \\n"),
    ("[\"a\tb\"]", "1:4 a control character stands in the string; write it as \\u0009"),
    ("[\"\\x\"]", "1:3 '\\x' is no escape of JSON; write a backslash itself as \\\\"),
    ("[\"\\u12\"]", "1:3 '\\u12' is no escape of JSON; write a backslash itself as \\\\"),
    ("[\"\\ud800\"]", "1:3 half of a surrogate pair stands alone; write both halves or the character itself"),
    ("[\"\\udc00\\ud800\"]", "1:3 half of a surrogate pair stands alone; write both halves or the character itself"),
    ("[\"\\ud800\\u0041\"]", "1:3 half of a surrogate pair stands alone; write both halves or the character itself"),
    ("{\"a\": 1,\n \"a\": 2}", "2:2 the key 'a' is given twice; remove one"),
    ("[1e999]", "1:2 the number '1e999' is out of range"),
    (
      "[170141183460469231731687303715884105728]",
      "1:2 the number '170141183460469231731687303715884105728' is out of range"
    ),
    ("\u{FEFF}{}", "1:1 the text begins with a byte order mark; save it as UTF-8 without one"),
    ("[\u{1B}]", "1:2 '\\u{1B}' stands where a value is expected"),
    ("[\"äö😀\", x]", "1:9 'x' is not a value of JSON; strings stand in double quotes"),
  ])
  func `a broken text is refused with its place`(text: String, expected: String) {
    #expect(problems(Array(text.utf8)).first == expected)
  }

  @Test(arguments: [
    ([0x22, 0x61, 0xFF, 0x22], "1:3 these bytes are not UTF-8; save the text as UTF-8"),
    ([0x22, 0xC3, 0x22], "1:2 these bytes are not UTF-8; save the text as UTF-8"),
    ([0x22, 0xED, 0xA0, 0x80, 0x22], "1:2 these bytes are not UTF-8; save the text as UTF-8"),
    ([0xFF, 0xFE, 0x7B, 0x00], "1:1 these bytes are not UTF-8; save the text as UTF-8"),
    ([0x22, 0x5C, 0xC3, 0xA9, 0x22], "1:2 '\\é' is no escape of JSON; write a backslash itself as \\\\"),
  ])
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8], expected: String) {
    #expect(problems(bytes).first == expected)
  }

  @Test func `all that does not break the grammar is collected`() {
    let text = "\u{FEFF}{\"a\": \"\\ud800\u{7}\", \"a\": 1e999, \"b\": [1,]}"
    #expect(
      problems(Array(text.utf8)) == [
        "1:1 the text begins with a byte order mark; save it as UTF-8 without one",
        "1:9 half of a surrogate pair stands alone; write both halves or the character itself",
        "1:15 a control character stands in the string; write it as \\u0007",
        "1:19 the key 'a' is given twice; remove one",
        "1:24 the number '1e999' is out of range",
        "1:38 nothing follows this comma; remove it",
      ])
  }

  @Test(arguments: [
    ("\"\\ud800\\u0041\"", "\u{FFFD}A"),
    ("\"\\ud800\\ud83d\\ude00\"", "\u{FFFD}😀"),
    ("\"\\udc00\\n\"", "\u{FFFD}\n"),
  ])
  func `half of a surrogate pair is replaced and swallows nothing`(text: String, value: String) {
    #expect(JSONReader.read(Array(text.utf8)).root?.value == .string(value))
  }

  @Test func `only what RFC 8259 leaves open keeps the grammar whole`() {
    let open = JSONReader.read(Array("{\"a\": \"\\ud800\", \"a\": 1e999}".utf8))
    #expect(open.root != nil)
    #expect(open.problems.count == 3)
    #expect(!open.problems.contains { $0.fault.breaksGrammar })
  }

  @Test(arguments: [(512, true), (513, false), (1_000_000, false)])
  func `values nest up to 512 levels`(depth: Int, isRead: Bool) {
    for (opener, closer) in [("[", "]"), ("{\"a\":", "}")] {
      let text = String(repeating: opener, count: depth) + "1" + String(repeating: closer, count: depth)
      let reading = JSONReader.read(Array(text.utf8))
      #expect((reading.root != nil) == isRead)
      #expect(reading.problems.map(\.fault) == (isRead ? [] : [.tooDeep]))
    }
  }

  // HAPPY PATH

  @Test(arguments: [
    ("null", JSONValue.null),
    (" true\r\n", .bool(true)),
    ("false", .bool(false)),
    ("0", .integer(0)),
    ("-12", .integer(-12)),
    ("-9223372036854775808", .integer(.min)), ("9223372036854775808", .wideInteger(9_223_372_036_854_775_808)),
    ("-170141183460469231731687303715884105728", .wideInteger(.min)),
    ("1.0", .number(1)),
    ("-1.5e+2", .number(-150)),
    ("1E2", .number(100)),
    ("0.1e-1", .number(0.01)),
    ("\"\"", .string("")),
    ("\"a\u{7F}é😀\"", .string("a\u{7F}é😀")),
    ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\"", .string("\"\\/\u{8}\u{C}\n\r\tAé")),
    ("\"\\ud83d\\uDE00!\"", .string("😀!")),
    ("\"\\u0000\"", .string("\0")),
    ("[]", .array([])),
    ("[ [ ] , { } ]", .array([.array([]), .object([:])])),
    (
      "{\"a\":{\"b\":[1,\"c\",null]},\"\":2}",
      .object(["a": .object(["b": .array([.integer(1), .string("c"), .null])]), "": .integer(2)])
    ),
  ])
  func `a text becomes its value`(text: String, value: JSONValue) {
    let reading = JSONReader.read(Array(text.utf8))
    #expect(reading.root?.value == value)
    #expect(reading.problems.isEmpty)
  }

  @Test func `an object keeps its order, its repetitions and their places`() throws {
    let root = try #require(JSONReader.read(Array("{\"b\": 1, \"a\": [2], \"b\": 3}".utf8)).root)
    guard case .object(let members) = root.kind else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.key) == ["b", "a", "b"])
    #expect(members.map(\.keyOffset) == [1, 9, 19])
    #expect(members.map(\.value.range) == [6..<7, 14..<17, 24..<25])
    #expect(root.range == 0..<26)
    #expect(root.value == .object(["a": .array([.integer(2)]), "b": .integer(3)]))
  }

  private func problems(_ bytes: [UInt8]) -> [String] {
    let source = SourceText(bytes)
    return JSONReader.read(bytes).problems.map { problem in
      let place = source.place(of: problem.offset)
      return "\(place.line):\(place.column) \(problem.fault.message)"
    }
  }
}
