/// Chance that is the same for the same words: SplitMix64 (Steele, Lea and Flood 2014) seeded by their FNV-1a hash.
struct Dice: Sendable {
  private var state: UInt64

  init(seed: UInt64, _ words: String...) {
    var hash = Hash()
    for word in words { hash.add(word) }
    state = hash.value ^ (seed &* 0x9E37_79B9_7F4A_7C15)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, not including, `bound`, which must be positive.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number from 0 up to, not including, 1.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  mutating func chance(_ share: Double) -> Bool {
    unit() < share
  }

  /// Nil for an empty list.
  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  /// A factor around 1 with about this relative spread, never below 0.4: twelve summed units are nearly normal.
  mutating func factor(spread: Double) -> Double {
    let normal = (0..<12).reduce(-6.0) { sum, _ in sum + unit() }
    return max(0.4, 1 + spread * normal)
  }

  /// Letters and digits, as in generation ids.
  mutating func letters(_ count: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    return String((0..<count).map { _ in alphabet[below(alphabet.count)] })
  }
}

extension Dice {
  /// FNV-1a over 64 bits, with an end mark after every text so that "ab", "c" differs from "a", "bc".
  struct Hash: Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
      for byte in text.utf8 { add(byte) }
      add(0xFF)
    }

    /// Bytes that go on where those before ended.
    mutating func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { add(byte) }
    }

    private mutating func add(_ byte: UInt8) {
      value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }
  }
}
