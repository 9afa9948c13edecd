/// A named list of prompts with what every one of them shares: what a user writes and keeps.
package struct Suite: Hashable, Sendable {
  package var name: String
  package var description: String?
  /// Settings of every prompt; a prompt's own, a contestant's and the command line's win, in that order.
  package var parameters: Parameters
  /// Who takes part when a command line names nobody.
  package var contestants: [ContestantSpec]
  /// For every prompt that has none of its own.
  package var tools: [Tool]
  /// The most requests a turn may take where tools are called.
  package var maxRounds: Int?
  /// For every prompt that says nothing else.
  package var output: StructuredOutput?
  package var prompts: PromptList

  package init(
    name: String, description: String? = nil, parameters: Parameters = Parameters(), contestants: [ContestantSpec] = [],
    tools: [Tool] = [], maxRounds: Int? = nil, output: StructuredOutput? = nil, prompts: some Sequence<Prompt>
  ) {
    self.name = name
    self.description = description
    self.parameters = parameters
    self.contestants = contestants
    self.tools = tools
    self.maxRounds = maxRounds
    self.output = output
    self.prompts = PromptList(prompts)
  }

  /// The tools of one of its prompts.
  package func tools(of prompt: Prompt) -> [Tool] { prompt.tools ?? tools }

  /// The structure that one of its prompts asks for; nil for a free form.
  package func output(of prompt: Prompt) -> StructuredOutput? {
    prompt.output.map(\.structure) ?? output
  }

  /// Whether calls of a prompt's tools are answered, so that a turn of it may take several requests.
  package func answersTools(of prompt: Prompt) -> Bool { tools(of: prompt).contains { !$0.results.isEmpty } }

  /// The contestants that words name, by their names or else their models; a word of neither is a model's id.
  ///
  /// All of them where there are no words.
  package func entrants(named words: [String]) -> [ContestantSpec] {
    guard !words.isEmpty else { return contestants }
    return words.flatMap { word in
      if let entrant = contestants.first(where: { $0.name == word }) { return [entrant] }
      let asked = contestants.filter { $0.model == word }
      return asked.isEmpty ? [ContestantSpec(name: word, model: word)] : asked
    }
  }

  /// The most requests that a turn of one of its prompts may take.
  package func maxRounds(of prompt: Prompt) -> Int { prompt.maxRounds ?? maxRounds ?? Tool.usualRounds }
}

/// The journal says a suite as its file does, without what says nothing; its prompts have lines of their own.
extension Suite: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, description, parameters, contestants, tools
    case maxRounds = "max_rounds"
    case output
    /// In journals of format 1 alone.
    case prompts
    case promptCount = "prompt_count"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try fields.decode(String.self, forKey: .name),
      description: try fields.decodeIfPresent(String.self, forKey: .description),
      parameters: try fields.decodeIfPresent(Parameters.self, forKey: .parameters) ?? Parameters(),
      contestants: try fields.decodeIfPresent([ContestantSpec].self, forKey: .contestants) ?? [],
      tools: try fields.decodeIfPresent([Tool].self, forKey: .tools) ?? [],
      maxRounds: try fields.decodeIfPresent(Int.self, forKey: .maxRounds),
      output: try fields.decodeIfPresent(StructuredOutput.self, forKey: .output),
      prompts: try fields.decodeIfPresent([Prompt].self, forKey: .prompts) ?? [])
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(name, forKey: .name)
    try fields.encodeIfPresent(description, forKey: .description)
    if parameters != Parameters() { try fields.encode(parameters, forKey: .parameters) }
    if !contestants.isEmpty { try fields.encode(contestants, forKey: .contestants) }
    if !tools.isEmpty { try fields.encode(tools, forKey: .tools) }
    try fields.encodeIfPresent(maxRounds, forKey: .maxRounds)
    try fields.encodeIfPresent(output, forKey: .output)
    try fields.encode(prompts.count, forKey: .promptCount)
  }
}
