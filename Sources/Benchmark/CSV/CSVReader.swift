/// A reader of CSV (RFC 4180) as spreadsheets and scripts write it.
///
/// A byte order mark is passed over, lines end in CR LF, LF or CR, and empty lines are none. Where the header holds more
/// semicolons or tabs than commas they separate the cells, as in the spreadsheets of half of Europe.
package struct CSVReader {
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private let bytes: [UInt8]
  private let end: Int
  private let separator: UInt8
  private var position: Int
  private var line = 1
  private var problems: [CSVProblem] = []

  private init(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.init(bytes, in: start..<bytes.count, separator: CSVReader.separator(of: bytes[start...]))
  }

  private init(_ bytes: [UInt8], in range: Range<Int>, separator: UInt8) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    self.separator = separator
  }

  package static func read(_ bytes: [UInt8]) -> CSVReading {
    var records: [CSVTable.Record] = []
    let (reader, columns) = walk(through: bytes) { record, _ in records.append(record) }
    guard reader.problems.isEmpty else { return CSVReading(table: nil, problems: reader.problems) }
    return CSVReading(table: columns.map { CSVTable(columns: $0, records: records) }, problems: [])
  }

  /// Checks a whole table and keeps no more than where its records stand.
  static func index(_ bytes: [UInt8]) -> (index: CSVIndex?, problems: [CSVProblem]) {
    var ranges: [Range<Int>] = []
    let (reader, columns) = walk(through: bytes) { _, range in ranges.append(range) }
    guard reader.problems.isEmpty else { return (nil, reader.problems) }
    return (columns.map { CSVIndex(columns: $0, ranges: ranges, separator: reader.separator) }, [])
  }

  /// The cells of a record whose place an index tells.
  static func cells(of bytes: [UInt8], in range: Range<Int>, separator: UInt8) -> [String] {
    var reader = CSVReader(bytes, in: range, separator: separator)
    return reader.readRecord()?.cells ?? []
  }

  /// The names of the columns, and the reader as it came to the end.
  private static func walk(
    through bytes: [UInt8], _ visit: (CSVTable.Record, Range<Int>) -> Void
  ) -> (reader: CSVReader, columns: [String]?) {
    var reader = CSVReader(bytes)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      let length = bytes.validUTF8Length
      reader.report(.notUTF8, at: SourceText(bytes).place(of: length).line, length)
      return (reader, nil)
    }
    let columns = reader.readTable(visit)
    return (reader, columns)
  }
}

// MARK: - Records

extension CSVReader {
  private mutating func readTable(_ visit: (CSVTable.Record, Range<Int>) -> Void) -> [String]? {
    guard let header = readRecord() else {
      report(.empty, at: 1, 0)
      return nil
    }
    examine(header)
    while true {
      skipEmptyLines()
      let start = position
      guard let record = readRecord() else { return header.cells }
      if record.cells.count != header.cells.count {
        report(.cellCount(record.cells.count, columns: header.cells.count), at: record.line, start)
      }
      visit(record, start..<position)
    }
  }

  private mutating func examine(_ header: CSVTable.Record) {
    var seen: Set<String> = []
    for (index, name) in header.cells.enumerated() {
      if name.isEmpty { report(.unnamedColumn(index + 1), at: header.line, 0) }
      if !name.isEmpty, !seen.insert(name).inserted { report(.duplicateColumn(name), at: header.line, 0) }
    }
  }

  /// Reads on behind the next record that is not an empty line.
  private mutating func readRecord() -> CSVTable.Record? {
    skipEmptyLines()
    guard position < end else { return nil }
    let start = line
    var cells = [readCell()]
    while isAt(separator) {
      position += 1
      cells.append(readCell())
    }
    skipLineEnd()
    return CSVTable.Record(line: start, cells: cells)
  }

  private mutating func readCell() -> String {
    let start = position
    guard isAt(Self.quote) else {
      skipToEnd()
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    let cell = readQuoted()
    if !isAtEnd {
      report(.textAfterQuote, at: line, position)
      skipToEnd()
    }
    return cell
  }

  /// Reads from the opening quote to behind the closing one; two quotes stand for one.
  private mutating func readQuoted() -> String {
    let start = (line: line, offset: position)
    var content: [UInt8] = []
    position += 1
    while position < end {
      let byte = bytes[position]
      position += 1
      if byte == Self.quote {
        guard isAt(Self.quote) else {
          return String(decoding: content, as: UTF8.self)
        }
        position += 1
      }
      if byte == Self.lineFeed || byte == Self.carriageReturn && !isAt(Self.lineFeed) { line += 1 }
      content.append(byte)
    }
    report(.unclosedQuote, at: start.line, start.offset)
    return ""
  }
}

// MARK: - Bytes

extension CSVReader {
  private func isAt(_ byte: UInt8) -> Bool { position < end && bytes[position] == byte }

  private var isAtLineEnd: Bool { position == end || isAt(Self.lineFeed) || isAt(Self.carriageReturn) }

  private var isAtEnd: Bool { isAtLineEnd || isAt(separator) }

  private mutating func skipToEnd() {
    while !isAtEnd { position += 1 }
  }

  private mutating func skipEmptyLines() {
    while isAtLineEnd, position < end { skipLineEnd() }
  }

  private mutating func skipLineEnd() {
    if position == end { return }
    if isAt(Self.carriageReturn), position + 1 < end, bytes[position + 1] == Self.lineFeed { position += 1 }
    position += 1
    line += 1
  }

  private mutating func report(_ fault: CSVProblem.Fault, at line: Int, _ offset: Int) {
    problems.append(CSVProblem(line: line, offset: offset, fault: fault))
  }

  /// Of comma, semicolon and tab the one that the header holds most of outside of quotes; the comma where none leads.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == lineFeed || byte == carriageReturn { break }
      counts[byte, default: 0] += 1
    }
    let comma = UInt8(ascii: ",")
    let others = [UInt8(ascii: ";"), UInt8(ascii: "\t")].filter { counts[$0, default: 0] > counts[comma, default: 0] }
    return others.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? comma
  }
}
