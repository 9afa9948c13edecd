import CLibcurl

/// The transport's thread: takes commands, lets libcurl work, and gives up what is over its deadline.
final class TransferLoop {
  /// Obeyed between two looks at the sockets.
  private static let mostCommands = 2

  private let multi: MultiHandle
  private let inbox: Inbox
  private let configuration: HTTPClient.Configuration
  private var transfers: [Int: Transfer] = [:]
  private var isOpen = true

  /// Taken from the inbox and not yet obeyed.
  private var commands: ArraySlice<Inbox.Command> = []

  /// The memory of all bodies in flight.
  var bodies: BodyBudget

  /// No deadline strikes before; may be earlier than the first of them, since a gap's moves on with every read.
  private var nextDeadline = Int64.max

  static func start(_ configuration: HTTPClient.Configuration) -> Inbox {
    let pipe = WakePipe()
    let inbox = Inbox(pipe)
    BackgroundThread.start(.usual) { TransferLoop(inbox, pipe, configuration).run() }
    return inbox
  }

  private init(_ inbox: Inbox, _ pipe: WakePipe, _ configuration: HTTPClient.Configuration) {
    self.inbox = inbox
    self.configuration = configuration
    bodies = BodyBudget(most: configuration.bodyBytes)
    multi = MultiHandle(configuration, wokenBy: pipe)
  }

  /// Tells apart what came at once from what came later.
  var wakeUp: Int { multi.wakeUp }

  private func run() {
    while isOpen {
      multi.turn(until: commands.isEmpty ? nextDeadline : 0)
      finishEnded()
      if bodies.isOver { endLargest() }
      obeyNext()
      strikeDeadlines()
    }
    shutDown()
  }

  private func shutDown() {
    for transfer in transfers.values { finish(transfer, .cancelled) }
    for case .start(let submission) in commands + inbox.close() { submission.end(.cancelled) }
  }
}

// Commands.
extension TransferLoop {
  /// A few at a time: a start costs as much as ten reads, and those that are due must not wait for hundreds of them.
  ///
  /// Nor must a server on this machine wait for the core while requests go out to it: that would be in their TTFT.
  private func obeyNext() {
    if commands.isEmpty { commands = inbox.takeAll()[...] }
    if commands.isEmpty { return }
    for command in commands.prefix(TransferLoop.mostCommands) { obey(command) }
    commands = commands.dropFirst(TransferLoop.mostCommands)
    BackgroundThread.giveWay()
  }

  private func obey(_ command: Inbox.Command) {
    switch command {
    case .start(let submission): start(submission)
    case .cancel(let id): finish(id, .cancelled)
    case .end(let id, let ending): finish(id, ending)
    case .close: isOpen = false
    }
  }

  private func start(_ submission: Submission) {
    guard isOpen else { return submission.end(.cancelled) }
    do throws(TransportFailure) {
      try begin(submission, to: submission.request.destination())
    } catch {
      submission.end(.failed(error))
    }
  }

  private func begin(_ submission: Submission, to destination: Destination) throws(TransportFailure) {
    guard let easy = EasyHandle() else { throw .outOfMemory }
    let transfer = Transfer(submission, to: destination, by: easy, on: self)
    easy.prepare(submission.request, to: destination, configuration)
    easy.report(to: transfer)
    guard multi.add(easy) else { throw .outOfMemory }
    transfers[submission.id] = transfer
    schedule(transfer.watch)
  }
}

// Endings.
extension TransferLoop {
  private func finishEnded() {
    while let (easy, code) = multi.nextFinished() {
      guard let transfer = Transfer.of(easy) else { continue }
      finish(transfer, transfer.ending(code))
    }
  }

  func isLargest(_ transfer: Transfer) -> Bool {
    transfers.values.allSatisfy { $0.body.held <= transfer.body.held }
  }

  /// Until the rest has room; the others are not touched.
  private func endLargest() {
    while bodies.isOver, let largest = transfers.values.max(by: { $0.body.held < $1.body.held }) {
      finish(largest, .tooLarge(.body))
    }
  }

  /// Does nothing when the transfer has ended already.
  private func finish(_ id: Int, _ ending: Ending) {
    if let transfer = transfers[id] { finish(transfer, ending) }
  }

  private func finish(_ transfer: Transfer, _ ending: Ending) {
    multi.remove(transfer.easy)
    transfers[transfer.submission.id] = nil
    transfer.submission.continuation.resume(returning: transfer.exchange(ending))
  }
}

// Deadlines.
extension TransferLoop {
  func schedule(_ watch: DeadlineWatch) {
    nextDeadline = min(nextDeadline, watch.next?.at ?? .max)
  }

  private func strikeDeadlines() {
    let now = Monotonic.now
    guard now >= nextDeadline else { return }
    nextDeadline = .max
    for transfer in transfers.values {
      if let next = transfer.watch.next, next.at <= now {
        strike(next.alarm, of: transfer)
      } else {
        schedule(transfer.watch)
      }
    }
  }

  private func strike(_ alarm: DeadlineWatch.Alarm, of transfer: Transfer) {
    let request = transfer.submission.request
    switch alarm {
    case .completion:
      transfer.watch.disarmCompletion()
      if let completion = request.completion { end(transfer, .leftOpen, if: completion.isReached) }
    case .deadline(.firstToken):
      transfer.watch.disarmFirstToken()
      guard let holdsToken = request.holdsToken else { return finish(transfer, .timedOut(.firstToken)) }
      end(transfer, .timedOut(.firstToken)) { !holdsToken($0) }
    case .deadline(let deadline): finish(transfer, .timedOut(deadline))
    }
  }

  /// Asks about the body so far, off this thread, whether the transfer is over.
  private func end(_ transfer: Transfer, _ ending: Ending, if isOver: @escaping @Sendable ([UInt8]) -> Bool) {
    schedule(transfer.watch)
    let (inbox, id, body) = (inbox, transfer.submission.id, transfer.body.bytes)
    Task { if isOver(body) { inbox.post(.end(id: id, ending)) } }
  }
}
