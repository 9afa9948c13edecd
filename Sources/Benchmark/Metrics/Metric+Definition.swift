extension Metric {
  /// What it means, in one sentence, as every report prints it.
  package var definition: String {
    switch self {
    case .queue: "Waiting for the rate limiter before the request left; never inside any latency."
    case .connect: "From admission to a connection with TLS done, or a connection used again."
    case .timeToFirstToken:
      "From the request's start to the first text, reasoning included; the upload is inside, connecting is not."
    case .timeToFirstAnswer: "From the request's start to the first text outside reasoning, or a tool call."
    case .thinking: "From the first token to the first of the answer, where reasoning text was seen."
    case .latency: "From the request's start to the last token; without streaming, to the body's last byte."
    case .wall: "From the trial's first place in the queue to the end, retries and waits included."
    case .retry: "Earlier attempts of the trial and the back-off after them; never inside any latency."
    case .decodeRate:
      "Tokens between the first and the last, a second; unknown under 20 tokens, 5 reads or 100 ms and when reasoning "
        + "was hidden."
    case .answerRate: "The same over the answer's tokens and from the answer's first."
    case .outputRate: "All tokens over the whole latency, a second."
    case .timePerToken: "1000 over decode_tps."
    case .medianGap: "The median gap between two reads that brought text."
    case .longestGap: "The longest gap between two reads that brought text."
    case .stalls: "Gaps between two reads of more than a second."
    case .answerCharacterRate:
      "Characters of the answer a second from its first, for fairness across tokenizers."
    case .tokens: "Tokens that the model wrote, by the server's count; ~ marks an estimate (UTF-8 bytes over 4)."
    }
  }

  /// What its numbers count.
  package var unit: Unit {
    switch self {
    case .decodeRate, .answerRate, .outputRate: .tokensPerSecond
    case .answerCharacterRate: .charactersPerSecond
    case .stalls: .gaps
    case .tokens: .tokens
    default: .milliseconds
    }
  }

  /// What a metric's numbers count.
  package enum Unit: String, Hashable, Sendable {
    case milliseconds = "ms"
    case tokensPerSecond = "tokens/s"
    case charactersPerSecond = "characters/s"
    case tokens
    case gaps
  }
}
