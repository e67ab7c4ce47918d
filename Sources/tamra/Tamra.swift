import ArgumentParser
import Diagnostics
import Foundation
import TamraKit

/// The command line: flags in, actions called, exit status out.
@main struct Tamra: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tamra",
    abstract: "Thai teaching chapters into a study site, study sheets and quiz banks. ตำรา: จากบทเรียนเป็นเว็บ ใบงาน และคลังข้อสอบ",
    discussion: """
      Example: tamra init วิชาของฉัน && tamra serve --course วิชาของฉัน
      """,
    version: "0.1.0",
    subcommands: [
      Build.self, Merge.self, Check.self, Records.self, Import.self, Quiz.self, Analyze.self, Print.self, Serve.self, Init.self,
      Render.self,
    ])

  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand { try await waiting.run() } else { try command.run() }
    } catch let failure as Failure {
      let console = Surroundings.current.console(language: Surroundings.askedLanguage)
      console.say("tamra: " + failure.message.text(in: console.language))
      Foundation.exit(failure.status.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}

extension Language: ExpressibleByArgument {}

/// `--language`, for every command.
struct SpeechOptions: ParsableArguments {
  @Option(help: "Language of messages: th or en. From LANG when not given.")
  var language: Language?
}

/// `--course` and `--language`, for commands about a course.
struct CourseOptions: ParsableArguments {
  @Option(help: "The course folder (with Content in it). The nearest one above the working folder when not given.")
  var course: String?

  @Option(help: "How many threads; all cores when not given.")
  var jobs: Int?

  @OptionGroup var speech: SpeechOptions

  var request: CourseRequest {
    let here = Surroundings.current
    return CourseRequest(
      course: course, workingFolder: here.workingFolder, executable: here.executable, environment: here.environment, jobs: jobs)
  }

  var console: Console { Surroundings.current.console(language: speech.language) }

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 1024") }
  }
}

/// What surrounds the process, read once.
struct Surroundings {
  static var current: Surroundings { Surroundings() }
  let environment = ProcessInfo.processInfo.environment
  let workingFolder = FileManager.default.currentDirectoryPath
  var executable: String { FileReading.resolved("/proc/self/exe") ?? CommandLine.arguments.first ?? "tamra" }

  func console(language: Language?) -> Console { .standard(language: language, environment: environment) }

  /// `--language` as given, for failures met before the flags are at hand.
  static var askedLanguage: Language? {
    let words = CommandLine.arguments
    guard let at = words.firstIndex(where: { $0 == "--language" || $0.hasPrefix("--language=") }) else { return nil }
    let value = words[at].split(separator: "=").dropFirst().first.map(String.init) ?? words.dropFirst(at + 1).first
    return value.flatMap(Language.init(rawValue:))
  }
}
