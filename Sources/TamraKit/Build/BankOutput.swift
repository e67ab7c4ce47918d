import CourseModel
import Diagnostics
import QuizExporter
import QuizGenerator
import SiteExporter

/// The quiz banks `site.yml` lists: practice for students, exam for the lecturer alone.
struct BankOutput: Sendable {
  let loaded: LoadedCourse
  let environment: [String: String]

  func write(to writer: OutputWriter, instructor: inout [(path: String, bytes: [UInt8])], _ diagnostics: inout [Diagnostic]) throws
  {
    guard !loaded.site.banks.isEmpty else { return }
    let (bank, found) = loaded.items.bank(pools: Set(QuizPool.allCases))
    diagnostics += found
    for name in loaded.site.banks {
      guard let format = QuizFormats.named(name) else {
        let known = QuizFormats.all.map(\.name).joined(separator: ", ")
        diagnostics.append(
          Diagnostic(
            "unknown-bank", .error, thai: "ไม่รู้จักรูปแบบคลังข้อสอบ “\(name)” ใน site.yml",
            english: "site.yml lists an unknown bank “\(name)”",
            at: nil, repair: Wording(thai: "ที่ใช้ได้คือ \(known)", english: "known: \(known)")))
        continue
      }
      for pool in QuizPool.allCases {
        let part = bank.pool(pool)
        guard !part.items.isEmpty else { continue }
        let path = "quiz/\(name)-\(pool.rawValue).\(format.fileExtension)"
        let written = try format.write(part, QuizWritingOptions(link: links, date: date))
        if pool == .practice { try writer.write(path, written.bytes) } else { instructor.append((path, written.bytes)) }
      }
    }
  }

  var date: Int { loaded.date(environment) }

  /// The address of an item's passage: absolute where `site.yml` says where the site stands.
  var links: @Sendable (QuizItem) -> String? {
    { [base = loaded.site.baseURL] item in
      guard let base, let passage = item.passage else { return nil }
      return base + SitePaths.chapter(item.chapter) + "#" + passage.record.text
    }
  }
}

extension QuizBank {
  /// The part of one pool, shelves without items left out.
  func pool(_ pool: QuizPool) -> QuizBank {
    let items = items.filter { $0.pool == pool }
    let kept = Set(items.map(\.id))
    var categories = categories.map { category in
      var category = category
      category.items = category.items.filter(kept.contains)
      return category
    }
    let parents = Set(categories.filter { !$0.items.isEmpty }.compactMap(\.parent))
    categories = categories.filter { !$0.items.isEmpty || parents.contains($0.id) }
    return QuizBank(title: title, language: language, categories: categories, items: items)
  }
}
