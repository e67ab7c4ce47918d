import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What libxml2 makes of a document: refuses what is not well formed.
final class XMLTree {  // a class because the parser's delegate builds the tree upwards
  let name: String
  let attributes: [String: String]
  var children: [XMLTree] = []
  var text = ""

  init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  subscript(name: String) -> XMLTree? { children.first { $0.name == name } }
  func all(_ name: String) -> [XMLTree] { children.filter { $0.name == name } }
  /// Text at the end of a path.
  func value(_ path: String...) -> String? { path.reduce(self as XMLTree?) { $0?[$1] }?.text }
  /// Every element of a name, at any depth.
  func descendants(_ name: String) -> [XMLTree] { children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) } }

  static func parse(_ bytes: [UInt8]) throws -> XMLTree {
    let parser = XMLParser(data: Data(bytes))
    let builder = Builder()
    parser.delegate = builder
    guard parser.parse(), let root = builder.root else { throw parser.parserError ?? CocoaError(.coderReadCorrupt) }
    return root
  }

  private final class Builder: NSObject, XMLParserDelegate {
    var root: XMLTree?
    private var stack: [XMLTree] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
      let node = XMLTree(name, attributes)
      stack.last?.children.append(node)
      if root == nil { root = node }
      stack.append(node)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      stack.removeLast()
    }
    func parser(_ parser: XMLParser, foundCharacters text: String) { stack.last?.text += text }
  }
}
