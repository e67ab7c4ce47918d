import CourseModel
import Rendering
import Testing

struct ReferenceFormatterTests {
  private func work(
    _ id: String, _ names: [String], _ year: String?, title: String? = nil, type: String? = nil, details: [(String, String)] = [],
    etAl: Bool = false, role: CitedAuthor.Role = .author, through: String? = nil
  ) -> Work {
    Work(
      id: WorkID(id), authors: names.map { CitedAuthor(person: PersonID($0), name: $0, role: role) }, etAl: etAl,
      year: year.map { CitedYear(printed: $0, era: .buddhist, gregorian: Int($0).map { $0 > 2400 ? $0 - 543 : $0 }) }, title: title,
      type: type,
      details: details.map { Work.Detail(field: $0.0, value: $0.1) }, knownThrough: through.map { WorkID($0) })
  }

  private func entry(_ work: Work, in works: [Work] = [], people: [Person] = []) -> String {
    ReferenceFormatter(Course(id: "c", title: "c", works: works + [work], people: people)).entry(work).map(\.text).joined()
  }

  @Test func saysThatATitleIsUnknown() {
    #expect(entry(work("w", ["อภิชัย พันธเสน"], "2539")) == "อภิชัย พันธเสน. (2539). [ไม่ระบุชื่อเรื่อง].")
    #expect(entry(work("w", ["Schuler"], "1996")) == "Schuler. (1996). [Untitled].")
  }

  @Test func joinsAuthorsByTheWorksLanguage() {
    #expect(entry(work("w", ["ก ข", "ค ง"], "2540", title: "จ")) == "ก ข และค ง. (2540). จ.")
    #expect(entry(work("w", ["ก ข", "ค ง", "จ ฉ"], "2540", title: "ช")) == "ก ข, ค ง, และจ ฉ. (2540). ช.")
    #expect(entry(work("w", ["ก ข"], "2540", title: "จ", etAl: true)) == "ก ข และคณะ. (2540). จ.")
    #expect(entry(work("w", ["Ann Lee", "Bo Ray"], "1999", title: "T")) == "Lee, A., & Ray, B. (1999). T.")
  }

  @Test func namesEditorsOrganisationsAndUndatedWorks() {
    #expect(entry(work("w", ["ก ข"], nil, title: "ค", role: .editor)) == "ก ข (บ.ก.). (ม.ป.ป.). ค.")
    let bank = Person(id: PersonID("World Bank"), name: "World Bank", display: "World Bank", sort: "", kind: .organisation)
    #expect(entry(work("w", ["World Bank"], "2001", title: "T"), people: [bank]) == "World Bank. (2001). T.")
  }

  @Test func showsTheTitlesOfMonks() {
    let monk = Person(id: PersonID("สุทิตย์ อาภากโร"), name: "สุทิตย์ อาภากโร", display: "พระมหาสุทิตย์ อาภากโร", sort: "", kind: .person)
    #expect(entry(work("w", ["สุทิตย์ อาภากโร"], "2547"), people: [monk]) == "พระมหาสุทิตย์ อาภากโร. (2547). [ไม่ระบุชื่อเรื่อง].")
  }

  @Test func placesAnArticleInItsJournal() {
    let article = work(
      "w", ["ก ข"], "2550", title: "ค", details: [("container-title", "วารสาร"), ("volume", "2"), ("issue", "1"), ("page", "5-9")])
    #expect(entry(article) == "ก ข. (2550). ค. วารสาร, 2(1), 5-9.")
    let parts = ReferenceFormatter(Course(id: "c", title: "c", works: [article])).entry(article)
    #expect(parts.filter(\.isTitle).map(\.text) == ["วารสาร"])
  }

  @Test func saysThroughWhichWorkItIsKnown() {
    let through = work("t", ["สมใจ ดี"], "2539")
    #expect(entry(work("w", ["Michel"], nil, through: "t"), in: [through]).hasSuffix(" As cited in สมใจ ดี (2539)."))
  }

  @Test func putsThaiBeforeEnglishInDictionaryOrder() {
    let works = [
      work("1", ["Adam"], "1990"), work("2", ["เกษม"], "2540"), work("3", ["กาญจนา"], "2541"), work("4", ["กาญจนา"], "2540"),
    ]
    let formatter = ReferenceFormatter(Course(id: "c", title: "c", works: works))
    #expect(formatter.inBibliographyOrder(works).map(\.id.text) == ["4", "3", "2", "1"])
  }

  @Test func callsAWorkInALine() {
    let formatter = ReferenceFormatter(Course(id: "c", title: "c"))
    #expect(formatter.label(work("w", ["ก", "ข", "ค"], "2540")) == "ก และคณะ (2540)")
    #expect(formatter.parenthetical(work("w", ["Lee", "Ray"], "1999"), locator: "p. 5") == "Lee & Ray, 1999, p. 5")
  }
}
