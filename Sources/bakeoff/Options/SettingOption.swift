internal import Arguments
internal import Benchmark

/// A setting of requests on the command line, by its name in a suite: `top_p=0.9`, `provider.sort=price`.
struct SettingOption: ArgumentValue, Hashable {
  /// The way to the value: a name, and one within it where it is an object.
  var names: [String]
  var value: JSONValue

  init(names: [String], value: JSONValue) {
    self.names = names
    self.value = value
  }

  init(argument: String) throws(InvalidValue) {
    let sides = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let names = sides[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard sides.count == 2, !names.contains("") else {
      throw InvalidValue("say it as top_p=0.9 or provider.sort=price")
    }
    let reading = JSONReader.read(Array(sides[1].utf8))
    let value = reading.problems.isEmpty ? reading.root?.value : nil
    self.init(names: names, value: value ?? .string(String(sides[1])))
  }

  var argument: String { names.joined(separator: ".") + "=" + value.json }
}

extension [SettingOption] {
  /// All of them as one object; of two that set the same, the later one counts.
  var object: [String: JSONValue] {
    reduce(into: [:]) { object, setting in JSONValue.set(setting.value, at: setting.names[...], in: &object) }
  }
}

extension JSONValue {
  fileprivate static func set(_ value: JSONValue, at names: ArraySlice<String>, in object: inout [String: JSONValue]) {
    guard let name = names.first else { return }
    if names.count == 1 {
      object[name] = value
    } else {
      var inner: [String: JSONValue] = if case .object(let members)? = object[name] { members } else { [:] }
      set(value, at: names.dropFirst(), in: &inner)
      object[name] = .object(inner)
    }
  }
}
