/// What a text holds that the arguments of a tool may be, by kind, each in its order and once.
struct Mentions: Hashable, Sendable {
  /// Words in quotes.
  let quoted: [String]
  let emails: [String]
  let links: [String]
  /// As in 2026-03-14.
  let dates: [String]
  /// As in 17:30.
  let times: [String]
  /// Words of letters and digits, as in A-4711, and numbers of four digits or more.
  let codes: [String]
  /// As in 3 * (4 + 5).
  let formulas: [String]

  init(in text: String) {
    quoted = Self.all(/["“„'‘](?<word>[^"“”„'‘’\n]{1,200})["”“'’](?!\w)/, in: text) { $0.output.word }
    emails = Self.all(/(?<word>[\w.+\-]+@[\w\-]+(\.[\w\-]+)+)/, in: text) { $0.output.word }
    links = Self.all(/(?<word>https?:\/\/[^\s"'<>)]*[^\s"'<>).,;])/, in: text) { $0.output.word }
    dates = Self.all(/\b(?<word>\d{4}-\d{2}-\d{2})\b/, in: text) { $0.output.word }
    times = Self.all(/\b(?<word>\d{1,2}:\d{2})\b/, in: text) { $0.output.word }
    let dates = dates
    codes = Self.all(/(?<word>#?\b(\p{L}+[\-_]?\d[\w\-]*|\d{4,}|\d+[\-_]?\p{L}[\w\-]*))/, in: text) { $0.output.word }
      .map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
      .filter { code in !dates.contains { $0.contains(code) } }
    formulas = Self.all(/(?<word>[(\d][\d\s.()]*[+\-*\/^×÷][\d\s.()+\-*\/^×÷]*[\d)])/, in: text) { $0.output.word }
  }

  private static func all<Output>(
    _ pattern: Regex<Output>, in text: String, _ part: (Regex<Output>.Match) -> Substring
  ) -> [String] {
    var seen: Set<String> = []
    return text.matches(of: pattern).map { String(part($0)) }.filter { seen.insert($0).inserted }
  }
}

extension Mentions {
  /// Those that an argument of this name and format may be; nil where neither says of which kind it is.
  func fitting(key: String, format: String?) -> [String]? {
    let words = Set(Self.words(of: key))
    return Self.kinds.first { kind in kind.format == format && format != nil || !words.isDisjoint(with: kind.words) }
      .map { $0.found(self) }
  }

  /// What names of arguments say about their kind, the surest first.
  private static let kinds: [(format: String?, words: Set<String>, found: @Sendable (Mentions) -> [String])] =
    [
      ("email", ["email", "mail", "recipient"], { $0.emails }),
      ("uri", ["url", "uri", "link", "website"], { $0.links }),
      ("date", ["date", "day"], { $0.dates }),
      ("time", ["time"], { $0.times }),
      (nil, ["expression", "formula", "equation", "calculation"], { $0.formulas + $0.quoted }),
      (
        nil, ["id", "code", "sku", "order", "ticket", "number", "invoice", "flight", "reference"],
        { $0.codes + $0.quoted }
      ),
      (nil, ["text", "message", "body", "content", "note", "title", "subject", "phrase"], { $0.quoted }),
    ]

  /// As in `order` and `id` of `orderId` and of `order_id`.
  static func words(of key: String) -> [String] {
    key.replacing(/(?<low>\p{Ll})(?<high>\p{Lu})/) { "\($0.output.low) \($0.output.high)" }.lowercased()
      .split { !$0.isLetter }.map(String.init)
  }
}
