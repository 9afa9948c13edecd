import CLibcurl
import Synchronization

/// Sends requests and stamps what comes back; libcurl does the work on one thread of the client's own.
///
/// Requests run side by side, each on a connection of its own unless HTTP/2 was asked for. Redirects are not followed,
/// TLS is always verified, and nothing is sent twice: what fails is an `Exchange` like any other.
package final class HTTPClient: Sendable {
  private let inbox: Inbox
  private let lastID = Atomic(0)

  package init(configuration: Configuration = Configuration()) {
    inbox = TransferLoop.start(configuration)
  }

  deinit {
    close()
  }

  /// Cancelling the task ends the transfer at once; its exchange holds what had come.
  package func send(_ request: HTTPRequest) async -> Exchange {
    let started = Monotonic.now
    let id = lastID.add(1, ordering: .relaxed).newValue
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        inbox.submit(Submission(id: id, request: request, started: started, continuation: continuation))
      }
    } onCancel: {
      inbox.post(.cancel(id: id))
    }
  }

  /// Ends the thread; transfers in flight and later ones end as cancelled.
  package func close() {
    inbox.post(.close)
  }

  /// libcurl's words for itself and what it was built with: `libcurl/8.7.1 SecureTransport …`.
  package static var version: String {
    curl_version().map { String(cString: $0) } ?? "libcurl"
  }
}
