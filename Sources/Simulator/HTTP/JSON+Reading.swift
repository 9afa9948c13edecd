#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension JSON: Decodable {
  /// Reads any value; the keys of an object come in the order of the alphabet, since their own is not kept.
  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? value.decode(Int.self) {
      self = .integer(number)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let elements = try? value.decode([JSON].self) {
      self = .array(elements)
    } else {
      let fields = try value.decode([String: JSON].self)
      self = .object(fields.sorted { $0.key < $1.key }.map { Field(key: $0.key, value: $0.value) })
    }
  }

  /// Reads a text; nil for one that is not JSON.
  init?(parsing text: String) {
    guard let value = try? JSONDecoder().decode(JSON.self, from: Data(text.utf8)) else { return nil }
    self = value
  }

  /// The value of an object's key; nil when there is none, or this is no object.
  subscript(key: String) -> JSON? {
    fields.first { $0.key == key }?.value
  }

  var fields: [Field] {
    guard case .object(let fields) = self else { return [] }
    return fields
  }

  /// Nil for anything but an array.
  var elements: [JSON]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
}
