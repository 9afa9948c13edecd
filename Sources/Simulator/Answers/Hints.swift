/// What a conversation offers to put into a form: names, numbers, and values that tools answered.
struct Hints: Sendable {
  /// Words with a capital letter that do not begin a sentence, neighbours taken together.
  var names: [String]
  var numbers: [Double]
  var topics: [String]
  /// By key.
  var findings: [String: JSON]
  let mentions: Mentions
  /// All of it in lower case, to look for the words of a choice in.
  let text: String

  init(in chat: ChatRequest) {
    let question = String(chat.question.prefix(Self.reach))
    names = Self.names(in: question)
    numbers = question.matches(of: /\d+(\.\d+)?/).compactMap { Double($0.output.0) }
    topics = SentenceMaker(topicsOf: [question]).topics
    mentions = Mentions(in: question)
    findings = Dictionary(Findings(chat.toolResults).values.map { ($0.key, $0.value) }) { first, _ in first }
    text = question.lowercased()
  }

  /// A long text shall not hold up the answers that are being written.
  private static let reach = 4000

  private static func names(in text: String) -> [String] {
    var seen: Set<String> = []
    return text.matches(of: /[^.!?:\s"]["\s]+(\p{Lu}[\p{L}\-']+( \p{Lu}[\p{L}\-']+)*)/).map { String($0.output.1) }
      .filter { seen.insert($0).inserted }
  }
}
