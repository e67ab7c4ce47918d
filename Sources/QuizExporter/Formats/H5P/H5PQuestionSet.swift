import CourseModel
import Diagnostics
import Rendering

/// An H5P Question Set, content alone: the site it is uploaded to has the libraries.
///
/// H5P drops a field it does not know without a word, so the versions named here are those whose fields these are.
package struct H5PQuestionSet: QuizFormat {
  package let name = "h5p"
  package let fileExtension = "h5p"
  package let isText = false

  static let libraries = [
    ("H5P.QuestionSet", 1, 21), ("H5P.MultiChoice", 1, 16), ("H5P.TrueFalse", 1, 8), ("H5P.Blanks", 1, 14), ("H5P.DragText", 1, 10),
    ("H5P.Essay", 1, 5),
  ]

  package init() {}

  package func write(_ bank: QuizBank, _ options: QuizWritingOptions) -> ExportedQuiz {
    let labels = Labels(language: bank.language)
    let writer = H5PQuestion(labels: labels, markup: ItemMarkup(labels: labels, options: options))
    var omissions = Omissions()
    var items: [QuizItem] = []
    var met: Set<String> = []
    for item in bank.items where met.insert(item.id).inserted {
      if let reason = writer.reason(against: item) { omissions.add(reason) } else { items.append(item) }
    }
    var zip = ZipArchive()
    zip.add("h5p.json", package(bank, options))
    zip.add("content/content.json", content(items, writer, labels))
    return ExportedQuiz(bytes: zip.finished(), written: items.count, omitted: omissions.list)
  }

  private func package(_ bank: QuizBank, _ options: QuizWritingOptions) -> [UInt8] {
    var json = JSONBuffer()
    let title = PlainText.oneLine(options.topCategory ?? bank.title)
    json.object { json in
      json.field("title", PlainText.shortened(title.isEmpty ? "tamra" : title, to: 250))
      json.field("language", bank.language.rawValue)
      json.field("mainLibrary", "H5P.QuestionSet")
      json.field("embedTypes", ["iframe"])
      json.field("license", "U")
      json.array("preloadedDependencies", Self.libraries) { json, library in
        json.object { json in
          json.field("machineName", library.0)
          json.field("majorVersion", library.1)
          json.field("minorVersion", library.2)
        }
      }
    }
    return json.bytes
  }

  private func content(_ items: [QuizItem], _ writer: H5PQuestion, _ labels: Labels) -> [UInt8] {
    let say = H5PWords(language: labels.language)
    var json = JSONBuffer()
    json.object { json in
      json.object("introPage") { json in
        json.field("showIntroPage", false)
        json.field("startButtonText", say.start)
      }
      json.field("progressType", "textual")
      json.field("passPercentage", Int(50))
      json.field("disableBackwardsNavigation", false)
      json.field("randomQuestions", false)
      json.array("questions", items) { json, item in json.object { writer.write(item, &$0) } }
      json.object("endGame") { json in
        json.field("showResultPage", true)
        json.field("showSolutionButton", true)
        json.field("showRetryButton", true)
        json.field("noResultMessage", say.finished)
        json.field("message", say.result)
        json.field("scoreBarLabel", say.scoreBar)
        json.field("solutionButtonText", say.solution)
        json.field("retryButtonText", say.retry)
        json.field("finishButtonText", say.finish)
        json.field("submitButtonText", say.submit)
        json.field("showAnimations", false)
        json.field("skippable", false)
        json.array("overallFeedback", [0]) { json, _ in
          json.object { json in
            json.field("from", Int(0))
            json.field("to", Int(100))
          }
        }
      }
      json.object("override") { $0.field("checkButton", true) }
      json.object("texts") { json in
        json.field("prevButton", say.previous)
        json.field("nextButton", say.next)
        json.field("finishButton", say.finish)
        json.field("submitButton", say.submit)
        json.field("textualProgress", say.progress)
        json.field("jumpToQuestion", say.jump)
        json.field("questionLabel", say.question)
        json.field("readSpeakerProgress", say.progress)
        json.field("unansweredText", say.unanswered)
        json.field("answeredText", say.answered)
        json.field("currentQuestionText", say.current)
        json.field("navigationLabel", say.questions)
      }
    }
    return json.bytes
  }
}

/// Words of H5P's own buttons, which come with the content and else stay English.
struct H5PWords {
  let language: Language
  private func say(_ thai: String, _ english: String) -> String { language == .thai ? thai : english }

  var start: String { say("เริ่มทำ", "Start") }
  var finished: String { say("ทำครบแล้ว", "Finished") }
  var result: String { say("ผลของคุณ", "Your result:") }
  var scoreBar: String { say("ได้ @score จาก @total คะแนน", "You got @score out of @total points") }
  var solution: String { say("ดูเฉลย", "Show solution") }
  var retry: String { say("ทำใหม่", "Retry") }
  var finish: String { say("เสร็จ", "Finish") }
  var submit: String { say("ส่ง", "Submit") }
  var check: String { say("ตรวจคำตอบ", "Check") }
  var previous: String { say("ข้อก่อน", "Previous question") }
  var next: String { say("ข้อต่อไป", "Next question") }
  var progress: String { say("ข้อ @current จาก @total", "Question @current of @total") }
  var jump: String { say("ไปข้อ %d", "Jump to question %d") }
  var question: String { say("ข้อ", "Question") }
  var questions: String { say("ข้อทั้งหมด", "Questions") }
  var unanswered: String { say("ยังไม่ตอบ", "Unanswered") }
  var answered: String { say("ตอบแล้ว", "Answered") }
  var current: String { say("ข้อนี้", "Current question") }
  var rightAnswer: String { say("ถูก", "Correct") }
  var included: String { say("กล่าวถึงแล้ว", "You mention this.") }
  var missed: String { say("ยังไม่ได้กล่าวถึง", "You do not mention this.") }
  var wrongAnswer: String { say("ไม่ถูก", "Incorrect") }
}
