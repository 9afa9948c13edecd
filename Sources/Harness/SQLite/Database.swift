internal import CSQLite

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A connection to an SQLite file, for one task at a time.
final class Database {
  /// How long another process may hold the file before we give up; a booking takes a millisecond.
  private static let patience: Int32 = 10_000

  let path: String
  private let handle: OpaquePointer

  /// Opens the file, which is made for its owner alone where it is missing.
  init(_ path: String) throws {
    self.path = path
    try Database.createPrivately(path)
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
    guard let opened else { throw DatabaseFailure(kind: .unusable, reason: "there is no memory left") }
    handle = opened
    try check(code)
    sqlite3_busy_timeout(handle, Database.patience)
    try useWriteAheadLog()
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  /// An existing file is left alone: closing any descriptor of it would end the locks that this process has on it.
  private static func createPrivately(_ path: String) throws {
    do {
      _ = try OpenFile.create(path, mode: 0o600)
    } catch let error as FileError where error.code == EEXIST {
      return
    } catch let error as FileError {
      throw DatabaseFailure(kind: .unusable, reason: error.reason)
    }
  }

  /// Readers and writers do not wait for each other then, and a killed writer leaves nothing half done.
  ///
  /// A commit is in the system's hands when it returns, which a killed process survives; only a loss of power can take
  /// the last seconds away. The change of mode asks for the file at once and waits for nobody, hence the loop.
  private func useWriteAheadLog() throws {
    var code = SQLITE_BUSY
    for _ in 0..<(Database.patience / 10) where code == SQLITE_BUSY {
      code = sqlite3_exec(handle, "PRAGMA journal_mode = WAL", nil, nil, nil)
      if code == SQLITE_BUSY { usleep(10_000) }
    }
    try check(code)
    try run("PRAGMA synchronous = NORMAL")
  }

  /// Runs the body as one step that other processes see wholly or not at all; they wait meanwhile.
  func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try run("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      try? run("ROLLBACK")
      throw error
    }
  }

  /// Carries out one statement whose answer does not matter.
  func run(_ sql: String, _ values: SQLValue...) throws {
    _ = try rows(sql, values)
  }

  /// The rows that one statement answers; `?1`, `?2` … stand for the values.
  func rows(_ sql: String, _ values: SQLValue...) throws -> [SQLRow] {
    try rows(sql, values)
  }

  /// The first column of the first row.
  func value(_ sql: String, _ values: SQLValue...) throws -> SQLValue {
    try rows(sql, values).first?[0] ?? .null
  }

  private func rows(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow] {
    var prepared: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &prepared, nil))
    defer { sqlite3_finalize(prepared) }
    for (index, value) in values.enumerated() { try check(value.bind(to: prepared, at: Int32(index + 1))) }
    var rows: [SQLRow] = []
    while true {
      let code = sqlite3_step(prepared)
      if code == SQLITE_DONE { return rows }
      guard code == SQLITE_ROW else { throw failure(code) }
      rows.append(SQLRow(prepared))
    }
  }

  /// The number of the row that was added last.
  var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw failure(code) }
  }

  private func failure(_ code: Int32) -> DatabaseFailure {
    let words = String(cString: sqlite3_errmsg(handle))
    switch code & 0xFF {
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR: return DatabaseFailure(kind: .damaged, reason: words)
    default: return DatabaseFailure(kind: .unusable, reason: words)
    }
  }
}
