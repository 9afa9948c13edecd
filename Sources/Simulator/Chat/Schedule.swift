/// Deals out the moments at which a model's tokens come, several at a time.
struct Schedule {
  /// Simulated nanoseconds from the request to the last token dealt so far.
  private(set) var now: Int64
  /// When the head of the response is out: the provider has taken the request, no token has come.
  let opening: Int64
  private let pace: Pace
  private var dice: Dice
  private var isFirst = true

  init(pace: Pace, dice: Dice) {
    self.pace = pace
    self.dice = dice
    now = Int64(Double(pace.firstToken) * 1_000_000 * self.dice.factor(spread: pace.spread))
    opening = now * 3 / 5
  }

  /// Groups of tokens, each due when its last token is made.
  mutating func pieces(of tokens: ArraySlice<Substring>, as part: Generation.Part) -> [Generation.Piece] {
    var pieces: [Generation.Piece] = []
    var rest = tokens
    while !rest.isEmpty {
      let group = rest.prefix(1 + dice.below(2 * typicalGroup - 1))
      rest = rest.dropFirst(group.count)
      advance(tokens: group.count)
      pieces.append(Generation.Piece(part: part, text: group.joined(), at: now))
    }
    return pieces
  }

  /// A call of a tool: its name, and then its arguments; or all of it at once.
  mutating func call(
    _ head: Generation.Part, at place: Int, arguments: ArraySlice<Substring>, isWhole: Bool
  ) -> [Generation.Piece] {
    advance(tokens: isWhole ? arguments.count : 1)
    let opening = Generation.Piece(part: head, text: isWhole ? arguments.joined() : "", at: now)
    return [opening] + (isWhole ? [] : pieces(of: arguments, as: .arguments(place)))
  }

  /// The first group is what the time to the first token waited for; every other takes its tokens' time.
  private mutating func advance(tokens: Int) {
    defer { isFirst = false }
    guard !isFirst else { return }
    let seconds = Double(tokens) / pace.tokensPerSecond * dice.factor(spread: pace.spread)
    now += Int64(seconds * 1_000_000_000)
  }

  /// Gateways send about twenty pieces a second, whatever the model's speed.
  private var typicalGroup: Int {
    max(2, Int(pace.tokensPerSecond / 20))
  }
}
