/// The tables of a ledger.
enum LedgerSchema {
  /// "bake" in ASCII.
  static let format = DatabaseFormat(applicationID: 0x6261_6B65, version: 1, tables: tables)

  private static let tables = [
    // One row an account: its pace, which all processes share. Instants are nanoseconds of the continuous clock of `boot`.
    """
    CREATE TABLE accounts (
      id INTEGER PRIMARY KEY, origin TEXT NOT NULL, name TEXT NOT NULL,
      boot TEXT NOT NULL, stamp INTEGER NOT NULL, full INTEGER NOT NULL, held INTEGER NOT NULL,
      rate_limit INTEGER, rate_window INTEGER,
      learned_limit INTEGER, learned_window INTEGER, learned_day INTEGER,
      day_limit INTEGER,
      UNIQUE (origin, name))
    """,
    // One row an attempt, whatever became of it.
    """
    CREATE TABLE bookings (
      id INTEGER PRIMARY KEY, account INTEGER NOT NULL, day INTEGER NOT NULL, wall INTEGER NOT NULL,
      boot TEXT NOT NULL, continuous INTEGER NOT NULL, run TEXT NOT NULL, outcome TEXT)
    """,
    "CREATE INDEX bookings_by_day ON bookings (account, day)",
    "CREATE INDEX bookings_by_time ON bookings (account, boot, continuous)",
    "CREATE INDEX bookings_by_run ON bookings (run)",
    // What the server said it had counted on a day, and how much of that we did not book.
    """
    CREATE TABLE days (
      account INTEGER NOT NULL, day INTEGER NOT NULL, counted INTEGER NOT NULL, elsewhere INTEGER NOT NULL,
      PRIMARY KEY (account, day)) WITHOUT ROWID
    """,
    // Who waits; numbers are never given twice, so the smallest one has waited longest.
    """
    CREATE TABLE line (
      ticket INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER NOT NULL, boot TEXT NOT NULL, seen INTEGER NOT NULL)
    """,
  ]
}
