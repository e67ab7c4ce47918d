import Foundation
import TestSupport
import Testing

@testable import ThaiText

@Suite struct NormaliseTests {
  @Test(arguments: [
    ("ก\u{E4D}\u{E32}", "ก\u{E33}"),
    ("น\u{E4D}\u{E49}\u{E32}ใจ", "น\u{E49}\u{E33}ใจ"),
    ("น\u{E49}\u{E4D}\u{E32}ใจ", "น\u{E49}\u{E33}ใจ"),
    ("น\u{E33}\u{E49}ใจ", "น\u{E49}\u{E33}ใจ"),
    ("\u{E40}\u{E40}ม่น\u{E49}\u{E33}", "\u{E41}ม่น\u{E49}\u{E33}"),
    ("ท\u{E48}\u{E35}", "ท\u{E35}\u{E48}"),
    ("ส\u{E4C}\u{E34}", "ส\u{E34}\u{E4C}"),
    ("กล\u{E38}\u{E48}ม", "กล\u{E38}\u{E48}ม"),
    ("กล\u{E48}\u{E38}ม", "กล\u{E38}\u{E48}ม"),
    ("เครือ\u{200B}ข่าย", "เครือข่าย"),
    ("ท\u{E48}\u{200B}\u{E35}", "ท\u{E35}\u{E48}"),
    ("\u{E40}\u{200B}\u{E40}", "\u{E41}"),
    ("cafe\u{301}", "caf\u{E9}"),
    ("cafe\u{200B}\u{301}", "caf\u{E9}"),
    ("ก\u{A0}ข", "ก\u{A0}ข"),
    ("", ""),
  ])
  func givesTheOneSpelling(_ written: String, _ expected: String) {
    #expect(Array(normalised(written).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func leavesNormalTextAsItIs() {
    let text = "Schuler (1996) ได้กล่าวว่า เครือข่าย คือ สายใย (web) “น้ำใจ” ๒๕๔๖ 😀 พุทฺธํ สรณํ ฯลฯ"
    #expect(normalisationNeed(text.utf8.span) == .none)
    #expect(NormalisedText(text).isIdentity)
  }

  @Test func letsSignsThroughAsTheyAreWhereNFCDoes() {
    for value in UInt32(0x2000)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "ก\(String(scalar))a"
      guard normalisationNeed(text.utf8.span) == .none else { continue }
      #expect(
        text.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual(text.unicodeScalars),
        "U+\(String(value, radix: 16))")
    }
    #expect(normalisationNeed("← อ่าน → ✓ ▸".utf8.span) == .none)
    #expect(normalisationNeed("2 \u{2126}".utf8.span) == .canonical)
  }

  @Test func changesNothingTheSecondTimeAndAgreesWithNFC() {
    for seed in UInt64(1)...300 {
      var generator = SeededGenerator(seed: seed)
      let text = thaiNoise(pieces: 60, using: &generator)
      let once = normalised(text)
      #expect(Array(normalised(once).utf8) == Array(once.utf8), "seed \(seed)")
      let nfc = Array(once.precomposedStringWithCanonicalMapping.utf8)
      #expect(nfc == Array(once.utf8), "seed \(seed)")
    }
  }

  @Test func takesCanonicallyEqualTextsToOneSpelling() {
    for seed in UInt64(1)...200 {
      var generator = SeededGenerator(seed: seed)
      let text = thaiNoise(pieces: 40, using: &generator)
      let decomposed = text.decomposedStringWithCanonicalMapping
      #expect(Array(normalised(text).utf8) == Array(normalised(decomposed).utf8), "seed \(seed)")
    }
  }

  @Test func keepsBytesThatAreNoText() {
    let bytes: [UInt8] = [0xE0, 0xB8, 0xFF, 0x41, 0xE0, 0xB9]
    #expect(normalised(bytes) == bytes)
  }
}

@Suite struct NormalisedTextTests {
  @Test func mapsRangesBackOverRewrittenClusters() {
    let marked = MarkedText("ก่อน 1️⃣น\u{E4D}\u{E49}\u{E32}2️⃣ใจ3️⃣")
    let text = NormalisedText(marked.text)
    #expect(text.text == "ก่อน น้ำใจ")
    let start = Array("ก่อน ".utf8).count
    let waterEnd = start + Array("น้ำ".utf8).count
    #expect(text.sourceRange(of: start..<waterEnd) == marked.range(1, 2))
    #expect(text.sourceRange(of: waterEnd..<text.bytes.count) == marked.range(2, 3))
  }

  @Test func leavesDroppedSpacesOutAtTheEdges() {
    let marked = MarkedText("1️⃣เครือข่าย2️⃣\u{200B}3️⃣สังคม4️⃣")
    let text = NormalisedText(marked.text)
    let seam = Array("เครือข่าย".utf8).count
    #expect(text.sourceRange(of: 0..<seam) == marked.range(1, 2))
    #expect(text.sourceRange(of: seam..<text.bytes.count) == marked.range(3, 4))
  }

  @Test func countsFromTheStartOfTheFile() {
    let marked = MarkedText("abc 1️⃣เ\u{E40}ก2️⃣ def")
    let source = Array(marked.text.utf8)
    let text = NormalisedText(source, in: marked.range(1, 2))
    #expect(text.text == "แก")
    #expect(text.sourceRange(of: 0..<text.bytes.count) == marked.range(1, 2))
    #expect(NormalisedText(source, in: 0..<9999).bytes.count == source.count - 3)
  }

  @Test func sliceOfTheSourceNormalisesToTheSlice() {
    for seed in UInt64(1)...300 {
      var generator = SeededGenerator(seed: seed)
      let source = Array(thaiNoise(pieces: 30, using: &generator).utf8)
      let text = NormalisedText(source)
      // Between two letters that begin a cluster, no rewriting reaches across.
      var seams = [0]
      let span = text.bytes.span
      for i in 0..<span.count where thaiScalar(span, at: i)?.isConsonant == true { seams.append(i) }
      for (a, b) in zip(seams, seams.dropFirst()) where a < b {
        let back = text.sourceRange(of: a..<b)
        #expect(normalised(Array(source[back])) == Array(text.bytes[a..<b]), "seed \(seed)")
      }
    }
  }
}

@Suite struct ComparisonTests {
  @Test func foldsSpacesCaseAndDigits() {
    #expect(comparisonKey(" Social\u{A0} Network\n(พ.ศ. ๒๕๔๖) ") == "social network (พ.ศ. 2546)")
    #expect(comparisonKey("ÉCOLE") == "école")
  }

  @Test func acceptsWhatLearnersType() {
    for typed in ["น้ำใจ ๓ ประการ", "น\u{E4D}\u{E49}\u{E32}ใจ 3 ประการ", "“น้ำใจ3ประการ.”"] {
      #expect(answerKey(typed) == "น้ำใจ3ประการ")
    }
    #expect(answerKey("Social network.") == answerKey("social  network"))
    #expect(answerKey(".") == ".")
  }

  @Test func listsTheSpellingsNFCKeepsApart() {
    let variants = answerVariants("แม่น้ำ 2 สาย")
    #expect(variants.first == "แม่น้ำ 2 สาย")
    #expect(variants.contains("แม่น้ำ2สาย"))
    #expect(variants.contains("แม่น้ำ ๒ สาย"))
    #expect(variants.contains("เเม่น้ำ 2 สาย"))
    #expect(variants.contains("แม่น\u{E49}\u{E4D}\u{E32} 2 สาย"))
    #expect(variants.contains("แม่น\u{E4D}\u{E49}\u{E32} 2 สาย"))
    #expect(variants.count <= 24)
    #expect(Set(variants).count == variants.count)
    for variant in variants { #expect(answerKey(variant) == answerKey("แม่น้ำ 2 สาย")) }
  }

  @Test func givesOneVariantWhereNothingVaries() { #expect(answerVariants("ครู") == ["ครู"]) }
}
