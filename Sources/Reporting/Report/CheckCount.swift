import Benchmark

/// How a cell's checks came out.
struct CheckCount: Hashable, Sendable {
  var passed = 0
  var failed = 0
  var ungraded = 0

  init(_ results: [CheckResult]) {
    for result in results {
      switch result.passed {
      case true?: passed += 1
      case false?: failed += 1
      case nil: ungraded += 1
      }
    }
  }
}
