extension SuiteDecoder {
  /// The variables that an object declares by `variables`, `rows` and `matrix`.
  mutating func declarations(_ fields: [String: SuiteElement]) -> Declarations {
    var declared = Declarations()
    let before = findings.count
    addVariables(fields["variables"], to: &declared)
    addRows(fields["rows"], to: &declared)
    addMatrix(fields["matrix"], to: &declared)
    declared.isIncomplete = findings.count > before
    return declared
  }

  /// Whether a name is one and not given yet.
  private mutating func add(_ name: String, at place: SuitePlace, to declared: inout Declarations) -> Bool {
    guard Template.isName(name) else {
      report(.variableName(name), at: place)
      return false
    }
    let isNew = declared.add(name, at: place)
    if !isNew { report(.duplicateVariable(name), at: place) }
    return isNew
  }

  private mutating func addVariables(_ element: SuiteElement?, to declared: inout Declarations) {
    guard let element, members(element) != nil, case .object(let members) = element.node.kind else { return }
    for member in members {
      let value = element[member]
      let file = isFileReference(value) ? file(value) : nil
      let text = isFileReference(value) ? nil : scalar(value, or: ", or {\"file\": …}")
      guard file != nil || text != nil, add(member.key, at: value.place(member.keyOffset), to: &declared) else {
        continue
      }
      declared.files[member.key] = file
      declared.constants[member.key] = text
    }
  }

  /// A variable whose value stands in a file; whether it is there is seen where a text names it.
  private mutating func file(_ element: SuiteElement) -> FileVariable? {
    guard let fields = fields(element, in: .file), let place = fields["file"], let path = string(place) else {
      return nil
    }
    return FileVariable(element: place, path: path)
  }

  private mutating func scalar(_ element: SuiteElement, or other: String = "") -> String? {
    if let value = RowTable.scalar(element.node, in: bytes) { return value }
    report(.wrongType(found: element.node.noun, expected: "a text, a number, true or false\(other)"), at: element)
    return nil
  }

  private mutating func addMatrix(_ element: SuiteElement?, to declared: inout Declarations) {
    guard let element, members(element) != nil, case .object(let members) = element.node.kind else { return }
    var lists: [(name: String, values: [String])] = []
    for member in members {
      let place = element[member]
      let values = list(place) { $0.scalar($1) } ?? []
      if values.isEmpty, case .array = place.node.kind { report(.nothingIn(member.key.excerpt()), at: place) }
      if add(member.key, at: place.place(member.keyOffset), to: &declared) { lists.append((member.key, values)) }
    }
    if !lists.isEmpty { declared.matrix = Matrix(lists) }
  }
}

// MARK: - Rows

extension SuiteDecoder {
  private enum RowForm: String, CaseIterable {
    case csv, json, jsonl
  }

  private mutating func addRows(_ element: SuiteElement?, to declared: inout Declarations) {
    guard let element else { return }
    declared.hasRows = true
    if case .string(let name) = element.node.kind { return report(.bareRows(name), at: element) }
    guard isFileReference(element) else {
      guard let rows = elements(element), !rows.isEmpty else { return }
      var names = RowNames()
      for row in rows { addNames(of: row.node, at: row.place(), in: bytes, to: &names) }
      for (name, place) in names.all { _ = add(name, at: place, to: &declared) }
      declared.rows = RowTable(bytes: bytes, ranges: rows.map(\.node.range), form: .json, names: names.set)
      return
    }
    guard let fields = fields(element, in: .file), let place = fields["file"], let path = string(place) else { return }
    guard let form = RowForm(rawValue: FileName.fileExtension(of: path)) else {
      return report(.rowForm(path, RowForm.allCases.map(\.rawValue)), at: place)
    }
    do throws(SuiteFileFault) {
      let file = RowFile(path: path, bytes: try files.rows(path))
      addRows(of: file, form, named: place, to: &declared)
    } catch {
      report(.file(path, error), at: place)
    }
  }

  private mutating func addRows(
    of file: RowFile, _ form: RowForm, named element: SuiteElement, to declared: inout Declarations
  ) {
    var names = RowNames()
    let table =
      switch form {
      case .csv: records(of: file, named: element, to: &names)
      case .json: objects(of: file, named: element, to: &names)
      case .jsonl: lines(of: file, named: element, to: &names)
      }
    guard let table else { return }
    if table.count == 0 { report(.noRows, at: SuitePlace(offset: 0, path: "", file: file, naming: element.offset)) }
    for (name, place) in names.all { _ = add(name, at: place, to: &declared) }
    declared.rows = table
  }

  /// The elements of an array.
  private mutating func objects(
    of file: RowFile, named element: SuiteElement, to names: inout RowNames
  ) -> RowTable? {
    let index = JSONReader.index(file.bytes, .whole)
    let place = { (offset: Int, path: String) in
      SuitePlace(offset: offset, path: path, file: file, naming: element.offset)
    }
    for problem in index.problems { report(.json(problem.fault), at: place(problem.offset, "")) }
    guard let root = index.root else { return nil }
    guard case .array = root.kind else {
      report(.wrongType(found: root.noun, expected: "an array"), at: place(root.range.lowerBound, ""))
      return nil
    }
    for (number, range) in index.elements.enumerated() {
      guard let node = JSONReader.read(file.bytes, in: range).root else { continue }
      addNames(of: node, at: place(range.lowerBound, "[\(number)]"), in: file.bytes, to: &names)
    }
    return RowTable(bytes: file.bytes, ranges: index.elements, form: .json, names: names.set)
  }

  /// An object a line; empty lines are passed over.
  private mutating func lines(of file: RowFile, named element: SuiteElement, to names: inout RowNames) -> RowTable? {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < file.bytes.count {
      let end = file.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count
      let range = start..<end
      start = end + 1
      guard file.bytes[range].contains(where: { !" \t\r".utf8.contains($0) }) else { continue }
      let reading = JSONReader.read(file.bytes, in: range)
      let place = { (offset: Int) in SuitePlace(offset: offset, path: "", file: file, naming: element.offset) }
      for problem in reading.problems { report(.json(problem.fault), at: place(problem.offset)) }
      guard let node = reading.root else { continue }
      addNames(of: node, at: place(node.range.lowerBound), in: file.bytes, to: &names)
      ranges.append(range)
    }
    return RowTable(bytes: file.bytes, ranges: ranges, form: .json, names: names.set)
  }

  /// The records of a table, whose first line names its columns.
  private mutating func records(of file: RowFile, named element: SuiteElement, to names: inout RowNames) -> RowTable? {
    let (index, problems) = CSVReader.index(file.bytes)
    for problem in problems {
      let place = SuitePlace(offset: problem.offset, path: "", file: file, naming: element.offset)
      report(.csv(problem.fault), at: place)
    }
    guard let index else { return nil }
    for column in index.columns {
      _ = names.add(column, at: SuitePlace(offset: 0, path: "", file: file, naming: element.offset))
    }
    return RowTable(
      bytes: file.bytes, ranges: index.ranges, form: .csv(columns: index.columns, separator: index.separator),
      names: names.set)
  }

  /// Takes the names of an object's members, of which each must be a scalar.
  private mutating func addNames(
    of node: JSONNode, at place: SuitePlace, in bytes: [UInt8], to names: inout RowNames
  ) {
    guard case .object(let members) = node.kind else {
      return report(.wrongType(found: node.noun, expected: "an object"), at: place)
    }
    for member in members {
      var inner = place
      inner.offset = member.keyOffset
      inner.path = SuiteElement(node: node, path: place.path).path(of: member.key)
      _ = names.add(member.key, at: inner)
      if RowTable.scalar(member.value, in: bytes) == nil {
        inner.offset = member.value.range.lowerBound
        report(.wrongType(found: member.value.noun, expected: "a text, a number, true or false"), at: inner)
      }
    }
  }
}

/// The names that rows give, each with the place where it was met first.
private struct RowNames {
  private(set) var all: [(name: String, place: SuitePlace)] = []
  private(set) var set: Set<String> = []

  /// Whether it is new.
  mutating func add(_ name: String, at place: SuitePlace) -> Bool {
    guard set.insert(name).inserted else { return false }
    all.append((name, place))
    return true
  }
}
