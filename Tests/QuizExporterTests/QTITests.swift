import Rendering
import CourseModel
import Foundation
import TestSupport
import Testing

@testable import QuizExporter

@Test(
  "is valid against 1EdTech's schemas and its own manifest",
  .enabled(if: RealReader.has("qti_xsd_check.py", module: "lxml"), "needs ../shared and a Python with lxml"))
func isValidQTI() throws {
  var files: [(name: String, bytes: [UInt8])] = []
  for name in ["qti21", "qti22", "qti30"] {
    let export = try #require(QuizFormats.named(name)).write(bank(everyInteraction, ladder: ["choice.a", "essay.a"]), .init())
    #expect(export.written == everyInteraction.count)
    files.append((name + ".zip", export.bytes))
  }
  let schemas = try #require(SharedInputs.folder).appendingPathComponent("accept/quiz/schemas").path
  let outcome = try #require(
    try RealReader.check("qti_xsd_check.py", module: "lxml", arguments: ["--schemas", schemas], files: files))
  #expect(outcome.status == 0, "\(outcome.output)")
}

@Test func writesIdentifiersThatAreNames() {
  #expect(PackageID.name("item", "choice.a-1") == "item-choice.a-1")
  let odd = PackageID.name("item", "ก/b")
  #expect(odd.hasPrefix("item-__b-") && odd.utf8.allSatisfy { $0 < 0x80 })
  #expect(PackageID.name("item", "ข/b") != odd)
}

@Test func sectionsOfAPackageFollowTheLadder() throws {
  let files = try ZipReader.files(QTIPackage.v30.write(bank(everyInteraction, ladder: ["true.a", "choice.a"]), .init()).bytes)
  let test = try XMLTree.parse(#require(files["test.xml"]))
  let ladder = try #require(test.descendants("qti-assessment-section").last)
  #expect(ladder.attributes["title"] == "บทที่ 6 เครือข่าย/ฐานคิด › คำถามอภิปราย: แนวคิดมีอะไรบ้าง")
  #expect(
    ladder.all("qti-assessment-item-ref").compactMap { $0.attributes["href"] } == [
      "items/item-true.a.xml", "items/item-choice.a.xml",
    ])
}

@Test func zipsAreTheSameAndDated1980() throws {
  let first = QTIPackage.v21.write(bank(everyInteraction), .init()).bytes
  #expect(first == QTIPackage.v21.write(bank(everyInteraction), .init()).bytes)
  #expect(first[10...13].elementsEqual([0, 0, 0x21, 0]))
}

@Test func checksumsAsZipDoes() {
  #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
  #expect(SHA1.of(Array("abc".utf8)).prefix(4).elementsEqual([0xA9, 0x99, 0x3E, 0x36]))
  #expect(NamedUUID.of("a") == NamedUUID.of("a") && NamedUUID.of("a") != NamedUUID.of("b"))
  #expect(Array(NamedUUID.of("a"))[14] == "5")
}
