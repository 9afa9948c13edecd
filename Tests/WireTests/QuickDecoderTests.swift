import Foundation
import Testing
import Wire

@Suite struct QuickDecoderTests {
  private func decoded<Value: Decodable>(_ text: String, as type: Value.Type = Value.self) throws -> Value {
    try QuickDecoder.decode(type, from: Array(text.utf8))
  }

  private struct Wide: Codable, Equatable {
    var flag: Bool
    var word: String
    var number: Int
    var small: UInt8?
    var long: Int64?
    var part: Double?
    var short: Float?
    var list: [Int?]?
    var pairs: [[Double]]?
    var names: [String: Int]?
    var kind: Kind?
    var inner: [Wide]?

    enum Kind: String, Codable { case one, two }
  }

  static let wrong = [
    "", "{", "[]", "null", "7", "{}", #"{"flag":true,"word":"w"}"#, #"{"flag":1,"word":"w","number":1}"#,
    #"{"flag":true,"word":null,"number":1}"#, #"{"flag":true,"word":"w","number":1.5}"#,
    #"{"flag":true,"word":"w","number":"1"}"#, #"{"flag":true,"word":"w","number":99999999999999999999}"#,
    #"{"flag":true,"word":"w","number":1,"small":256}"#, #"{"flag":true,"word":"w","number":1,"small":-1}"#,
    #"{"flag":true,"word":"w","number":1,"part":"x"}"#, #"{"flag":true,"word":"w","number":1,"part":1e999}"#,
    #"{"flag":true,"word":"w","number":1,"list":{}}"#, #"{"flag":true,"word":"w","number":1,"list":[true]}"#,
    #"{"flag":true,"word":"w","number":1,"kind":"three"}"#, #"{"flag":true,"word":"w","number":1,"names":[]}"#,
    #"{"flag":true,"word":"w","number":1,"inner":[{}]}"#, #"{"flag":true,"word":"w","number":1}}"#,
    #"{"flag":true,"word":"w","number":007}"#, #"{"flag":true,"word":"w","number":0x10}"#,
    #"{"flag":true,"word":"w","number":1,"part":1.}"#, #"{"flag":true,"word":"w","number":1,"part":0x1p3}"#,
    #"{"flag":true,"word":"w","number":1,"part":1e}"#, #"{"flag":true,"word":"w","number":1,"small":NaN}"#,
    #"{"flag":true,"word":"\ud83d","number":1}"#, #"{"flag":true,"word":"\ude00\ud83d","number":1}"#,
    #"{"flag":true,"word":"\q","number":1}"#, #"{"flag":true,"word":"\u00g0","number":1}"#,
    "{\"flag\":true,\"word\":\"a\u{1}\",\"number\":1}", "{\"flag\":true,\"word\":\"w\",\n\"number\":1}",
  ]

  @Test(arguments: wrong)
  func `what is of another type, missing, too large or no JSON is refused`(text: String) {
    #expect(throws: (any Error).self) { try decoded(text, as: Wide.self) }
  }

  @Test func `broken UTF-8 is refused, which answers of servers are not`() {
    let bytes = Array(#"{"flag":true,"word":""#.utf8) + [0xC3, 0x28] + Array(#"","number":1}"#.utf8)
    #expect(throws: (any Error).self) { try QuickDecoder.decode(Wide.self, from: bytes) }
  }

  static let right = [
    #"{"flag":true,"word":"","number":0}"#,
    #" {"number" : -12 , "word":"é \"\\\n\u00e9\ud83d\ude00/", "flag":false } "#,
    #"{"flag":true,"word":"w","number":9223372036854775807,"long":-9223372036854775808}"#,
    #"{"flag":true,"word":"w","number":12.0,"small":255,"part":-2.5E-3,"short":0.5,"list":[],"pairs":[[1,2.5],[]]}"#,
    #"{"flag":true,"word":"w","number":1,"list":[1,null,-3],"names":{"a":1,"":2},"kind":"two","part":7}"#,
    #"{"flag":true,"word":"w","number":1,"inner":[{"flag":false,"word":"日本","number":2,"inner":[]}],"other":{"x":[]}}"#,
    #"{"flag":true,"word":"w","number":1,"small":null,"part":null,"list":null,"names":null,"kind":null,"inner":null}"#,
  ]

  @Test(arguments: right)
  func `everything is decoded as the usual decoder does it`(text: String) throws {
    #expect(try decoded(text) == JSONDecoder().decode(Wide.self, from: Data(text.utf8)))
  }

  /// Takes its containers by hand, as records do that were written so.
  private struct ByHand: Decodable, Equatable {
    enum Key: String, CodingKey { case list, object, missing }

    var texts: [String] = []

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      texts.append("\(fields.allKeys.map(\.rawValue).sorted()) \(fields.contains(.missing))")
      var list = try fields.nestedUnkeyedContainer(forKey: .list)
      texts.append("\(list.count ?? -1) \(try list.decodeNil()) \(try list.decodeNil())")
      texts.append("\(try list.decode(Int8.self)) \(try list.decode(Bool.self)) \(list.currentIndex)")
      var inner = try list.nestedUnkeyedContainer()
      texts.append(try inner.decode(String.self) + " \(inner.isAtEnd)")
      texts.append("\(try list.nestedContainer(keyedBy: Key.self).decodeNil(forKey: .object)) \(list.isAtEnd)")
      let object = try fields.nestedContainer(keyedBy: Key.self, forKey: .object)
      texts.append(
        "\(try object.decode(UInt.self, forKey: .list)) \(try object.decodeIfPresent(Float.self, forKey: .missing) ?? 0)"
      )
      #expect(throws: DecodingError.self) { try inner.decode(String.self) }
      #expect(throws: DecodingError.self) { try fields.decodeNil(forKey: .missing) }
    }
  }

  @Test func `containers can be taken by hand`() throws {
    let text = #"{"list":[null,-7,true,["x"],{"object":null}],"object":{"list":3},"strange":1}"#
    let expected = ["[\"list\", \"object\"] false", "5 true false", "-7 true 3", "x true", "true true", "3 0.0"]
    #expect(try decoded(text, as: ByHand.self).texts == expected)
    #expect(try JSONDecoder().decode(ByHand.self, from: Data(text.utf8)).texts == expected)
  }
}
