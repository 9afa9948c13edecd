/// A place in a text as editors show it; both numbers begin with 1.
package struct SourcePlace: Hashable, Sendable {
  package var line: Int
  /// In Unicode scalars.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A text of which offsets are known and lines are wanted, which end with LF, CR LF or CR.
package struct SourceText: Sendable {
  private let bytes: [UInt8]
  /// Offsets where lines begin, in order.
  private let lineStarts: [Int]
  /// How many scalars begin before each block of bytes: a line may be as long as the text.
  private let scalarCounts: [Int]
  private static let block = 1_024

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    let ends = bytes.indices.filter { index in
      bytes[index] == lineFeed
        || bytes[index] == carriageReturn && (index + 1 == bytes.count || bytes[index + 1] != lineFeed)
    }
    lineStarts = [0] + ends.map { $0 + 1 }
    scalarCounts = stride(from: 0, to: bytes.count, by: Self.block).reduce(into: [0]) { counts, start in
      counts.append(counts[counts.count - 1] + bytes[start..<min(start + Self.block, bytes.count)].scalarCount)
    }
  }

  package func place(of offset: Int) -> SourcePlace {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineNumber(of: offset)
    return SourcePlace(line: line + 1, column: scalarCount(before: offset) - scalarCount(before: lineStarts[line]) + 1)
  }

  private func scalarCount(before offset: Int) -> Int {
    let block = offset / Self.block
    return scalarCounts[block] + bytes[(block * Self.block)..<offset].scalarCount
  }

  /// Index of the last line that begins at `offset` or before, by bisection.
  private func lineNumber(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension Collection<UInt8> {
  /// How many scalars begin here; a byte of the form 10xxxxxx continues one.
  fileprivate var scalarCount: Int { count { $0 & 0b1100_0000 != 0b1000_0000 } }

  /// How many bytes precede the first that is not UTF-8.
  var validUTF8Length: Int {
    var decoder = UTF8()
    var iterator = makeIterator()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { length += UTF8.width(scalar) }
    return length
  }
}
