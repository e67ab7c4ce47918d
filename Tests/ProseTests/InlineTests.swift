import Diagnostics
import Prose
import Testing

private func text(_ string: String) -> Inline { Inline(.text(string), range: ByteRange(0, string.utf8.count)) }
private func inline(_ content: InlineContent) -> Inline { Inline(content, range: ByteRange(0, 0)) }

@Suite struct PlainTextTests {
  @Test func takesMarksAway() {
    let inlines = [
      text("ก "), inline(.strong([text("ข"), inline(.emphasis([text("ค")]))])), inline(.softBreak), inline(.code("ง")),
      inline(.lineBreak), inline(.link(destination: "/u", title: "t", [text("จ")])),
      inline(.span([text("ฉ")], Attributes(id: "a"))),
      inline(.strikethrough([text("ช")])), inline(.image(source: "a.png", title: "", [text("ซ")])),
    ]
    #expect(inlines.plainText == "ก ขค ง จฉชซ")
  }

  @Test func leavesOutRawHTMLAndFootnotesAndWritesKeys() {
    let keys = [CitationKey(key: "a", locator: "น. 5", range: ByteRange(0, 0)), CitationKey(key: "b", range: ByteRange(0, 0))]
    let inlines = [
      text("ก"), inline(.html("<b>")), inline(.footnoteReference(label: "1", number: 1, occurrence: 1)), inline(.citation(keys)),
    ]
    #expect(inlines.plainText == "ก[@a; @b]")
  }
}

@Suite struct AttributesTests {
  @Test func findsValuesAndClasses() {
    let attributes = Attributes(classes: ["a"], pairs: [.init(key: "k", value: "1"), .init(key: "k", value: "2")])
    #expect(attributes["k"] == "1")
    #expect(attributes["x"] == nil)
    #expect(attributes.has("a") && !attributes.has("b"))
    #expect(!attributes.isEmpty && Attributes(range: ByteRange(0, 2)).isEmpty)
  }

  @Test func mergesWithoutTakingAnythingBack() {
    var attributes = Attributes(id: "a", classes: ["x"], pairs: [.init(key: "k", value: "1")], range: ByteRange(0, 3))
    attributes.merge(
      Attributes(
        id: "b", classes: ["x", "y"], pairs: [.init(key: "k", value: "2"), .init(key: "l", value: "3")], range: ByteRange(5, 8)))
    #expect(
      attributes
        == Attributes(
          id: "a", classes: ["x", "y"], pairs: [.init(key: "k", value: "1"), .init(key: "l", value: "3")], range: ByteRange(0, 3)))
    var empty = Attributes()
    empty.merge(attributes)
    #expect(empty == attributes)
  }
}

@Suite struct ChildrenTests {
  @Test func areThoseOfContainersAlone() {
    let children = [text("ก")]
    for content in [
      InlineContent.emphasis(children), .strong(children), .strikethrough(children), .link(destination: "", title: "", children),
      .image(source: "", title: "", children), .span(children, Attributes()),
    ] { #expect(content.children == children) }
    for content in [InlineContent.text("ก"), .code("ก"), .softBreak, .lineBreak, .html("ก"), .citation([])] {
      #expect(content.children.isEmpty)
    }
  }
}
