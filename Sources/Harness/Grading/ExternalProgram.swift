internal import Benchmark
internal import Dispatch
internal import Synchronization

/// A program that a suite names, run once with a text on its standard input.
///
/// It gets so much time and may write so much; then it is killed with all that it started. The process must ignore
/// SIGPIPE: a program need not read what it is given.
struct ExternalProgram: Sendable {
  /// Of standard output; what is wanted is one JSON object.
  static let largestOutput = 1 << 20
  /// Milliseconds between two looks at what no descriptor tells.
  private static let glance: Int32 = 20

  var command: [String]
  var folder: String
  var environment: [String: String]
  var timeout: Nanoseconds
  /// Monotonic.
  var now: @Sendable () -> Nanoseconds
  /// Takes keys out of what the program says, before anything of it is cut off.
  var redactor = Redactor()

  /// What came of it.
  enum Ending: Hashable, Sendable {
    /// It ended by itself with this status and wrote this; its last words follow a clause.
    case ended(status: Int32, output: [UInt8], lastWords: String)
    /// Nothing can be made of it; why, as a clause that follows the program's name.
    case failed(String)
    case cancelled
  }

  /// The wait is on a thread of its own; cancelling the task kills the program.
  func run(with input: [UInt8]) async -> Ending {
    let isCancelled = Flag()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        DispatchQueue(label: "bakeoff.program").async {
          continuation.resume(returning: converse(input, isCancelled: { isCancelled.isSet }))
        }
      }
    } onCancel: {
      isCancelled.set()
    }
  }

  private func converse(_ input: [UInt8], isCancelled: () -> Bool) -> Ending {
    let deadline = now() + timeout
    do {
      let process = try ProgramProcess(command, in: folder, environment: environment)
      var talk = GraderIO(input: input)
      while true {
        let exit = process.exit
        talk.exchange(with: process, waiting: exit == nil ? ExternalProgram.glance : 0)
        if talk.output.count > ExternalProgram.largestOutput {
          return .failed("wrote more than \(ExternalProgram.largestOutput >> 20) MiB")
        }
        switch exit {
        case .status(let status):
          return .ended(
            status: status, output: redactor.redacted(talk.output), lastWords: talk.lastWords(by: redactor))
        case .signal(let number): return .failed("was ended by signal \(number)\(talk.lastWords(by: redactor))")
        case nil: break
        }
        if isCancelled() { return .cancelled }
        if now() >= deadline { return .failed("took longer than \(TimeSpan(nanoseconds: timeout))") }
      }
    } catch {
      return .failed("could not be started: \((error as? FileError)?.reason ?? "\(error)")")
    }
  }

  /// Whether to go on, told from another thread.
  private final class Flag: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .relaxed) }
    func set() { flag.store(true, ordering: .relaxed) }
  }
}
