internal import Arguments
internal import Benchmark
internal import Harness

/// A length of time on the command line.
struct SpanOption: ArgumentValue, Hashable {
  var span: TimeSpan

  init(_ span: TimeSpan) {
    self.span = span
  }

  static func seconds(_ count: Int) -> SpanOption {
    SpanOption(TimeSpan(nanoseconds: Nanoseconds(count) * Nanoseconds.perSecond))
  }

  init(seconds: Double) {
    self.init(TimeSpan(nanoseconds: Nanoseconds(seconds: seconds) ?? 0))
  }

  init(argument: String) throws(InvalidValue) {
    guard let span = TimeSpan(argument) else { throw InvalidValue("say it as 500ms, 5s or 2min") }
    self.span = span
  }

  var argument: String { span.description }
  var seconds: Double { span.nanoseconds.seconds }
}
