import Benchmark
import Testing

/// `$ref`, `$id`, anchors and dynamic references.
@Suite struct JSONSchemaReferenceTests {
  @Test(arguments: [
    (##"{"$ref":"#/$defs/a~1b%25","$defs":{"a/b%":{"type":"null"}}}"##, "by pointer, escaped twice"),
    (##"{"$ref":"#x","$defs":{"a":{"$anchor":"x","type":"null"}}}"##, "by anchor"),
    (##"{"$id":"http://e.org/a/b","$ref":"c","$defs":{"x":{"$id":"http://e.org/a/c","type":"null"}}}"##, "by id"),
    (##"{"$id":"http://e.org/a/b","$ref":"../c","$defs":{"x":{"$id":"/c","type":"null"}}}"##, "relative to an id"),
    (
      ##"{"$id":"http://e.org/a","$ref":"b#y","$defs":{"x":{"$id":"b","$defs":{"z":{"$anchor":"y","type":"null"}}}}}"##,
      "by an anchor in another resource"
    ),
    (##"{"$id":"urn:uuid:1","$ref":"urn:uuid:1#/$defs/x","$defs":{"x":{"type":"null"}}}"##, "by a name of no place"),
    (
      ##"{"$id":"http://e.org/a","allOf":[{"$id":"b","$ref":"#/$defs/x","$defs":{"x":{"type":"null"}}}]}"##,
      "by a pointer from the nearest id"
    ),
    (##"{"$ref":"#/parts/0","parts":[{"type":"null"}]}"##, "into a keyword that nobody knows"),
    (##"{"$ref":"#/$defs/a","type":"null","$defs":{"a":true}}"##, "beside other keywords"),
    (
      ##"{"allOf":[{"$ref":"#/$defs/a"}],"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"type":"null"}}}"##, "by way of another"
    ),
  ])
  func `a reference leads to its schema`(schema: String, way: String) throws {
    #expect(try JSONSchema.sentences(schema, "null").isEmpty, "\(way)")
    #expect(try JSONSchema.sentences(schema, "1") == ["$: expected null; found 1"], "\(way)")
  }

  @Test(arguments: [
    (##"{"$ref":"#/definitions/a","definitions":{"a":{"type":"null"}}}"##, "by pointer"),
    (##"{"$ref":"#x","definitions":{"a":{"$id":"#x","type":"null"}}}"##, "by an id that is a fragment"),
    (
      ##"{"$ref":"#/definitions/a","type":"string","definitions":{"a":{"type":"null"}}}"##,
      "and nothing beside it counts"
    ),
    (##"{"$id":"http://e.org/a","definitions":{"x":{"$id":"b","type":"null"}},"allOf":[{"$ref":"b"}]}"##, "by id"),
  ])
  func `a reference of draft 7 leads to its schema`(schema: String, way: String) throws {
    #expect(try JSONSchema.sentences(schema, "null", assuming: .draft7).isEmpty, "\(way)")
    #expect(try JSONSchema.sentences(schema, "1", assuming: .draft7) == ["$: expected null; found 1"], "\(way)")
  }

  /// The example of the specification: a tree, and a stricter tree made of it.
  @Test func `a dynamic reference leads to the outermost schema of its name`() throws {
    let tree = ##"""
      {"$id":"http://e.org/tree","$dynamicAnchor":"node","type":"object",
       "properties":{"data":true,"children":{"type":"array","items":{"$dynamicRef":"#node"}}}}
      """##
    let strict = ##"""
      {"$id":"http://e.org/strict","$dynamicAnchor":"node","$ref":"tree","unevaluatedProperties":false,
       "$defs":{"tree":\##(tree)}}
      """##
    let value = #"{"children":[{"daat":1}]}"#
    #expect(try JSONSchema.sentences(tree, value) == [])
    #expect(try JSONSchema.sentences(strict, value) == [#"$.children[0]: expected no further keys; found "daat""#])
  }

  @Test(arguments: [
    (SchemaDraft.draft2020, #"{"type":"strin"}"#), (.draft7, #"{"items":[{"type":1}]}"#),
    (.draft2020, #"{"allOf":[]}"#), (.draft2020, #"{"properties":{"a":{"minLength":-1}}}"#),
  ])
  func `a schema can be held against its own metaschema`(draft: SchemaDraft, wrong: String) throws {
    let schema = #"{"$ref":"\#(draft.rawValue)"}"#
    #expect(try JSONSchema.sentences(schema, wrong, assuming: draft).count == 1)
    #expect(try JSONSchema.sentences(schema, schema, assuming: draft).isEmpty)
  }

  @Test func `the drafts differ where they should`() throws {
    let tuple = #"{"items":[{"type":"null"}],"additionalItems":false}"#
    #expect(try JSONSchema.sentences(tuple, "[null,1]", assuming: .draft7) == ["$[1]: expected nothing; found 1"])
    let named = #"{"$schema":"http://json-schema.org/draft-07/schema#","items":[true],"unevaluatedItems":false}"#
    #expect(try JSONSchema.sentences(named, "[1,2]").isEmpty)
  }
}
