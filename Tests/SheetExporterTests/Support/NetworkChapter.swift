import CourseModel
import Diagnostics
import Foundation
import TestSupport
import ThaiText

@testable import SheetExporter

/// Chapter 6 by hand, as its records would be read: what sheets are tried on, here and by eye.
enum NetworkChapter {
  static let chapter = ChapterID("06-network")

  static let templates = SheetTemplates(prelude: template("prelude.typ"), style: template("sheet.css"))

  private static func template(_ name: String) -> String {
    (try? String(contentsOf: packageRoot.appendingPathComponent("Templates/sheets/" + name), encoding: .utf8)) ?? ""
  }

  static func exporter(_ settings: SheetSettings = SheetSettings()) -> SheetExporter {
    SheetExporter(course: course, settings: settings, templates: templates)
  }

  /// Author (| between two, + for «และคณะ»), year, term, marker, statement.
  private static let definitionRows: [(String, String, String, String, String)] = [
    (
      "พระมหาสุทิตย์ อาภากโร", "2547", "เครือข่ายทางสังคม", "คือ",
      "ความสัมพันธ์ที่มนุษย์ในสังคมมีต่อกัน ตั้งแต่ระดับปัจเจกบุคคล ระหว่างปัจเจกบุคคลกับกลุ่ม ระหว่างกลุ่มด้วยกัน ไปจนถึงระหว่างกลุ่มกับเครือข่าย คำนี้จึงใช้อธิบายทั้งพฤติกรรมและความสัมพันธ์ที่เกิดขึ้นในเรื่องต่าง"
    ),
    (
      "ทิศนา แขมมณี+", "2542", "กระบวนการเรียนรู้", "คือ",
      "กระบวนการที่บุคคลต้องดำเนินด้วยตนเอง ผู้อื่นทำแทนไม่ได้ เพราะแต่ละคนสร้างความหมายขึ้นเฉพาะตน อย่างไรก็ตาม การรับสิ่งเร้าหรือข้อมูลเพิ่มเติมเป็นวิธีหนึ่งของการปรับสภาวะ (accommodation)"
    ),
    (
      "Schuler", "1996", "เครือข่าย", "คือ",
      "สายใย (web) ของความสัมพันธ์ทางสังคมซึ่งมีเอกภาพ มีพลังความยึดโยง (cohesive) และเกื้อหนุนกัน เทคโนโลยีก็มีลักษณะทำนองเดียวกัน คือเป็นสายใย (web) ที่โยงความสัมพันธ์และการสื่อสารของคนในสังคมเข้าหากัน"
    ),
    (
      "อรรณพ พงษ์วาท", "2539", "เครือข่าย", "คือ",
      "การนำความพยายามและงานที่ฝ่ายต่าง ๆ ดำเนินอยู่มาร้อยรัดกันให้เป็นระบบและเป็นรูปธรรม เพื่อทำภารกิจอย่างใดอย่างหนึ่งร่วมกัน โดยแต่ละฝ่ายยังทำภารกิจหลักของตนและรักษาเอกลักษณ์กับปรัชญาของตนไว้ได้"
    ),
    (
      "ปาริชาติ สถาปิตานนท์|ชัยวัฒน์ ถิระพันธุ์", "2546", "เครือข่าย", "หมายถึง",
      "การพบปะ ประชุม และทำประโยชน์ให้แก่กัน เพราะสมาชิกมีสัมพันธภาพเป็นสิ่งยึดโยงใจเข้าไว้ด้วยกัน บุคคลจึงต้องให้ความสำคัญแก่ความสัมพันธ์ที่มีต่อกัน โดยมีพื้นฐานอยู่ที่ความเท่าเทียมด้านโอกาส"
    ),
    (
      "Michel", "2539", "เครือข่าย", "คือ",
      "ความร่วมมือซึ่งเกิดได้ทุกระดับ ทั้งบุคคล องค์กร และสถาบัน ขอบข่ายและขนาดมีได้ตั้งแต่เครือข่ายเล็ก ๆ ในชุมชน ขยายเป็นระดับจังหวัด ภูมิภาค และประเทศ จนถึงระดับระหว่างประเทศ เครือข่ายจึงเป็นสายใยที่โยงบุคคลหนึ่งกับบุคคลอื่นอีกจำนวนมาก"
    ),
    (
      "อนุชาติ พวงสาลี|วีรบูรณ์ วิสารทสกุล", "2541", "ความเป็นเครือข่ายภายใต้กระแสแนวคิดประชาสังคม", "หมายถึง",
      "ชุมชนแห่งสำนึก (conscious community) ซึ่งสมาชิกเป็นส่วนหนึ่งของระบบโดยรวมและผูกพันกันแนบแน่น จะด้วยระบบคุณค่าเดิมหรือด้วยเป้าประสงค์ใหม่ในการทำงานร่วมกันก็ตาม ชุมชนเช่นนี้เป็นพลวัต"
    ),
    (
      "ชูชัย ศุภวงศ์", "2540", "เครือข่ายทางสังคม", "คือ",
      "เครื่องมือทางสังคมในรูปของประชาสังคม เกิดขึ้นเมื่อผู้คนเห็นวิกฤตการณ์หรือปัญหาสังคมที่ซับซ้อนและแก้ได้ยาก มีวัตถุประสงค์และจิตสำนึกร่วมกัน จึงรวมตัวเป็นกลุ่มหรือองค์กร (civic"
    ),
    (
      "เกรียงศักดิ์ เจริญวงศ์ศักดิ์", "2543", "เครือข่าย", "หมายถึง",
      "การที่บุคคล องค์กร หน่วยงาน หรือสถาบันตกลงประสานเชื่อมโยงกันอย่างเป็นระบบ ภายใต้วัตถุประสงค์หรือข้อตกลงร่วมกันประการใดประการหนึ่ง โดยมุ่งทำกิจกรรมต่าง ๆ เช่น การปฏิรูปการศึกษา"
    ),
    (
      "นฤมล นิราธร", "2543", "เครือข่าย", "หมายถึง",
      "รูปแบบการประสานงานของกลุ่มคนหรือองค์กรซึ่งสมัครใจแลกเปลี่ยนข้อมูลข่าวสารและช่วยเหลือกัน การติดต่อสื่อสารในเครือข่ายจะผ่านศูนย์กลางหรือแม่ข่ายก็ได้ หรือกลุ่มต่าง ๆ จะติดต่อกันเองโดยตรงก็ได้"
    ),
    (
      "ปุสตี มอนซอน+", "2546", "เครือข่ายทางสังคมในการพัฒนา", "คือ",
      "การสร้างสัมพันธภาพทางสังคมเพื่อเรียนรู้ร่วมกัน อันจะยกระดับแนวคิดและกิจกรรมที่ทำด้วยกันให้เกิดผลดีที่สุดแก่สังคมซึ่งตนเป็นสมาชิก เครือข่ายเช่นนี้โยงปัจเจกบุคคล กลุ่ม องค์กร"
    ),
    (
      "อริยา เศวตามร์", "2542", "ความเป็นเครือข่าย", "หมายถึง",
      "ความเป็นหนึ่งเดียวกันภายในชุมชนอันกว้างขวาง เพื่อให้เกิดความสัมพันธ์ทางสังคมที่ยุติธรรมและมีเครือข่ายกว้างกว่าที่เคยมีมา สอดคล้องกับกระแสการพัฒนาที่มุ่งให้ชุมชนและเครือข่ายเข้มแข็ง"
    ),
  ]

  /// Id, title, author, members with English and text.
  private static let setRows: [(String, String, String, [(String, String, String)])] = [
    (
      "uses", "การใช้คำว่าเครือข่ายทางสังคม", "",
      [
        ("คำอธิบายปรากฏการณ์ทางสังคม", "", "ใช้ชี้ให้เห็นว่าสิ่งที่เกิดขึ้นในสังคมเป็นความสัมพันธ์ซึ่งโยงใยถึงกัน"),
        ("คำที่ประยุกต์ใช้ในการขับเคลื่อนสังคม", "", "นำไปใช้ทั้งในกระบวนการขับเคลื่อนและในยุทธศาสตร์การพัฒนา"),
        ("คำอธิบายแบบแผนพฤติกรรมทางสังคม", "", "ใช้กล่าวถึงแบบแผนที่ปัจเจกบุคคลและสังคมยึดถือเมื่อทำกิจกรรม ติดต่อสื่อสาร หรือแลกเปลี่ยนเรียนรู้กับฝ่ายต่าง ๆ"),
      ]
    ),
    (
      "relations", "ความสัมพันธ์ที่พบเสมอในสังคมมนุษย์", "",
      [
        ("ความสัมพันธ์ทางวัฒนธรรม", "", "เกิดจากการยอมรับคุณค่าและแบบแผนปฏิบัติเดียวกัน"),
        ("ความสัมพันธ์เชิงอำนาจ", "", "ตั้งอยู่บนการแลกเปลี่ยนที่ไม่เท่าเทียมกัน"),
        ("ความสัมพันธ์ในกระบวนการเรียนรู้", "", "เกิดจากการแลกเปลี่ยนเรียนรู้ของผู้คน"),
      ]
    ),
    (
      "components", "องค์ประกอบที่สำคัญของเครือข่าย", "",
      [
        (
          "หน่วยชีวิตหรือสมาชิก", "",
          "องค์ประกอบเบื้องต้นที่สร้างระบบปฏิสัมพันธ์ของเครือข่าย แต่ละหน่วยชีวิตและแต่ละบุคคลต่างแสวงหาแนวร่วมมาสร้างสรรค์สิ่งต่าง ๆ เพื่อดำรงอยู่ด้วยกัน"
        ),
        ("จุดมุ่งหมาย", "", "สิ่งที่ทำให้การรวมตัวมีความหมายเป็นเครือข่าย ถ้าบุคคลหรือองค์กรเพียงแต่มาทำกิจกรรมร่วมกันโดยไม่มีความมุ่งมั่นหรือจุดมุ่งหมายเดียวกัน"),
        (
          "การทำหน้าที่อย่างมีจิตสำนึก", "",
          "สิ่งที่ยึดโยงบุคคลและหน่วยชีวิตเข้าด้วยกัน แต่ละฝ่ายทำหน้าที่ต่อกันด้วยจิตสำนึกต่อส่วนรวมซึ่งมาจากส่วนลึกของจิตใจ หากขาดจิตสำนึกเช่นนี้"
        ),
        (
          "การมีส่วนร่วมและการแลกเปลี่ยน", "",
          "กลไกที่ผลักดันให้เครือข่ายดำเนินไปไม่หยุดยั้ง เครือข่ายขาดการมีส่วนร่วม การพึ่งพากัน และการแลกเปลี่ยนเรียนรู้ไม่ได้ การมีส่วนร่วมในกิจกรรมเสริมพลังแก่เครือข่าย"
        ),
        (
          "ระบบความสัมพันธ์และการสื่อสาร", "",
          "ข้อมูลและการสื่อสารที่ทำให้ความสัมพันธ์ของเครือข่ายโยงใยถึงกัน นับแต่การสื่อสารระหว่างปัจเจกบุคคล ระหว่างกลุ่ม และระหว่างเครือข่าย"
        ),
      ]
    ),
    (
      "link", "องค์ประกอบของเครือข่าย", "จอห์น เวอร์เนอร์",
      [
        ("การเรียนรู้", "learning", "การทำความเข้าใจว่าตนเองและผู้อื่นมีความจำเป็นและความต้องการอย่างไร"),
        ("การลงทุน", "investing", "การสละเวลาและพลังงานเพื่อติดต่อและเชื่อมประสานกับบุคคลต่าง"),
        ("การดูแล", "nurturing", "การเอาใจใส่สัมพันธภาพของสมาชิกในเครือข่ายอย่างใกล้ชิด"),
        ("การรักษา", "keeping", "การรักษาทิศทางไว้จนบรรลุเป้าหมาย โดยเฉพาะการตรวจสอบว่าสมาชิกต้องการสิ่งใด และการเปิดใจฟังความคิดเห็นของกันและกัน"),
      ]
    ),
    (
      "seven", "องค์ประกอบที่สำคัญของเครือข่าย", "เกรียงศักดิ์ เจริญวงศ์ศักดิ์",
      [
        (
          "การรับรู้มุมมองร่วมกัน", "common perception",
          "การที่สมาชิกรู้สึกนึกคิดและรับรู้ตรงกันว่าเข้าร่วมเครือข่ายด้วยเหตุใด เช่น เข้าใจปัญหา มีสำนึกที่จะแก้ปัญหาด้วยกัน และต้องการความช่วยเหลือคล้ายกัน"
        ),
        (
          "การมีวิสัยทัศน์ร่วมกัน", "common vision",
          "การที่สมาชิกมองเห็นจุดมุ่งหมายในอนาคตเป็นภาพเดียวกัน เมื่อรับรู้และเข้าใจทิศทางเดียวกัน มีเป้าหมายที่จะเดินไปด้วยกัน การเคลื่อนไหวของเครือข่ายก็มีพลังและเอกภาพ"
        ),
        (
          "การมีผลประโยชน์และความสนใจร่วมกัน", "mutual interests/benefits",
          "การที่สมาชิกมาประสานผลประโยชน์และความต้องการซึ่งไม่มีทางสำเร็จหากต่างคนต่างอยู่"
        ),
        (
          "การมีส่วนร่วมของสมาชิกเครือข่ายอย่างกว้างขวาง", "all stakeholders participation",
          "การที่สมาชิกร่วมคิด ร่วมเรียนรู้ ร่วมตัดสินใจ และร่วมลงมือทำอย่างแข็งขัน อันเป็นเงื่อนไขที่ทำให้เครือข่ายเข้มแข็ง"
        ),
        (
          "กระบวนการเสริมสร้างซึ่งกันและกัน", "complementary relationship",
          "การที่สมาชิกเสริมการทำงานของกันและกัน โดยนำจุดแข็งของฝ่ายหนึ่งไปช่วยจุดอ่อนของอีกฝ่ายหนึ่ง ผลประโยชน์จึงประสานกันได้"
        ),
        (
          "การพึ่งอิงร่วมกัน", "interdependence",
          "การที่แต่ละฝ่ายเติมเต็มส่วนที่อีกฝ่ายขาด เพราะทุกฝ่ายล้วนมีข้อจำกัดในการทำงาน มีความรู้และประสบการณ์ไม่เหมือนกัน"
        ),
        ("การปฏิสัมพันธ์เชิงแลกเปลี่ยน", "interaction", "การที่สมาชิกทำกิจกรรมร่วมกันจนเกิดปฏิสัมพันธ์ต่อกัน"),
      ]
    ),
    (
      "needs", "ความจำเป็นในการเสริมสร้างเครือข่าย", "",
      [
        ("สถานการณ์ปัญหาและสภาพแวดล้อม", "", "ซึ่งกลุ่มหรือองค์กรเดียวรับมือไม่ไหว"),
        ("การสร้างพื้นที่ทางสังคม", "", "ซึ่งทำให้ตัวตนของเครือข่ายปรากฏ"),
        ("การประสานผลประโยชน์อย่างเท่าเทียม", "", "ซึ่งทำให้เครือข่ายมั่นคงและพัฒนาต่อเนื่อง"),
      ]
    ),
  ]

  private static let terms: [(String, [String])] = [
    ("เครือข่าย", ["network"]), ("เครือข่ายทางสังคม", ["social network"]), ("สายใย", ["web"]), ("ความยึดโยง", ["cohesive"]),
    ("กระบวนการเรียนรู้", []), ("การปรับสภาวะ", ["accommodation"]), ("ข้อมูลข่าวสาร", ["data and information"]),
    ("ชุมชนแห่งสำนึก", ["conscious community"]), ("พลังทวีคูณ", ["reinforcing"]), ("การขยายผลแบบก้าวกระโดด", ["quantum leap"]),
    ("ขบวนการเคลื่อนไหวทางสังคมรูปแบบใหม่", ["the new social movement"]), ("สังคมสารสนเทศ", ["information society"]),
    ("หุ้นส่วน", ["partnership"]), ("แนวร่วมเชิงกลยุทธ์", ["strategic alliance"]), ("ชุมทาง", ["hub"]), ("โหนด", ["node"]),
    ("การมีส่วนร่วมของสมาชิกเครือข่ายอย่างกว้างขวาง", ["all stakeholders participation"]), ("การพึ่งอิงร่วมกัน", ["interdependence"]),
    ("เครือข่ายสังคมแห่งการเรียนรู้", ["learning social network"]), ("ความเป็นเครือข่าย", []), ("เครือข่ายทางสังคมในการพัฒนา", []),
    ("ความเป็นเครือข่ายภายใต้กระแสแนวคิดประชาสังคม", []),
  ]

  static func evidence(_ length: Int = 1) -> Evidence {
    Evidence(
      span: SourceSpan(file: "Content/06-network/chapter.md", range: ByteRange(0, length)), rule: "test", certainty: .sure)
  }

  static let course: Course = {
    func section(_ id: String, _ title: String) -> Section {
      Section(id: SectionID(id), chapter: chapter, parent: nil, level: 2, number: nil, title: title, evidence: evidence())
    }
    let sections = [
      section("foundations", "ฐานคิดเกี่ยวกับเครือข่าย"), section("meaning", "ความหมายของเครือข่ายทางสังคม (social network)"),
      section("components", "องค์ประกอบของเครือข่าย"), section("necessity", "ความจำเป็นในการเสริมสร้างเครือข่าย"),
    ]
    let meaning = SectionID("meaning")
    var people: [Person] = []
    func person(_ name: String) -> PersonID {
      let id = PersonID("p-" + stableHash(name))
      if !people.contains(where: { $0.id == id }) {
        people.append(Person(id: id, name: name, display: name, sort: name, kind: .person))
      }
      return id
    }
    var concepts = terms.map { term, english in
      Concept(
        id: ConceptID(english.first.flatMap { asciiSlug($0) } ?? "c-" + stableHash(term)), term: term, english: english,
        sections: [meaning], evidence: evidence())
    }
    var citations: [Citation] = []
    var definitions: [Definition] = []
    for (names, printed, term, marker, statement) in definitionRows {
      let authors = names.split(separator: "|").map { $0.hasSuffix("+") ? String($0.dropLast()) : String($0) }
        .map { CitedAuthor(person: person($0), name: $0) }
      let id = "\(definitions.count + 1)"
      let year = parseYear(printed).map {
        CitedYear(printed: printed, era: $0.era == .buddhist ? .buddhist : .common, gregorian: $0.gregorian)
      }
      let isSecondary = names == "Michel"
      let container = Citation.Container(
        authors: [CitedAuthor(person: person("สมใจ โลหะพูนตระกูล"), name: "สมใจ โลหะพูนตระกูล")], year: year, role: .author)
      citations.append(
        Citation(
          id: CitationID("cite-" + id), form: isSecondary ? .secondary : .narrative, text: names, authors: authors,
          etAl: names.hasSuffix("+"), year: isSecondary ? nil : year, citedIn: isSecondary ? container : nil, work: nil,
          section: meaning, chapter: chapter, evidence: evidence()))
      guard let k = concepts.firstIndex(where: { $0.term == term }) else { continue }
      let definition = Definition(
        id: DefinitionID("def-" + id), concept: concepts[k].id, term: term, statement: statement, marker: marker,
        citation: CitationID("cite-" + id), authors: authors.map { Attribution(person: $0.person, name: $0.name) },
        section: meaning,
        chapter: chapter, evidence: evidence(), passage: evidence().span)
      concepts[k].definitions.append(definition.id)
      definitions.append(definition)
    }
    let places = ["uses": "foundations", "relations": "foundations", "needs": "necessity"]
    let sets = setRows.map { id, title, author, members in
      Enumeration(
        id: EnumerationID(id), title: title, concept: concepts[0].id,
        authors: author.isEmpty ? [] : [Attribution(person: person(author), name: author)], statedCount: members.count,
        items: members.map { .init(title: $0.0, english: $0.1.isEmpty ? nil : $0.1, text: $0.2, span: evidence().span) },
        section: SectionID(places[id] ?? "components"), chapter: chapter, evidence: evidence(), passage: evidence().span)
    }
    let questions = [
      Question(
        id: QuestionID("q-concepts"), text: "แนวคิดเกี่ยวกับเครือข่ายมีอะไรบ้าง", kind: .discussion,
        answers: [
          .init(record: .enumeration(EnumerationID("relations")), weight: 0.6),
          .init(record: .definition(DefinitionID("def-3")), weight: 0.4),
        ],
        prompts: [
          "ความสัมพันธ์สามด้านที่พบเสมอในสังคมมนุษย์คืออะไร และแต่ละด้านเกิดขึ้นได้อย่างไร",
          "เครือข่ายใดในชุมชนของท่านเกิดจากความสัมพันธ์เหล่านั้น", "ความหมายของเครือข่ายทั้งสามนัยเน้นสิ่งใดต่างกัน",
          "นิยามของนักวิชาการสองท่านที่ท่านเลือกมาเหมือนกันและต่างกันตรงไหน",
        ],
        rubric: [
          "อธิบายความสัมพันธ์ครบสามด้าน (3 คะแนน)", "อธิบายความหมายของเครือข่ายครบสามนัย (3 คะแนน)",
          "อ้างทัศนะของนักวิชาการอย่างถูกต้องไม่น้อยกว่าสองท่าน (2 คะแนน)", "ยกตัวอย่างได้สอดคล้องกับแนวคิด (2 คะแนน)",
        ], section: nil, chapter: chapter, evidence: evidence()),
      Question(
        id: QuestionID("q-importance"), text: "ความสำคัญในการพัฒนาเครือข่ายคืออะไร", kind: .discussion,
        answers: [.init(record: .enumeration(EnumerationID("needs")), weight: 1)], section: nil, chapter: chapter,
        evidence: evidence()),
    ]
    func objective(_ id: String, _ text: String, _ level: CognitiveLevel, _ section: String) -> Objective {
      Objective(id: id, text: text, level: level, sections: [SectionID(section)])
    }
    let objectives = [
      objective("obj-meaning", "ระบุความหมายของเครือข่ายทางสังคมและนักวิชาการผู้ให้ความหมายนั้นได้", .remember, "meaning"),
      objective(
        "obj-foundation", "อธิบายฐานคิดของเครือข่ายในฐานะระบบความสัมพันธ์ในสังคมมนุษย์พร้อมยกตัวอย่างได้", .understand, "foundations"),
      objective("obj-components", "ใช้องค์ประกอบของเครือข่ายอธิบายเครือข่ายที่มีอยู่จริงในชุมชนของตนได้", .apply, "components"),
      objective("obj-necessity", "ประเมินความจำเป็นในการเสริมสร้างเครือข่ายเพื่อแก้ปัญหาที่กำหนดให้ได้", .evaluate, "necessity"),
    ]
    return Course(
      id: "network", title: "เครือข่ายทางสังคม",
      chapters: [
        Chapter(
          id: chapter, number: "6", title: "เครือข่าย: ฐานคิดและความหมาย", objectives: objectives,
          file: "Content/06-network/chapter.md", evidence: evidence())
      ], sections: sections, concepts: concepts, definitions: definitions, citations: citations, people: people, enumerations: sets,
      questions: questions)
  }()
}
