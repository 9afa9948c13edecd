import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Markdown as cmark-gfm understands it.
struct MarkdownReading {
  /// An element of its XML, with all text inside.
  final class Node {
    let name: String
    var text = ""
    var raw = ""
    var children: [Node] = []

    init(_ name: String) {
      self.name = name
    }

    func all(_ name: String) -> [Node] {
      children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }
  }

  let document: Node

  /// Nil when the parser is not installed (macOS only).
  init?(_ markdown: String) throws {
    guard let xml = try ForeignProgram.commonMark.output(reading: markdown) else { return nil }
    let reader = Reader()
    let parser = XMLParser(data: xml)
    parser.delegate = reader
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    document = reader.root
  }

  /// Text of every cell, row by row, of every table.
  var tables: [[[String]]] {
    document.all("table").map { table in
      (table.all("table_header") + table.all("table_row")).map { $0.all("table_cell").map(\.text) }
    }
  }

  var codeBlocks: [String] { document.all("code_block").map(\.text) }
  var headings: [String] { document.all("heading").map(\.text) }

  /// Names of the elements that hostile text must never bring about.
  var dangers: [String] {
    ["link", "image", "emph", "code", "strikethrough", "thematic_break", "block_quote"].filter {
      !document.all($0).isEmpty
    }
  }

  /// Raw HTML in the text, that of our own making left out.
  var html: [String] {
    (document.all("html_inline") + document.all("html_block")).map(\.raw).filter { $0 != "<!-- -->" }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    let root = Node("root")
    lazy var open = [root]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      let node = Node(name)
      open.last?.children.append(node)
      open.append(node)
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      guard let node = open.last else { return }
      if ["text", "code", "code_block"].contains(node.name) {
        // Text belongs to all that holds it.
        for ancestor in open { ancestor.text += text }
      } else {
        node.raw += text
      }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      let node = open.removeLast()
      if node.name == "softbreak" || node.raw == "<br>" {
        for ancestor in open { ancestor.text += "\n" }
      }
    }
  }
}
