extension SuiteDecoder {
  /// What a user says, which must be something.
  mutating func userContent(_ element: SuiteElement) -> Content? {
    let known = findings.count
    guard let content = content(element), findings.count == known else { return nil }
    if content.attachments.isEmpty, content.text.trimmed.isEmpty { report(.emptyPrompt, at: element) }
    return content
  }

  /// A text, a file's text, or a list of parts.
  mutating func content(_ element: SuiteElement?) -> Content? {
    guard let element else { return nil }
    switch element.node.kind {
    case .array: return list(element) { $0.part($1) }.map { Content(joining: $0) }
    case .object where isFileReference(element), .string: return text(element).map { Content($0) }
    default:
      report(.wrongType(found: element.node.noun, expected: "a text, {\"file\": …} or an array of parts"), at: element)
      return nil
    }
  }

  /// A string, or `{"file": path}`: the text of a file beside the suite.
  mutating func text(_ element: SuiteElement?) -> String? {
    guard let element else { return nil }
    guard isFileReference(element) else { return string(element) }
    guard let fields = fields(element, in: .file), let place = fields["file"], let path = string(place) else {
      return nil
    }
    do throws(SuiteFileFault) {
      return filled(try files.text(path), at: place)
    } catch {
      report(.file(path, error), at: place)
      return nil
    }
  }

  func isFileReference(_ element: SuiteElement) -> Bool {
    guard case .object(let members) = element.node.kind else { return false }
    return members.contains { $0.key == "file" }
  }

  /// Any JSON that is passed on.
  mutating func value(_ element: SuiteElement) -> JSONValue? {
    guard element.node.depth <= Self.mostDepth else {
      report(.tooDeep(most: Self.mostDepth), at: element)
      return nil
    }
    return element.node.value
  }

  /// An object that is passed on.
  mutating func object(_ element: SuiteElement?) -> [String: JSONValue]? {
    guard let element, members(element) != nil, case .object(let object)? = value(element) else { return nil }
    return object
  }
}

// MARK: - Parts

extension SuiteDecoder {
  private enum PartKind: String, CaseIterable {
    case text, image, pdf, audio, video
  }

  private static let foreignParts = [
    "image_url": "Write {\"type\": \"image\", \"url\": …}, or 'path' for a file.",
    "input_audio": "Write {\"type\": \"audio\", \"path\": …}.", "file": "Write {\"type\": \"pdf\", \"path\": …}.",
    "video_url": "Write {\"type\": \"video\", \"url\": …}, or 'path' for a file.",
    "input_text": "Write {\"type\": \"text\", \"text\": …}.",
    "input_image": "Write {\"type\": \"image\", \"url\": …}, or 'path' for a file.",
  ]

  private mutating func part(_ element: SuiteElement) -> Content.Part? {
    guard let members = members(element) else { return nil }
    if let remedy = Self.foreignParts[element.string(of: "type") ?? ""] {
      report(.foreignForm(of: "a part", remedy: remedy), at: element)
      return nil
    }
    let kind: PartKind? = word(required("type", of: members, in: .part, at: element), "kind of part")
    guard let kind else { return nil }
    guard let kind = Attachment.Kind(rawValue: kind.rawValue) else {
      reportUnknownKeys(of: element, in: .textPart)
      return text(required("text", of: members, in: .textPart, at: element)).map { .text($0) }
    }
    reportUnknownKeys(of: element, in: .attachment(kind))
    let detail = string(members["detail"])
    return place(of: kind, members, at: element).map { .attachment(Attachment(kind, at: $0, detail: detail)) }
  }

  /// Exactly one of a path and an address.
  private mutating func place(
    of kind: Attachment.Kind, _ fields: [String: SuiteElement], at element: SuiteElement
  ) -> Attachment.Place? {
    if let path = fields["path"], let url = fields["url"], kind != .audio {
      report(.exclusiveKeys("url", "path"), at: url)
      return string(path).map { .url($0) }
    }
    if let place = fields["path"] { return file(place, of: kind) }
    guard kind != .audio, let place = fields["url"] else {
      report(
        .missingKey("path", of: SuiteObject.attachment(kind).noun, instead: kind == .audio ? [] : ["url"]), at: element)
      return nil
    }
    guard let url = string(place) else { return nil }
    guard url.hasPrefix("https://") || url.hasPrefix("http://"), !url.contains(where: \.isWhitespace) else {
      report(.address(url), at: place)
      return nil
    }
    return .url(url)
  }

  private mutating func file(_ element: SuiteElement, of kind: Attachment.Kind) -> Attachment.Place? {
    guard let path = string(element) else { return nil }
    guard kind.mediaType(of: path) != nil else {
      report(.fileExtension(path, of: kind), at: element)
      return nil
    }
    do throws(SuiteFileFault) {
      return .file(try files.facts(path))
    } catch {
      report(.file(path, error), at: element)
      return nil
    }
  }
}
