import CourseModel
import Rendering

/// The works as CSL-JSON.
package struct CSLRecords: RecordFormat {
  package let name = "csl-json"

  package init() {}

  package func write(_ course: Course, texts: RecordTexts) -> [RecordFile] {
    var json = JSONBuffer()
    json.array { json in
      for work in course.works { CSLJSON.write(work, in: course, into: &json) }
    }
    return [RecordFile(name: "works.json", bytes: json.bytes + [0x0A])]
  }
}

/// The works as BibTeX.
package struct BibTeXRecords: RecordFormat {
  package let name = "bibtex"

  package init() {}

  package func write(_ course: Course, texts: RecordTexts) -> [RecordFile] {
    let entries = course.works.map { BibTeX.entry($0, in: course) + "\n" }.joined()
    return [RecordFile(name: "works.bib", bytes: Array(entries.utf8))]
  }
}
