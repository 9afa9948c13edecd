/// A value that one word of a command line stands for.
package protocol ArgumentValue: Sendable {
  init(argument: String) throws(InvalidValue)

  /// The word that stands for this value; what help shows as the default.
  var argument: String { get }

  /// All words that are accepted; empty when they cannot be listed.
  static var choices: [String] { get }
}

extension ArgumentValue {
  package var argument: String { "\(self)" }
  package static var choices: [String] { [] }
}

/// Why a word does not stand for a value.
package struct InvalidValue: Error, Hashable, Sendable {
  /// What to do, in words that follow a colon ("say it as 20/min or 6/10s").
  package var remedy: String?

  package init(_ remedy: String? = nil) {
    self.remedy = remedy
  }
}

extension ArgumentValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  package init(argument: String) throws(InvalidValue) {
    guard let value = Self(rawValue: argument) else { throw InvalidValue() }
    self = value
  }

  package var argument: String { rawValue }
  package static var choices: [String] { allCases.map(\.rawValue) }
}

extension String: ArgumentValue {
  package init(argument: String) {
    self = argument
  }
}

extension Int: ArgumentValue {
  package init(argument: String) throws(InvalidValue) {
    guard let value = Int(argument) else { throw InvalidValue("say it as a whole number") }
    self = value
  }
}

extension UInt64: ArgumentValue {
  package init(argument: String) throws(InvalidValue) {
    guard let value = UInt64(argument) else { throw InvalidValue("say it as a whole number, 0 or more") }
    self = value
  }
}

extension Double: ArgumentValue {
  package init(argument: String) throws(InvalidValue) {
    guard let value = Double(argument), value.isFinite else { throw InvalidValue("say it as a number") }
    self = value
  }
}
