internal import Benchmark

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// How a file's data is written into a request.
package struct AttachmentText: Sendable {
  let base64: @Sendable (FileFacts) throws -> String

  /// The data itself, read when it is sent.
  package static func data(in folder: SuiteFolder) -> AttachmentText {
    AttachmentText { Data(try folder.data(of: $0)).base64EncodedString() }
  }

  /// A word in the data's place, for people.
  package static let abbreviated = AttachmentText { "(\($0.bytes) bytes of \($0.path))" }
}
