import Benchmark
import Testing

@Suite struct JSONPathTests {
  // SAD PATH

  @Test(arguments: [
    ("", "it begins with $, the whole value"),
    ("a.b", "it begins with $, the whole value"),
    ("$a", "a point or a bracket must stand before 'a'"),
    ("$.", "a name is missing at its end or before ''"),
    ("$..", "a name is missing at its end or before ''"),
    ("$.a b", "a point or a bracket must stand before ' b'"),
    ("$.0", "a name that begins with a digit stands in brackets: ['0']"),
    ("$[", "in brackets stands a number, a name in quotes or *"),
    ("$[a]", "in brackets stands a number, a name in quotes or *"),
    ("$[0", "a closing bracket is missing"),
    ("$['a", "a closing quote is missing"),
    ("$['a\\n']", "a backslash keeps a quote or a backslash, nothing else"),
    ("$[0:2]", "slices and lists of places are not among what bakeoff reads"),
    ("$[0,1]", "slices and lists of places are not among what bakeoff reads"),
    ("$[?@.a]", "filters ([?…]) are not among what bakeoff reads"),
    ("$..a..b", "more than one descent (..) is not among what bakeoff reads"),
    ("$[99999999999999999999]", "in brackets stands a number, a name in quotes or *"),
  ])
  func `what is no path says why`(text: String, reason: String) {
    #expect(JSONPath.parse(text) == .failure(.init(reason: reason)))
  }

  // HAPPY PATH

  private static let store = #"{"a b":{"c":[10,20,[30]]},"d":{"c":1},"'":2,"é":3,"_x9":4,"":5}"#

  @Test(arguments: [
    ("$['a b'].c[0]", "[10]"), ("$[\"a b\"]['c'][-1]", "[[30]]"), ("$['a b'].c[-4]", "[]"), ("$['a b'].c[3]", "[]"),
    ("$[ 'd' ][ \"c\" ]", "[1]"), ("$['\\'']", "[2]"), ("$.é", "[3]"), ("$._x9", "[4]"), ("$['']", "[5]"),
    ("$.d.*", "[1]"), ("$['a b'].c[*]", "[10,20,[30]]"), ("$..c", "[[10,20,[30]],1]"), ("$..[0]", "[10,30]"),
    ("$.d.c.e", "[]"), ("$.d[0]", "[]"), ("$.missing[*]", "[]"), ("$.d.c", "[1]"),
  ])
  func `a path leads to values`(text: String, values: String) throws {
    let root = try #require(JSONReader.read(Array(Self.store.utf8)).root?.value)
    #expect(JSONValue.array(try JSONPath.parse(text).get().values(in: root)).json == values)
  }
}
