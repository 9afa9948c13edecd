internal import Benchmark
internal import Harness
internal import Wire

/// What is asked of an endpoint before the first request that counts.
struct Preflight: Sendable {
  var service: Service
  var endpoint: Endpoint

  /// The endpoint's models, or nil where it answers but lists none that we can read.
  ///
  /// - Throws: `Failure` when nothing answers.
  func catalogue() async throws -> [CatalogueModel]? {
    do {
      let models = try await service.models()
      return models.isEmpty ? nil : models
    } catch .unreachable(let why) {
      throw Failure(.unavailable, "\(endpoint.name) cannot be reached: \(why).")
    } catch .cancelled {
      throw CancellationError()
    } catch {
      return nil
    }
  }

  /// Free requests left today, as the server counts; nil where it does not say.
  ///
  /// - Throws: `Failure` when the key is refused.
  func quota() async throws -> KeyInfo? {
    if case .counted(let info) = try await keyInfo() { info } else { nil }
  }

  /// What the server says of a key, or why it does not.
  ///
  /// - Throws: `Failure` when the key is refused.
  func keyInfo() async throws -> AccountQuota.Answer {
    do {
      return .counted(try await service.keyInfo())
    } catch {
      switch error {
      case .refused(status: 401, let words): throw Failure(.key, "\(endpoint.name) refused the key: \(words)")
      case .cancelled: throw CancellationError()
      case .refused(let status, let words): return .silent("\(status): \(words)")
      case .unreachable(let why): return .silent(why)
      case .unreadable: return .silent("its answer cannot be read")
      }
    }
  }
}
