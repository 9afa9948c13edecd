/// What a file of ours is, as its head says.
struct DatabaseFormat: Sendable {
  /// Marks the file: four letters in ASCII.
  var applicationID: Int64
  /// The version that is read and written.
  var version: Int64
  /// What makes the tables of a new file.
  var tables: [String]
}

extension Database {
  /// Makes the tables of an empty file, or finds out that the file is of this format.
  ///
  /// - Throws: `DatabaseFailure`.
  func adopt(_ format: DatabaseFormat) throws {
    let version = try value("PRAGMA user_version").integer ?? 0
    guard version <= format.version else {
      throw DatabaseFailure(kind: .newer(version: version, known: format.version), reason: "its format is newer")
    }
    if version == 0, try rows("SELECT name FROM sqlite_schema LIMIT 1").isEmpty {
      for table in format.tables { try run(table) }
      try run("PRAGMA application_id = \(format.applicationID)")
      try run("PRAGMA user_version = \(format.version)")
    } else if try value("PRAGMA application_id").integer != format.applicationID {
      throw DatabaseFailure(kind: .damaged, reason: "it is another program's database")
    }
  }
}
