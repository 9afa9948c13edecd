/// The prompts that a suite's text holds; it has been checked before.
struct SuitePrompts: PromptSource {
  let count: Int

  private let bytes: [UInt8]
  private let files: any SuiteFiles
  private let shared: SharedTexts
  /// Where the elements of the list stand that makes the prompts.
  private let elements: [Range<Int>]
  /// The elements that are not one prompt as they stand.
  private let families: [Int: PromptFamily]
  /// The number of each element's first prompt; empty where each element is one.
  private let starts: [Int]

  init(
    _ bytes: [UInt8], files: any SuiteFiles, shared: SharedTexts, elements: [Range<Int>],
    families: [Int: PromptFamily]
  ) {
    self.bytes = bytes
    self.files = files
    self.shared = shared
    self.elements = elements
    self.families = families
    var starts: [Int] = []
    var next = 0
    for index in elements.indices where !families.isEmpty {
      starts.append(next)
      next += families[index]?.count ?? 1
    }
    self.starts = starts
    count = families.isEmpty ? elements.count : next
  }

  subscript(index: Int) -> Prompt {
    let element = starts.isEmpty ? index : starts.partitioningIndex { $0 > index } - 1
    let family = families[element]
    let place = starts.isEmpty ? 0 : index - starts[element]
    var decoder = SuiteDecoder(bytes, files: files)
    decoder.shared = shared
    decoder.scope =
      family?.scope(of: place) ?? PromptFamily(Declarations(), in: shared.variables)?.scope(of: 0) ?? Scope()
    let node = family?.element ?? JSONReader.read(bytes, in: elements[element]).root?.asPrompt
    let prompt = node.flatMap {
      decoder.prompt(
        SuiteElement(node: $0, path: ""), number: element + 1, suffix: family?.suffix(of: place) ?? "")
    }
    // It was a prompt when the suite was checked, and neither text nor files have changed since.
    return prompt ?? Prompt(id: "prompt-\(element + 1)", turns: [])
  }
}

extension [Int] {
  /// The first index whose element fulfils a condition that all behind it fulfil too.
  fileprivate func partitioningIndex(where isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension JSONNode {
  /// The object that an element of the list of prompts stands for: a text alone is its question.
  var asPrompt: JSONNode {
    guard case .string = kind else { return self }
    return JSONNode(
      kind: .object([JSONMember(key: "prompt", keyOffset: range.lowerBound, value: self)]), range: range)
  }
}
