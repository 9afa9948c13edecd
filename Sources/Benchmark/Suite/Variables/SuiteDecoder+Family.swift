extension SuiteDecoder {
  /// Rows and lists written into a prompt make it long to read; from so many bytes on it is read once.
  private static let longDeclaration = 4_096

  /// Checks all prompts that an element makes, up to the first that is wrong: the others would be so alike.
  mutating func family(_ element: SuiteElement, number: Int) -> PromptFamily? {
    let before = findings.count
    scope = Scope()
    forgetUsed(of: .prompt)
    let fields = members(element) ?? [:]
    let own = declarations(fields)
    guard var family = PromptFamily(own, in: shared.variables), hasRoom(for: family) else {
      report(.tooManyPrompts(most: PromptFamily.mostPrompts), at: element)
      return nil
    }
    // What makes many prompts is long itself: it is not walked through for each of them.
    let template = element.without(Self.declaring)
    for index in 0..<family.count {
      scope = family.scope(of: index)
      guard let prompt = prompt(template, number: number, suffix: family.suffix(of: index)) else { break }
      check(prompt.id, at: fields["id"] ?? element)
      if findings.count > before { break }
    }
    if findings.count == before { reportUnused(own, of: .prompt) }
    let isLong = Self.declaring.contains { (fields[$0]?.node.range.count ?? 0) > Self.longDeclaration }
    if isLong { family.element = template.node }
    return family
  }

  /// Whether the suite may hold these prompts beside those before them.
  private mutating func hasRoom(for family: PromptFamily) -> Bool {
    guard promptCount + family.count <= PromptFamily.mostPrompts else { return false }
    promptCount += family.count
    return true
  }

  /// Says which variables no text has named.
  mutating func reportUnused(_ declared: Declarations, of owner: Scope.Owner) {
    for (name, place) in declared.places where used[owner]?.contains(name) != true {
      report(.unusedVariable(name), at: place)
    }
  }
}
