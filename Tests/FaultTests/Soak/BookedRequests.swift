import Foundation
import Testing

extension Stage {
  /// What `bakeoff quota --json` prints, as far as it is asked here.
  private struct Quota: Decodable {
    struct Account: Decodable {
      struct Today: Decodable {
        var booked: Int
      }

      var today: Today
    }

    var accounts: [Account]
  }

  /// How many requests the ledger has booked today.
  func booked() async throws -> Int {
    let words = ["quota", "--endpoint", endpoint, "--dialect", "openrouter", "--json"]
    let ending = try await Program(words, in: folder).ending()
    let quota = try JSONDecoder().decode(Quota.self, from: Data(ending.output.utf8))
    return quota.accounts.reduce(0) { $0 + $1.today.booked }
  }
}
