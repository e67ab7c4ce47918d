import CourseModel
import Diagnostics
import TestSupport
import Testing

@testable import CourseReader

/// Read against an annotation made by reading the chapter, not by running the reader.
@Suite(.enabled(if: SharedInputs.has(SourceChapter.path))) struct SourceChapterReading {
  // MARK: Citations

  private struct Cited: Hashable {
    var form: CitationForm
    var authors: [String]
    var honorific: String?
    var etAl = false
    var year: Int?
    var citedIn: [String] = []
    var containerYear: Int?
    var role: Citation.Container.Role?

    init(
      _ form: CitationForm, _ authors: [String], _ year: Int?, honorific: String? = nil, etAl: Bool = false, citedIn: [String] = [],
      containerYear: Int? = nil,
      role: Citation.Container.Role? = nil
    ) {
      (self.form, self.authors, self.year, self.honorific, self.etAl) = (form, authors, year, honorific, etAl)
      (self.citedIn, self.containerYear, self.role) = (citedIn, containerYear, role)
    }
  }

  /// The 24 dated citations in source order; years in the common era.
  private static let cited: [Cited] = [
    Cited(.narrative, ["สุทิตย์ อาภากโร"], 2004, honorific: "พระมหา"), Cited(.parenthetical, ["อภิชัย พันธเสน"], 1996),
    Cited(.parenthetical, ["อภิชัย พันธเสน"], 1996), Cited(.narrative, ["ทิศนา แขมมณี"], 1999, etAl: true),
    Cited(.narrative, ["Schuler"], 1996),
    Cited(.narrative, ["อรรณพ พงษ์วาท"], 1996), Cited(.narrative, ["ปาริชาติ สถาปิตานนท์", "ชัยวัฒน์ ถิระพันธุ์"], 2003),
    Cited(.secondary, ["Michel"], nil, citedIn: ["สมใจ โลหะพูนตระกูล"], containerYear: 1996, role: .author),
    Cited(.narrative, ["อนุชาติ พวงสาลี", "วีรบูรณ์ วิสารทสกุล"], 1998),
    Cited(.edited, ["ชูชัย ศุภวงศ์"], nil, citedIn: ["สุวิทย์ วิบูลย์ผลประเสริฐ"], containerYear: 1997, role: .editor),
    Cited(.narrative, ["ไชยรัตน์ เจริญสินโอฬาร"], 1997), Cited(.parenthetical, ["Manuel Castells"], 1998),
    Cited(.narrative, ["กาญจนา แก้วเทพ"], 1995),
    Cited(.narrative, ["เกรียงศักดิ์ เจริญวงศ์ศักดิ์"], 2000), Cited(.narrative, ["นฤมล นิราธร"], 2000),
    Cited(.narrative, ["ปุสตี มอนซอน"], 2003, etAl: true), Cited(.narrative, ["สุนันทรา พุทธิมา"], 1996),
    Cited(.edited, ["ประเวศ วะสี"], nil, honorific: "ศ.นพ.", citedIn: ["พิทยา ว่องกุล"], containerYear: 1998, role: .editor),
    Cited(.narrative, ["อริยา เศวตามร์"], 1999),
    Cited(
      .secondary, ["จอหน์ เวอร์เนอร์"], nil, citedIn: ["ปาริชาติ สถาปิตานนท์", "ชัยวัฒน์ ถิระพันธุ์"], containerYear: 2003, role: .author),
    Cited(.narrative, ["เกรียงศักดิ์ เจริญวงศ์ศักดิ์"], 2000), Cited(.organisation, ["โครงการเสริมสร้างการเรียนรู้เพื่อชุมชนเป็นสุข"], 2003),
    Cited(.narrative, ["ปาริชาติ สถาปิตานนท์", "ชัยวัฒน์ ถิระพันธุ์"], 2003), Cited(.parenthetical, ["ปุสตี มอนซอน"], 2003, etAl: true),
  ]

  @Test func readsEveryCitation() {
    let found = SourceChapter.reading.citations.map { citation in
      Cited(
        citation.form, citation.authors.map(\.name), citation.year?.gregorian, honorific: citation.authors.first?.honorific,
        etAl: citation.etAl,
        citedIn: citation.container?.authors.map(\.name) ?? [], containerYear: citation.container?.year?.gregorian,
        role: citation.container?.role)
    }
    let score = Score(right: matched(found, Self.cited), reported: found.count, expected: Self.cited.count)
    #expect(score.precision >= 0.98 && score.recall >= 0.98, "\(score)")
  }

  /// The length of the longest common subsequence: right ones in the right order.
  private func matched(_ a: [Cited], _ b: [Cited]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = x == y ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    return row.last ?? 0
  }

  @Test func printsCitationsFromTheNameToTheBracket() {
    let texts = SourceChapter.reading.citations.map(\.text)
    #expect(texts.contains("พระมหาสุทิตย์ อาภากโร (2547)"))
    #expect(texts.contains("Michel (อ้างใน สมใจ โลหะพูนตระกูล, 2539)"))
    #expect(texts.contains("ศ.นพ.ประเวศ วะสี (พิทยา ว่องกุล บรรณาธิการ, 2541)"))
    #expect(texts.contains("โครงการเสริมสร้างการเรียนรู้เพื่อชุมชนเป็นสุข (2546)"))
    #expect(texts.contains("อภิชัย พันธเสน, 2539)"))
  }

  // MARK: Definitions

  /// Who says it («-» for the chapter itself), of what, and how it begins: everything that หมายถึง, คือ between a term and its meaning,
  /// ได้แก่ after the title of an item, or a frame with ว่า marks outright.
  private static let defined: [(author: String, term: String, opening: String)] = [
    ("สุทิตย์ อาภากโร", "เครือข่ายทางสังคม", "ความสัมพันธ์ในสังคมมนุษย์ ทั้งในระดับ"), ("อภิชัย พันธเสน", "กลุ่มอุปถัมภ์", "กลุ่มที่มีการจัดสมาชิก"),
    ("-", "สิทธิอำนาจ", "การครอบงำและการกอบโดย"), ("-", "การแลกเปลี่ยนเรียนรู้ของผู้คนในสังคม", "กระบวนการเสริมสร้างความรู้ใหม่"),
    ("ทิศนา แขมมณี", "กระบวนการเรียนรู้", "กระบวนการที่แต่ละบุคคล"), ("ทิศนา แขมมณี", "กระบวนการเรียนรู้", "นอกจากจะเป็นกระบวนการทางสติปัญญา"),
    ("-", "เครือข่าย", "ความสัมพันธ์ที่อิงอาศัย"), ("Schuler", "เครือข่าย", "สายใย (web) ของ"),
    ("Schuler", "เทคโนโลยี", "สายใย (web) ที่เชื่อมโยง"),
    ("อรรณพ พงษ์วาท", "เครือข่าย", "การเชื่อมโยงร้อยรัด"), ("ปาริชาติ สถาปิตานนท์", "เครือข่าย", "การที่คนมาพบปะกัน"),
    ("ปาริชาติ สถาปิตานนท์", "เครือข่าย", "การเชื่อมต่อระหว่างมนุษย์"), ("Michel", "เครือข่าย", "ความร่วมมือที่เป็นไปได้"),
    ("อนุชาติ พวงสาลี", "ความเป็นเครือข่าย", "ชุมชนแห่งสำนึก"), ("ชูชัย ศุภวงศ์", "เครือข่ายทางสังคม", "เครือข่ายเป็นเครื่องมือทางสังคม"),
    ("ไชยรัตน์ เจริญสินโอฬาร", "ขบวนการเคลื่อนไหวทางสังคมรูปแบบใหม่", "เครือข่ายทางสังคมที่กลับมา"),
    ("กาญจนา แก้วเทพ", "เครือข่าย", "“net” หมายถึง ตาข่าย"),
    ("กาญจนา แก้วเทพ", "เครือข่าย", "รูปแบบหนึ่งของการประสานงาน"), ("เกรียงศักดิ์ เจริญวงศ์ศักดิ์", "เครือข่าย", "การที่ปัจเจกบุคคล"),
    ("นฤมล นิราธร", "เครือข่าย", "การทำงานที่เป็นรูปแบบ"), ("นฤมล นิราธร", "เครือข่าย", "รูปแบบการประสานงาน"),
    ("-", "เครือข่าย", "ความร่วมมือและการเปิดรับ"),
    ("ปุสตี มอนซอน", "เครือข่ายทางสังคม", "การสร้างสัมพันธภาพทางสังคม"), ("ประเวศ วะสี", "เครือข่ายทางสังคม", "สังคมแห่งกัลยาณมิตร"),
    ("อริยา เศวตามร์", "ความเป็นเครือข่าย", "ความเป็นหนึ่งอันเดียวกัน"), ("-", "ความเป็นเครือข่าย", "“การร่วมกันอย่างมีจุดหมาย”"),
    ("จอหน์ เวอร์เนอร์", "การเรียนรู้", "การเรียนรู้เกี่ยวกับ"), ("จอหน์ เวอร์เนอร์", "การลงทุน", "การลงทุนด้านเวลา"),
    ("จอหน์ เวอร์เนอร์", "การดูแล", "การดูแลสัมพันธภาพ"), ("จอหน์ เวอร์เนอร์", "การรักษา", "การรักษาทิศทาง"),
    ("เกรียงศักดิ์ เจริญวงศ์ศักดิ์", "การรับรู้มุมมองร่วมกัน", "การที่สมาชิกที่เข้ามา"),
    ("เกรียงศักดิ์ เจริญวงศ์ศักดิ์", "การมีวิสัยทัศน์ร่วมกัน", "การมองเห็นจุดมุ่งหมาย"),
    ("เกรียงศักดิ์ เจริญวงศ์ศักดิ์", "การมีผลประโยชน์และความสนใจร่วมกัน", "การที่สมาชิกแต่ละคน"),
    ("เกรียงศักดิ์ เจริญวงศ์ศักดิ์", "กระบวนการเสริมสร้างซึ่งกันและกัน", "การที่สมาชิกในเครือข่ายต่างก็"),
    ("เกรียงศักดิ์ เจริญวงศ์ศักดิ์", "การพึ่งอิงร่วมกัน", "การเติมเต็มในส่วน"),
    ("เกรียงศักดิ์ เจริญวงศ์ศักดิ์", "การปฏิสัมพันธ์เชิงแลกเปลี่ยน", "การที่สมาชิกในเครือข่ายมีการทำกิจกรรม"),
    ("โครงการเสริมสร้างการเรียนรู้เพื่อชุมชนเป็นสุข", "การสื่อสารเพื่อสร้างความรู้ ความหมายและโลกทัศน์ร่วมกัน", "การที่เครือข่ายมีการติดต่อ"),
    ("โครงการเสริมสร้างการเรียนรู้เพื่อชุมชนเป็นสุข", "ความเท่าเทียมของฝ่ายต่าง ๆ", "บุคคลและกลุ่มบุคคล"),
    ("โครงการเสริมสร้างการเรียนรู้เพื่อชุมชนเป็นสุข", "การให้ผลประโยชน์ต่างตอบแทน", "การแบ่งปันผลประโยชน์"),
    ("โครงการเสริมสร้างการเรียนรู้เพื่อชุมชนเป็นสุข", "การให้ผลประโยชน์ต่างตอบแทน", "ความร่วมมือและความเอื้ออาทร"),
    ("-", "การสร้างพื้นที่ทางสังคม", "การปรับตัวเข้าหาช่องว่าง"), ("-", "การประสานผลประโยชน์", "การให้จังหวะและโอกาส"),
  ]

  @Test func readsDefinitionsThatAreMarkedOutright() {
    let found = SourceChapter.reading.definitions.filter { $0.kind == .definition }
    var expected = Self.defined
    var right = 0
    for definition in found {
      let author = definition.citation.map { SourceChapter.reading.citations[$0].authors[0].name } ?? "-"
      if let index = expected.firstIndex(where: {
        $0.author == author && $0.term == definition.term && definition.statement.hasPrefix($0.opening)
      }) {
        expected.remove(at: index)
        right += 1
      }
    }
    let score = Score(right: right, reported: found.count, expected: Self.defined.count)
    #expect(score.recall >= 0.92, "\(score), missed: \(expected.map { "\($0.author): \($0.term)" })")
    #expect(score.precision >= 0.80, "\(score)")
  }

  @Test func tellsWhatSomethingIsHereFromWhatAConceptMeans() {
    let identified = SourceChapter.reading.definitions.filter { $0.kind == .identification }.map(\.term)
    #expect(identified.contains("สิ่งสำคัญในการทำงานแบบเครือข่าย"))
    #expect(identified.contains("เป้าหมายที่ปรารถนาในการสร้างเครือข่าย"))
  }

  @Test func endsStatementsWhereTheNextThoughtBegins() {
    let byAuthor = Dictionary(
      SourceChapter.reading.definitions.compactMap { definition in
        definition.citation.map { (SourceChapter.reading.citations[$0].authors[0].name, definition.statement) }
      }, uniquingKeysWith: { first, _ in first })
    #expect(byAuthor["Schuler"]?.hasSuffix("การสนับสนุนเกื้อกูลซึ่งกันและกัน") == true)
    #expect(byAuthor["อภิชัย พันธเสน"]?.hasSuffix("กระจายตัวไปในพื้นที่ต่าง ๆ") == true)
    #expect(byAuthor["นฤมล นิราธร"]?.hasSuffix("การพึ่งพาอาศัยกันและกัน") == true)
  }

  // MARK: Terms

  /// Thai–English pairs in source order; with `|` where a careful reader may begin the term at either place. «(communication and network)»
  /// glosses no words before it and is not among them.
  private static let pairs: [(thai: String, english: String)] = [
    ("เครือข่ายทางสังคม", "social network"), ("เครือข่ายทางสังคม", "social network"), ("ข้อมูลข่าวสาร", "data and information"),
    ("การปรับสภาวะ", "accommodation"), ("เครือข่ายทางสังคม", "social network"), ("ข่ายของงาน", "network"),
    ("ความสัมพันธ์ในสังคมมนุษย์", "social network"), ("สายใย", "web"), ("พลังความยึดโยง|ความยึดโยง", "cohesive"), ("สายใย", "web"),
    ("พลังทวีคูณ", "reinforcing"), ("ขยายผลแบบก้าวกระโดด|ก้าวกระโดด", "quantum leap"),
    ("พลังสร้างสรรค์ที่เปลี่ยนคุณภาพอย่างฉับพลัน|เปลี่ยนคุณภาพอย่างฉับพลัน", "emergence"), ("ชุมชนแห่งสำนึก", "conscious community"),
    ("กลุ่มหรือองค์กร", "civic group/organization"), ("หุ้นส่วนกัน|หุ้นส่วน", "partnership"),
    ("ขบวนการเคลื่อนไหวทางสังคมรูปแบบใหม่", "the new social movement"), ("สังคมสารสนเทศ", "information society"), ("เครือข่าย", "network"),
    ("เครือข่าย", "network"), ("แนวร่วมเชิงกลยุทธ์", "strategic alliance"), ("หุ้นส่วนในการทำงาน", "partner"),
    ("การประสานงานระหว่างองค์กร", "inter organization coordination"), ("เครือข่ายสังคมแห่งการเรียนรู้", "learning social network"),
    ("การเชื่อมต่อ", "link"), ("การเรียนรู้", "learning"), ("การลงทุน", "investing"), ("การดูแล", "nurturing"), ("การรักษา", "keeping"),
    ("การรับรู้มุมมองร่วมกัน", "common perception"), ("การมีวิสัยทัศน์ร่วมกัน", "common vision"),
    ("การมีผลประโยชน์และความสนใจร่วมกัน", "mutual interests/benefits"),
    ("การมีส่วนร่วมของสมาชิกเครือข่ายอย่างกว้างขวาง", "all stakeholders participation"),
    ("กระบวนการเสริมสร้างซึ่งกันและกัน", "complementary relationship"), ("การพึ่งอิงร่วมกัน", "interdependence"),
    ("การปฏิสัมพันธ์เชิงแลกเปลี่ยน", "interaction"), ("ชุมทาง", "hub"), ("โหนด", "node"),
  ]

  @Test func cutsTermsWhereTheyBegin() {
    var expected = Self.pairs
    var right = 0
    var wrong: [String] = []
    for term in SourceChapter.reading.terms {
      let index = expected.firstIndex { pair in
        pair.english == term.english.first && pair.thai.split(separator: "|").contains { $0 == term.term }
      }
      if let index {
        expected.remove(at: index)
        right += 1
      } else {
        wrong.append(term.term)
      }
    }
    let score = Score(right: right, reported: SourceChapter.reading.terms.count, expected: Self.pairs.count)
    #expect(score.f1 >= 0.95, "\(score), missed \(expected), wrong \(wrong)")
  }

  // MARK: Sets

  /// The ten sets: who counts them, how many the text says there are, how each item begins.
  private static let sets: [(author: String, count: Int?, items: [String])] = [
    ("-", nil, ["เป็นคำที่นำมาอธิบาย", "เป็นคำที่นำมาประยุกต์", "เป็นคำที่อธิบายถึงแบบแผน"]),
    ("-", nil, ["ความสัมพันธ์ทางวัฒนธรรม", "ความสัมพันธ์เชิงอำนาจ", "ความสัมพันธ์ในกระบวนการเรียนรู้"]),
    ("อภิชัย พันธเสน", 3, ["ส่วนที่ประชาชนสร้างขึ้น", "ส่วนที่ผู้มีอำนาจสร้างขึ้น", "ส่วนที่ปรับหรือสร้างขึ้นใหม่"]),
    ("-", nil, ["เครือข่าย : นัยคุณค่า", "เครือข่าย : นัยแห่งการประสาน", "เครือข่าย : นัยภารกิจ"]),
    (
      "-", 5,
      [
        "หน่วยชีวิตหรือสมาชิก", "จุดมุ่งหมาย", "การทำหน้าที่อย่างมีจิตสำนึก", "การมีส่วนร่วมและการแลกเปลี่ยน", "ระบบความสัมพันธ์และการสื่อสาร",
      ]
    ), ("จอหน์ เวอร์เนอร์", 4, ["การเรียนรู้", "การลงทุน", "การดูแล", "การรักษา"]),
    (
      "เกรียงศักดิ์ เจริญวงศ์ศักดิ์", 7,
      [
        "การรับรู้มุมมองร่วมกัน", "การมีวิสัยทัศน์ร่วมกัน", "การมีผลประโยชน์และความสนใจร่วมกัน", "การมีส่วนร่วมของสมาชิกเครือข่ายอย่างกว้างขวาง",
        "กระบวนการเสริมสร้างซึ่งกันและกัน", "การพึ่งอิงร่วมกัน", "การปฏิสัมพันธ์เชิงแลกเปลี่ยน",
      ]
    ),
    (
      "โครงการเสริมสร้างการเรียนรู้เพื่อชุมชนเป็นสุข", 4,
      [
        "การมีกิจกรรมร่วมกันของสมาชิก", "การสื่อสารเพื่อสร้างความรู้ ความหมายและโลกทัศน์ร่วมกัน", "ความเท่าเทียมของฝ่ายต่าง ๆ",
        "การให้ผลประโยชน์ต่างตอบแทน",
      ]
    ),
    (
      "ปาริชาติ สถาปิตานนท์", nil,
      [
        "การถ่ายทอดความรู้ ทักษะ", "การสื่อสาร", "การบริหารข้อมูลข่าวสาร", "การปฏิสัมพันธ์", "การตีความหมาย", "การเห็นและเข้าใจในเป้าหมายร่วม",
      ]
    ), ("-", 3, ["สถานการณ์ปัญหาและสภาพแวดล้อม", "การสร้างพื้นที่ทางสังคม", "การประสานผลประโยชน์อย่างเท่าเทียม"]),
  ]

  @Test func findsEverySetWhole() {
    let found = SourceChapter.reading.enumerations
    for set in Self.sets {
      let match = found.first { enumeration in
        let author = enumeration.citation.map { SourceChapter.reading.citations[$0].authors[0].name } ?? "-"
        return author == set.author && enumeration.items.count == set.items.count
          && zip(enumeration.items, set.items).allSatisfy { $0.title.hasPrefix($1) }
      }
      #expect(match != nil, "\(set.author): \(set.items)")
      if let match { #expect(match.statedCount == set.count, "\(set.items)") }
    }
    #expect(found.count <= Self.sets.count + 1)
  }

  @Test func namesSetsByWhatIsCounted() {
    let titles = SourceChapter.reading.enumerations.map(\.title)
    #expect(titles.contains("องค์ประกอบที่สำคัญของเครือข่าย"))
    #expect(titles.contains("องค์ประกอบของเครือข่าย"))
    #expect(titles.contains("ความจำเป็นในการเสริมสร้างเครือข่าย"))
    #expect(titles.contains("ความหมายของเครือข่าย"))
  }

  // MARK: Outline, figure, questions

  @Test func readsHeadingsFigureAndQuestions() {
    let reading = SourceChapter.reading
    #expect(reading.title.text == "เครือข่าย: ฐานคิดและความหมาย")
    #expect(reading.title.number == "6")
    #expect(reading.sections.map(\.level) == [2, 3, 2, 3, 3, 3, 2, 2, 3, 3, 3, 2])
    #expect(reading.sections.compactMap(\.number) == ["1", "2", "3"])
    #expect(reading.figures.map(\.number) == ["12"])
    #expect(reading.figures.map(\.title) == ["องค์ประกอบที่สำคัญต่อการเสริมสร้างเครือข่าย"])
    #expect(reading.questions.map(\.text) == ["แนวคิดเกี่ยวกับเครือข่ายมีอะไรบ้าง", "ความสำคัญในการพัฒนาคือข่ายคืออะไร"])
  }
}
