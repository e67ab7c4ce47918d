/// A text as a key of sets and dictionaries: the same bytes are the same key.
///
/// The standard library composes a text before it hashes or compares it, some 3,000 steps a look-up of a Thai word. Text in its one
/// spelling (`normalised(_:)`) needs none of it.
package struct TextKey: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func == (a: TextKey, b: TextKey) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  package func hash(into hasher: inout Hasher) {
    text.utf8.span.withUnsafeBufferPointer { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(UInt8(0xFF))
  }
}

extension Set<TextKey> {
  package init(texts: some Sequence<String>) { self.init(texts.lazy.map(TextKey.init)) }

  package func contains(_ text: String) -> Bool { contains(TextKey(text)) }
}
