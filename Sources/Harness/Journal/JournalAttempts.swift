internal import Benchmark
internal import Synchronization
internal import Wire

/// The attempts that a journal's lines tell, each read from the file when it is asked for.
final class JournalAttempts: AttemptSource {
  /// Where in the file one stands.
  struct Place: Sendable {
    var line: Range<Int>
    var key: AttemptKey
  }

  private let file: ReadableFile
  private let places: [Place]
  let isSimulated: Bool
  private let firstFailure = Mutex<FileError?>(nil)

  init(in file: consuming ReadableFile, at places: [Place], isSimulated: Bool) {
    self.file = file
    self.places = places
    self.isSimulated = isSimulated
  }

  var count: Int { places.count }
  var failure: (any Error)? { firstFailure.withLock { $0 } }

  func key(at index: Int) -> AttemptKey { places[index].key }

  /// One that says nothing where the file cannot be read any more; `failure` tells.
  subscript(index: Int) -> AttemptRecord {
    do throws(FileError) {
      let line = try file.bytes(places[index].line)
      guard let attempt = try? QuickDecoder.decode(AttemptRecord.self, from: line).admitted(),
        attempt.trial == places[index].key.trial, attempt.attempt == places[index].key.attempt
      else { throw file.hasChanged }
      return attempt
    } catch {
      firstFailure.withLock { $0 = $0 ?? error }
      return AttemptRecord(lostAt: places[index].key)
    }
  }
}

extension AttemptRecord {
  fileprivate init(lostAt key: AttemptKey) {
    self.init(
      session: 0, trial: key.trial, attempt: key.attempt, prompt: "", contestant: "", repetition: 1, wall: "",
      timeline: Timeline(queued: 0, admitted: 0, ended: 0), requestedModel: "", outcome: Outcome(.cancelled))
  }
}
