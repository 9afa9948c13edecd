/// One walk through a suite's text, a prompt at a time: none is kept.
struct SuitePass {
  private let path: String
  private let elements: [Range<Int>]
  private var decoder: SuiteDecoder
  /// The strings and keys that look like API keys, in the order of the file.
  private(set) var leaks: [SuiteFinding] = []

  /// The path is the suite's.
  init(_ bytes: [UInt8], path: String, files: any SuiteFiles, elements: [Range<Int>]) {
    self.path = path
    decoder = SuiteDecoder(bytes, files: files)
    self.elements = elements
  }

  var findings: [SuiteFinding] { decoder.findings }

  /// The suite, if nothing is wrong with it.
  mutating func suite(_ root: SuiteElement) -> Suite? {
    var suite = decoder.suite(root, prompts: elements, path: path)
    addLeaks(in: root)
    let families = families()
    leaks.sort { $0.place.offset < $1.place.offset }
    if findings.isEmpty { decoder.reportUnused(decoder.shared.variables, of: .suite) }
    suite?.prompts = PromptList(
      SuitePrompts(
        decoder.bytes, files: decoder.files, shared: decoder.shared, elements: elements, families: families))
    return suite
  }

  /// The elements that are not one prompt as they stand.
  private mutating func families() -> [Int: PromptFamily] {
    var families: [Int: PromptFamily] = [:]
    for index in elements.indices {
      guard let element = element(index) else { continue }
      addLeaks(in: element)
      guard let family = decoder.family(element, number: index + 1), !family.isPlain else { continue }
      families[index] = family
    }
    return families
  }

  private func element(_ index: Int) -> SuiteElement? {
    JSONReader.read(decoder.bytes, in: elements[index]).root.map {
      SuiteElement(node: $0.asPrompt, path: "prompts[\(index)]")
    }
  }

  /// A finding with the way to the innermost value around it: what is no JSON is found before there are ways.
  func named(_ finding: SuiteFinding, in root: SuiteElement) -> SuiteFinding {
    guard case .json = finding.fault, finding.place.file == nil else { return finding }
    let offset = finding.place.offset
    let around = elements.firstIndex { $0.contains(offset) }
    var finding = finding
    finding.place.path = around.flatMap(element)?.path(at: offset) ?? root.path(at: offset)
    return finding
  }

  private mutating func addLeaks(in root: SuiteElement) {
    var waiting = [root]
    while let element = waiting.popLast() {
      switch element.node.kind {
      case .string(let text) where LeakedKey.isFound(in: text): addLeak(at: element.place())
      case .object(let members):
        for member in members where LeakedKey.isFound(in: member.key) { addLeak(at: element.place(member.keyOffset)) }
      default: break
      }
      waiting += element.inner
    }
  }

  private mutating func addLeak(at place: SuitePlace) {
    leaks.append(SuiteFinding(place: place, fault: .leakedKey))
  }
}
