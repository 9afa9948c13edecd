/// What the process says when it ends.
enum ExitStatus: Int32, Sendable {
  /// The plan was carried out, whatever the models answered.
  case success = 0
  /// A check failed, or an answer lacks the structure asked for, and `--fail-on-checks` asks to hear of it.
  case checksFailed = 1
  /// Quota or availability left the evidence incomplete.
  case incomplete = 3
  /// EX_USAGE.
  case usage = 64
  /// EX_DATAERR: a suite or a journal that cannot be read.
  case badData = 65
  /// EX_UNAVAILABLE: no answer of any contestant came back, not even a bad one.
  case unavailable = 69
  /// EX_SOFTWARE: a mistake of ours.
  case software = 70
  /// EX_IOERR: something could not be written.
  case cannotWrite = 74
  /// EX_CONFIG: no key, or a refused one.
  case key = 78
  case hangUp = 129
  case interrupt = 130
  case terminate = 143
}
