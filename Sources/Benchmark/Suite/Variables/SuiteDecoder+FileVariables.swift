/// The file that holds a variable's value.
struct FileVariable: Hashable, Sendable {
  /// Where the suite says its path; nil where a row does.
  let element: SuiteElement?
  /// May name variables where the suite says it, and none where a row does.
  let path: String
}

extension SuiteDecoder {
  /// The value of a variable: as it was given, or the text of the file that it names.
  ///
  /// A file's text is filled in as it is, braces included; of one that cannot be read, which is reported, the name
  /// stays. Nil where there is no such variable.
  mutating func value(of name: String, at element: SuiteElement) -> String? {
    use(name)
    if let value = scope.values[name] { return value }
    guard let file = scope.file(of: name) else { return nil }
    if file.element == nil { use(name + Scope.fileSuffix) }
    let place = file.element ?? element
    guard let path = file.element == nil ? file.path : filledPath(file.path, at: place) else {
      return "{{\(name)}}"
    }
    do throws(SuiteFileFault) {
      return try files.text(path)
    } catch {
      report(.file(path, error), at: place)
      return "{{\(name)}}"
    }
  }

  /// A path with the values of the variables that it names; nil, with a report, where one would lead elsewhere.
  private mutating func filledPath(_ template: String, at element: SuiteElement) -> String? {
    let before = findings.count
    var path = ""
    for piece in Template(template).pieces {
      switch piece {
      case .text(let text): path += text
      case .name(let name):
        use(name)
        guard let value = scope.values[name] else {
          reportUnknown(name, at: element) { $0.values.keys.sorted() }
          continue
        }
        let beginsName = path.isEmpty || path.hasSuffix("/")
        if value.contains("/") || value.contains("..") || (beginsName && value.hasPrefix(".")) {
          report(.pathValue(name, value), at: element)
        }
        path += value
      case .open(let rest): report(.openBraces(String(rest.prefix(100))), at: element)
      }
    }
    // Dots that are harmless alone make a way up together.
    if findings.count == before, path.contains(".."), !template.contains("..") {
      report(.pathValue(template, path), at: element)
    }
    return findings.count == before ? path : nil
  }
}
