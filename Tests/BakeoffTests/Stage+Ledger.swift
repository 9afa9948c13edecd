import CSQLite
import Foundation
import Support
import Testing

/// What `bakeoff quota --json` prints, as far as tests ask.
struct PrintedQuota: Decodable {
  struct Account: Decodable {
    struct Now: Decodable {
      var limit: Int
      var booked: Int
      var left: Int
    }

    struct Today: Decodable {
      var limit: Int?
      var limit_from: String?
      var left: Int?
      var booked: Int
      var elsewhere: Int
      var counted_by_server: Int?
      var resets_at: String
      var resets_at_local: String
    }

    struct Spending: Decodable {
      var run: String
      var requests: Int
      var outcomes: [String: Int]
    }

    var endpoint: String
    var account: String
    /// Nil where nothing limits it.
    var now: Now?
    var held_seconds: Double
    var today: Today
    var spent_by: [Spending]
  }

  var accounts: [Account]
}

extension Stage {
  var ledger: String { folder.path("state/bakeoff/ledger.sqlite") }

  /// What the ledger holds of this stage's simulator, without asking it.
  func quota(_ more: [String] = [], environment: [String: String] = [:]) async throws -> [PrintedQuota.Account] {
    let words = ["quota", "--endpoint", endpoint, "--dialect", "openrouter", "--json"] + more
    let ending = try await run(words, environment: environment)
    #expect(ending.status == 0, "it said: \(ending.error)")
    return try JSONDecoder().decode(PrintedQuota.self, from: Data(ending.output.utf8)).accounts
  }

  /// Makes the ledger what it will be so many days from now.
  func ageLedger(days: Int) throws {
    var file: OpaquePointer?
    defer { sqlite3_close_v2(file) }
    try #require(sqlite3_open_v2(ledger, &file, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK)
    let sql = """
      UPDATE bookings SET day = day - \(days), wall = wall - \(days) * 86400000,
        continuous = continuous - \(days) * 86400000000000;
      UPDATE days SET day = day - \(days);
      """
    try #require(sqlite3_exec(file, sql, nil, nil, nil) == SQLITE_OK)
  }
}
