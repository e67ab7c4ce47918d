/// Moodle: the Responses report («Response 1», «Right answer 1»), or the Grades report («Q. 1 /1.00»).
struct MoodleLayout: ResponseLayout {
  let name = "moodle"

  private static let responses = ["Response ", "คำตอบที่ ", "คำตอบ "]
  private static let rights = ["Right answer ", "คำตอบที่ถูกต้อง ", "คำตอบที่ถูก "]
  private static let questions = ["Question ", "คำถามที่ ", "คำถาม "]
  private static let grades = ["Q. ", "ข้อ ", "ข้อที่ "]

  func columns(_ header: [String], _ index: BankIndex) -> [ResponseColumn]? {
    // Told once: a header may have a hundred thousand columns.
    func places(_ prefixes: [String]) -> [Int: Int] {
      Dictionary(header.enumerated().compactMap { i, name in Self.number(name, prefixes).map { ($0, i) } }) { first, _ in first }
    }
    let rights = places(Self.rights)
    let questions = places(Self.questions)
    var columns: [ResponseColumn] = []
    for (i, name) in header.enumerated() {
      if let number = Self.number(name, Self.responses) {
        columns.append(
          ResponseColumn(
            name: String(number), item: nil, response: i, right: rights[number], question: questions[number]))
      } else if let (number, points) = Self.grade(name) {
        columns.append(
          ResponseColumn(name: String(number), item: index.item(number: number), response: i, isScore: true, points: points))
      }
    }
    guard !columns.isEmpty else { return nil }
    // Numbers are the bank's only when all of it was set.
    if columns.count == index.count {
      for i in columns.indices where columns[i].question == nil && columns[i].item == nil {
        columns[i].item = Int(columns[i].name).flatMap { index.item(number: $0) }
      }
    } else {
      for i in columns.indices where columns[i].isScore { columns[i].item = nil }
    }
    return columns
  }

  func identity(_ header: [String]) -> [Int] {
    let mail = header.indices.filter { ["email address", "ที่อยู่อีเมล", "อีเมล"].contains(header[$0].lowercased()) }
    return mail.isEmpty ? Array(header.indices.prefix(2)) : mail
  }

  private static func number(_ name: String, _ prefixes: [String]) -> Int? {
    prefixes.lazy.compactMap { name.hasPrefix($0) ? Int(name.dropFirst($0.count)) : nil }.first
  }

  /// «Q. 3 /1.00».
  private static func grade(_ name: String) -> (Int, Double)? {
    for prefix in grades where name.hasPrefix(prefix) {
      let parts = name.dropFirst(prefix.count).split(separator: "/").map { $0.filter { $0 != " " } }
      guard parts.count == 2, let number = Int(parts[0]), let points = Double(parts[1].replacing(",", with: ".")), points > 0 else {
        continue
      }
      return (number, points)
    }
    return nil
  }
}

/// Canvas: the Student Analysis report, «4711: the question» with the points earned in the column behind it.
struct CanvasLayout: ResponseLayout {
  let name = "canvas"

  func columns(_ header: [String], _ index: BankIndex) -> [ResponseColumn]? {
    var columns: [ResponseColumn] = []
    for (i, name) in header.enumerated() {
      guard let colon = name.firstIndex(of: ":"), Int(name[..<colon]) != nil, i + 1 < header.count,
        let points = Double(header[i + 1]), points > 0
      else { continue }
      let stem = String(name[name.index(after: colon)...].drop { $0 == " " })
      columns.append(
        ResponseColumn(
          name: String(columns.count + 1), item: nil, candidates: index.items(stem: stem), response: i, points: points))
    }
    return columns.isEmpty ? nil : columns
  }

  func identity(_ header: [String]) -> [Int] {
    let id = header.indices.filter { header[$0].lowercased() == "id" }
    return id.isEmpty ? [0] : id
  }
}

/// A table of one's own: a row a student, a column an item, headed by its identifier, its number or its words.
struct StudentByItemLayout: ResponseLayout {
  let name = "table"

  func columns(_ header: [String], _ index: BankIndex) -> [ResponseColumn]? {
    var columns: [ResponseColumn] = []
    var isNamed = false
    for (i, name) in header.enumerated() where i > 0 {
      if let item = index.item(id: name) ?? index.items(stem: name).first {
        columns.append(ResponseColumn(name: name, item: item, response: i))
        isNamed = true
      } else if let number = Self.number(name) {
        columns.append(ResponseColumn(name: name, item: index.item(number: number), response: i))
        isNamed = true
      } else if !name.isEmpty {
        columns.append(ResponseColumn(name: name, item: nil, response: i))
      }
    }
    return isNamed ? columns : nil
  }

  func identity(_ header: [String]) -> [Int] { [0] }

  /// «3», «Q3», «item 3», «ข้อ 3».
  private static func number(_ name: String) -> Int? {
    var text = name.lowercased()[...]
    for prefix in ["item", "question", "ข้อที่", "ข้อ", "q", "i"] where text.hasPrefix(prefix) {
      text = text.dropFirst(prefix.count)
      break
    }
    return Int(text.drop { $0 == " " || $0 == "." })
  }
}
