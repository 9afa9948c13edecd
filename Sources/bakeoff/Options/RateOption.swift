internal import Arguments
internal import Benchmark
internal import Harness

/// What `--rate` says: a limit, or `off`.
struct RateOption: ArgumentValue, Hashable {
  /// Nil means that nothing is limited.
  var rate: RequestRate?

  init(rate: RequestRate?) {
    self.rate = rate
  }

  init(argument: String) throws(InvalidValue) {
    if argument == "off" { return }
    guard let rate = RequestRate(argument) else { throw InvalidValue("say it as 20/min, 6/10s or off") }
    self.rate = rate
  }

  var argument: String { rate.map(\.description) ?? "off" }
}
