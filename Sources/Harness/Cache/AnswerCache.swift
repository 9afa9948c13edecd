package import Benchmark

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Answers of earlier runs by what was asked, for work on prompts and checks.
package actor AnswerCache {
  private static let format = DatabaseFormat(
    // "bakc" in ASCII.
    applicationID: 0x6261_6B63, version: 1,
    tables: [
      // The answer is an attempt in JSON without its times; `stored` is in milliseconds since 1970.
      """
      CREATE TABLE answers (
        question TEXT PRIMARY KEY, model TEXT NOT NULL, stored INTEGER NOT NULL, answer TEXT NOT NULL)
      """
    ])

  package nonisolated let path: String
  private let database: Database
  /// Why answers are no longer kept.
  package private(set) var failure: CacheFailure?
  /// Takes keys out that a model may have repeated.
  private let redactor: Redactor

  /// - Throws: `CacheFailure`.
  package init(_ path: String, redactor: Redactor = Redactor()) throws {
    self.path = path
    self.redactor = redactor
    database = try CacheFailure.translating(path) {
      let database = try Database(path)
      try database.transaction { try database.adopt(AnswerCache.format) }
      return database
    }
  }

  /// What a model answered to the same question; nil when it was never asked.
  ///
  /// - Throws: `CacheFailure`.
  package func answer(for key: CacheKey) throws -> AttemptRecord? {
    let text = try step { try $0.value("SELECT answer FROM answers WHERE question = ?1", .text(key.text)).text }
    return text.flatMap { try? JSONDecoder().decode(AttemptRecord.self, from: Data($0.utf8)).admitted() }
  }

  /// Keeps an answer, one without the structure asked for included: that is tried again when it is recalled.
  ///
  /// An earlier one to the same question stays. A cache that fails is done without; `failure` tells.
  package func store(_ attempt: AttemptRecord, for key: CacheKey, at wall: Int64) {
    guard failure == nil else { return }
    do {
      try insert(attempt, for: key, at: wall)
    } catch {
      failure = error as? CacheFailure ?? CacheFailure(path, "\(error)")
    }
  }

  private func insert(_ attempt: AttemptRecord, for key: CacheKey, at wall: Int64) throws {
    guard [.ok, .length, .invalid].contains(attempt.outcome.kind), attempt.cached == nil else { return }
    var answer = attempt
    answer.reads = []
    answer.timeline = Timeline(queued: 0, admitted: 0, ended: 0)
    answer.connection = ConnectionRecord()
    guard let bytes = try? JSONEncoder().encode(answer) else { return }
    let text = redactor.redacted(String(decoding: bytes, as: UTF8.self))
    try step {
      try $0.run(
        "INSERT OR IGNORE INTO answers VALUES (?1, ?2, ?3, ?4)", .text(key.text),
        .text(redactor.redacted(attempt.requestedModel)),
        .integer(wall), .text(text))
    }
  }

  private func step<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try CacheFailure.translating(path) { try body(database) }
  }
}

// MARK: - For people

extension AnswerCache {
  /// What is kept of one model.
  package struct Holding: Hashable, Sendable {
    package var model: String
    package var answers: Int
    /// Milliseconds since 1970.
    package var oldest: Int64
    package var newest: Int64
  }

  /// What is kept, in the order of the models.
  ///
  /// - Throws: `CacheFailure`.
  package func holdings() throws -> [Holding] {
    let rows = try step {
      try $0.rows(
        """
        SELECT model, count(*), min(stored), max(stored) FROM answers GROUP BY model ORDER BY model
        """)
    }
    return rows.map { row in
      Holding(
        model: row[0].text ?? "", answers: Int(clamping: row[1].integer ?? 0), oldest: row[2].integer ?? 0,
        newest: row[3].integer ?? 0)
    }
  }

  /// Forgets everything and gives the disk its room back.
  ///
  /// - Throws: `CacheFailure`.
  package func clear() throws {
    try step {
      try $0.run("DELETE FROM answers")
      try $0.run("VACUUM")
    }
  }
}
