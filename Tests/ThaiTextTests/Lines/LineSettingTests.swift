import TestSupport
import Testing
import ThaiText

struct LineSettingTests {
  private let setting = LineSetting(
    terms: ["เครือข่าย", "เครือข่ายทางสังคม", "social network", "การมีส่วนร่วมของสมาชิกเครือข่ายอย่างกว้างขวาง"],
    names: ["ปาริชาติ สถาปิตานนท์", "ชัยวัฒน์ ถิระพันธุ์", "Schuler"])

  /// Kept pieces in brackets.
  private func set(_ text: String) -> String {
    setting.pieces(text).map { $0.isKept ? "[\($0.text)]" : $0.text }.joined()
  }

  @Test func keepsNamesAndTermsWhole() {
    #expect(set("ปาริชาติ สถาปิตานนท์ (2546)") == "[ปาริชาติ สถาปิตานนท์] (2546)")
    #expect(set("social network") == "[social network]")
    #expect(set("เครือข่ายทางสังคม").hasPrefix("[เครือข่ายทางสังคม]"))
  }

  @Test func keepsTheConnectiveWithTheSecondAuthor() {
    #expect(set("ปาริชาติ สถาปิตานนท์ และชัยวัฒน์ ถิระพันธุ์") == "[ปาริชาติ สถาปิตานนท์] [และชัยวัฒน์ ถิระพันธุ์]")
  }

  @Test func keepsLeaningWordsWithTheNext() {
    #expect(set("ของตน แต่พร้อมทำงาน").contains("[แต่พร้อม]"))
    #expect(set("การเรียนรู้") == "[การเรียนรู้]")
  }

  @Test func partsATermThatIsTooWideBetweenItsWords() {
    let pieces = setting.pieces("การมีส่วนร่วมของสมาชิกเครือข่ายอย่างกว้างขวาง")
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { $0.isKept })
    #expect(pieces.contains { $0.text.contains("เครือข่าย") })
  }

  @Test func leavesNoClosingSignOrDotsAloneOnALine() {
    #expect(set("ช่วยเหลือ …”").hasSuffix("\u{A0}…”]"))
    #expect(set("งาน · คน").contains("\u{A0}·"))
    // After another piece of the line: a space in a box would let the line end before it.
    #expect(set(" · Schuler").hasPrefix("\u{A0}"))
  }

  @Test func keepsAbbreviationsWhole() {
    #expect(set("วิบูลย์ผลประเสริฐ, บ.ก., 2540").contains("[บ.ก.,]"))
    #expect(set("ปี พ.ศ. 2546").contains("พ.ศ."))
    #expect(!set("ปี พ.ศ. 2546").contains("][ศ"))
  }

  @Test(
    "a number whose item was cut off goes with it",
    arguments: [("1. การสื่อสาร 2. การเรียนรู้", 8.0), ("ก (1) การสื่อสาร 2) การเรียนรู้", 10)])
  func dropsTheNumberOfWhatWasCutOff(text: String, width: Double) {
    let cut = setting.fitted(text, em: width)
    #expect(cut.hasSuffix("การสื่อสาร…"), "\(cut)")
    #expect(setting.fitted("ในปี 2546. การเรียนรู้ร่วมกันของคนในชุมชน", em: 7).contains("ปี"))
  }

  @Test func keepsAWordOfTwoLettersWhole() {
    #expect(set("ยก").contains("[ยก]"))
  }

  @Test func setsHardSpacesBeforeRepetitionAndEtCetera() {
    #expect(set("ต่าง ๆ") == "[ต่าง\u{A0}ๆ]")
    #expect(set("การสื่อสาร ฯลฯ").contains("\u{A0}ฯลฯ"))
  }

  @Test func holdsQuotesAndBracketsToWhatTheyEnclose() {
    for piece in setting.pieces("คำว่า “สายใย” (เครือข่าย) และ “ตาข่าย”") {
      let text = piece.text.unicodeScalars.drop { $0 == " " }
      #expect(text.first != "”" && text.first != ")")
      #expect(piece.text.unicodeScalars.last != "“" && piece.text.unicodeScalars.last != "(")
    }
  }

  @Test func turnsWhiteSpaceAndControlsIntoSingleSpaces() {
    #expect(set("ก\t\n ข\u{0}ค") == "ก ข ค")
  }

  /// Nothing is lost or added, nothing too wide is boxed, no piece begins with a mark.
  @Test func putsNoiseTogetherAgain() {
    for seed in UInt64(1)...200 {
      var generator = SeededGenerator(seed: seed)
      let noise = thaiNoise(pieces: 40, using: &generator)
      let pieces = setting.pieces(noise)
      let joined = pieces.map(\.text).joined().replacing(hardSpace: " ")
      let expected = normalised(noise).unicodeScalars.split { $0.value <= 0x20 || $0.value == 0x7F || $0.value == 0xA0 }
        .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
      let words = joined.unicodeScalars.split { $0 == " " }.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
      #expect(words == expected, "seed \(seed)")
      for piece in pieces where piece.isKept {
        #expect(emWidth(Array(piece.text.utf8).span) <= UnbreakableRuns.widest, "seed \(seed): \(piece.text)")
      }
    }
  }

  @Test("parts a label into as few lines, none much shorter than the others")
  func balancesLabels() {
    let text = "การมีส่วนร่วมของสมาชิกเครือข่ายอย่างกว้างขวาง"
    for em in [6.0, 8, 11, 13] {
      let plain = setting.lines(of: text, em: em)
      let balanced = setting.balanced(text, em: em)
      #expect(balanced.count == plain.count && balanced.joined() == text, "\(em)")
      let widths = balanced.map { emWidth(Array($0.utf8).span) }
      let before = plain.map { emWidth(Array($0.utf8).span) }
      #expect((widths.max() ?? 0) - (widths.min() ?? 0) <= (before.max() ?? 0) - (before.min() ?? 0), "\(em)")
    }
    #expect(setting.balanced("สั้น", em: 9) == ["สั้น"])
    #expect(setting.balanced("", em: 9).isEmpty)
  }
}

extension String {
  fileprivate func replacing(hardSpace space: Unicode.Scalar) -> String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{A0}" ? space : $0 }))
  }
}
