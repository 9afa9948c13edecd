/// How models begin when they decline.
enum RefusalPhrases {
  /// What may stand before the refusal itself.
  private static let openings = [
    "i'm sorry", "i am sorry", "i'm very sorry", "sorry", "i apologize", "i apologise", "my apologies", "unfortunately",
    "thank you for asking", "es tut mir leid", "leider", "je suis désolé", "désolé", "lo siento", "mi dispiace",
    "desculpe", "抱歉", "很抱歉", "对不起", "對不起", "申し訳ありませんが",
  ]

  private static let phrases = [
    "i can't", "i cannot", "i can not", "i won't", "i will not", "i'm unable", "i am unable", "i'm not able",
    "i am not able", "i must decline", "i have to decline", "i need to decline", "i'm not comfortable",
    "i'm going to decline", "i decline", "as an ai", "ich kann", "das kann ich nicht", "je ne peux pas",
    "je ne suis pas en mesure", "no puedo", "non posso", "não posso", "我无法", "我不能", "我無法", "お答えできません",
  ]

  /// Looks at the first words only: what a refusal is said about may stand anywhere.
  static func begin(_ answer: String) -> Bool {
    var rest = Substring(String(answer.trimmed.prefix(200)).lowercased().replacing("’", with: "'"))
    while let opening = openings.first(where: rest.hasPrefix) {
      rest = rest.dropFirst(opening.count).drop { !$0.isLetter }
      for word in ["but ", "aber ", "mais ", "pero ", "ma ", "mas ", "但"] where rest.hasPrefix(word) {
        rest = rest.dropFirst(word.count)
      }
    }
    return phrases.contains { rest.hasPrefix($0) }
  }
}
