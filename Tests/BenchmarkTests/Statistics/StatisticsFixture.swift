import Foundation

/// Reference values of scipy and statsmodels, from Tests/Fixtures/stats.
struct StatisticsFixture<Case: Decodable>: Decodable {
  let cases: [Case]

  static func cases(of name: String, as type: Case.Type = Case.self) throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/stats/\(name).json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(StatisticsFixture.self, from: Data(contentsOf: file)).cases
  }
}

/// Whether two numbers agree to an absolute tolerance.
func agree(_ found: Double?, _ expected: Double?, within tolerance: Double) -> Bool {
  switch (found, expected) {
  case (let found?, let expected?): abs(found - expected) <= tolerance
  case (nil, nil): true
  default: false
  }
}
