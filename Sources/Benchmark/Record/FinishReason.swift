/// Why an answer ended, in OpenAI's words; servers spell each of them in several ways.
package enum FinishReason: String, Sendable {
  case stop, length
  case toolCalls = "tool_calls"
  case contentFilter = "content_filter"
  /// The server gave up, though no error object says so.
  case error

  /// Reads a server's spelling; nil for one that is not known.
  ///
  /// Gemini (`MAX_TOKENS`, `FinishReason.SAFETY`), Cohere (`COMPLETE`), Anthropic (`end_turn`), Bedrock, Mistral, vLLM
  /// and z.ai have spellings of their own; case, blanks and underscores do not matter.
  package init?(spelling: String) {
    let word = spelling.split(separator: ".").last?.lowercased().filter(\.isLetter) ?? ""
    guard let meaning = Self.spellings.first(where: { $0.words.contains(word) })?.meaning else { return nil }
    self = meaning
  }

  private static let spellings: [(meaning: FinishReason, words: Set<String>)] = [
    (.stop, ["stop", "stopsequence", "endturn", "complete", "completed", "eos", "eostoken"]),
    (
      .length,
      [
        "length", "modellength", "maxlength", "maxtokens", "maxoutputtokens", "maxcompletiontokens", "tokenlimit",
        "errorlimit", "modelcontextwindowexceeded", "contextlengthexceeded",
      ]
    ),
    (.toolCalls, ["toolcalls", "toolcall", "tooluse", "functioncall", "functioncalls"]),
    (
      .contentFilter,
      [
        "contentfilter", "contentfiltered", "refusal", "safety", "recitation", "blocklist", "prohibitedcontent", "spii",
        "imagesafety", "imageprohibitedcontent", "imagerecitation", "errortoxic", "guardrailintervened", "sensitive",
      ]
    ),
    (
      .error,
      [
        "error", "abort", "aborted", "insufficientsystemresource", "networkerror", "timeout", "malformedfunctioncall",
        "unexpectedtoolcall",
      ]
    ),
  ]
}
