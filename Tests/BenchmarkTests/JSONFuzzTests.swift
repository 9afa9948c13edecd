import Benchmark
import Testing

/// Mutilated texts: whatever a file holds, the reader answers.
@Suite struct JSONFuzzTests {
  private static let sample = Array(
    """
    {"name": "é😀\\u00e9\\ud83d\\ude00\\n", "list": [1, -2.5e3, true, null, {"deep": [[]]}],
     "prompts": [{"prompt": "Why?", "checks": [{"type": "regex", "pattern": "^a[b-c]*$"}]}]}
    """.utf8)

  @Test func `every beginning of a text is refused with a problem`() {
    for length in 0..<Self.sample.count {
      let reading = JSONReader.read(Array(Self.sample.prefix(length)))
      #expect(reading.root == nil)
      #expect(reading.problems.last?.fault.breaksGrammar == true)
    }
  }

  @Test func `whatever bytes change, the reader answers and places lie in the text`() {
    var random = SeededGenerator(seed: 1)
    let spice = Array("{}[]\",:\\u/'#-+.eE019tfn \n\0".utf8) + [0x80, 0xC3, 0xED, 0xF0, 0xFF]
    for _ in 0..<5_000 {
      var bytes = Self.sample
      for _ in 0...random.next(below: 4) {
        let place = random.next(below: bytes.count)
        switch random.next(below: 3) {
        case 0: bytes[place] = spice[random.next(below: spice.count)]
        case 1: bytes.insert(spice[random.next(below: spice.count)], at: place)
        default: bytes.remove(at: place)
        }
      }
      let reading = JSONReader.read(bytes)
      #expect(reading.root != nil || reading.problems.last?.fault.breaksGrammar == true)
      #expect(reading.problems.allSatisfy { (0...bytes.count).contains($0.offset) })
      let suite = SuiteReader.read(bytes, path: "fuzz.json")
      #expect((suite.suite == nil) == !suite.problems.isEmpty)
    }
  }
}
