/// The three QTI versions we write differ in names, name spaces and a few habits; the items are the same.
struct QTIDialect: Sendable {
  enum Version: Sendable { case v21, v22, v30 }
  let version: Version

  var isThree: Bool { version == .v30 }

  var itemNamespace: String {
    switch version {
    case .v21: return "http://www.imsglobal.org/xsd/imsqti_v2p1"
    case .v22: return "http://www.imsglobal.org/xsd/imsqti_v2p2"
    case .v30: return "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
    }
  }

  var packageNamespace: String {
    isThree ? "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" : "http://www.imsglobal.org/xsd/imscp_v1p1"
  }

  var schema: (name: String, version: String) {
    switch version {
    case .v21: return ("QTIv2.1 Package", "1.0.0")
    case .v22: return ("QTIv2.2 Package", "1.0.0")
    case .v30: return ("QTI Package", "3.0.0")
    }
  }

  private var number: String {
    switch version {
    case .v21: return "2p1"
    case .v22: return "2p2"
    case .v30: return "3p0"
    }
  }
  var itemType: String { "imsqti_item_xmlv\(number)" }
  var testType: String { "imsqti_test_xmlv\(number)" }

  /// The standard response-processing templates, which every reader knows.
  func template(_ name: String) -> String {
    isThree
      ? "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/\(name).xml"
      : "http://www.imsglobal.org/question/qti_v\(number)/rptemplates/\(name)"
  }

  func callAsFunction(_ name: Name) -> StaticString { isThree ? name.three : name.two }

  /// An element or attribute by both its names.
  struct Name: Sendable {
    let two: StaticString
    let three: StaticString
    init(_ two: StaticString, _ three: StaticString) {
      self.two = two
      self.three = three
    }
  }
}

extension QTIDialect.Name {
  static let assessmentItem = Self("assessmentItem", "qti-assessment-item")
  static let assessmentTest = Self("assessmentTest", "qti-assessment-test")
  static let testPart = Self("testPart", "qti-test-part")
  static let assessmentSection = Self("assessmentSection", "qti-assessment-section")
  static let assessmentItemRef = Self("assessmentItemRef", "qti-assessment-item-ref")
  static let responseDeclaration = Self("responseDeclaration", "qti-response-declaration")
  static let outcomeDeclaration = Self("outcomeDeclaration", "qti-outcome-declaration")
  static let correctResponse = Self("correctResponse", "qti-correct-response")
  static let defaultValue = Self("defaultValue", "qti-default-value")
  static let mapping = Self("mapping", "qti-mapping")
  static let mapEntry = Self("mapEntry", "qti-map-entry")
  static let value = Self("value", "qti-value")
  static let itemBody = Self("itemBody", "qti-item-body")
  static let prompt = Self("prompt", "qti-prompt")
  static let choiceInteraction = Self("choiceInteraction", "qti-choice-interaction")
  static let simpleChoice = Self("simpleChoice", "qti-simple-choice")
  static let orderInteraction = Self("orderInteraction", "qti-order-interaction")
  static let matchInteraction = Self("matchInteraction", "qti-match-interaction")
  static let simpleMatchSet = Self("simpleMatchSet", "qti-simple-match-set")
  static let simpleAssociableChoice = Self("simpleAssociableChoice", "qti-simple-associable-choice")
  static let gapMatchInteraction = Self("gapMatchInteraction", "qti-gap-match-interaction")
  static let gapText = Self("gapText", "qti-gap-text")
  static let gap = Self("gap", "qti-gap")
  static let textEntryInteraction = Self("textEntryInteraction", "qti-text-entry-interaction")
  static let extendedTextInteraction = Self("extendedTextInteraction", "qti-extended-text-interaction")
  static let rubricBlock = Self("rubricBlock", "qti-rubric-block")
  static let contentBody = Self("div", "qti-content-body")
  static let responseProcessing = Self("responseProcessing", "qti-response-processing")
  static let modalFeedback = Self("modalFeedback", "qti-modal-feedback")

  static let timeDependent = Self("timeDependent", "time-dependent")
  static let baseType = Self("baseType", "base-type")
  static let normalMaximum = Self("normalMaximum", "normal-maximum")
  static let defaultMapped = Self("defaultValue", "default-value")
  static let mapKey = Self("mapKey", "map-key")
  static let mappedValue = Self("mappedValue", "mapped-value")
  static let caseSensitive = Self("caseSensitive", "case-sensitive")
  static let responseIdentifier = Self("responseIdentifier", "response-identifier")
  static let maxChoices = Self("maxChoices", "max-choices")
  static let maxAssociations = Self("maxAssociations", "max-associations")
  static let matchMax = Self("matchMax", "match-max")
  static let expectedLength = Self("expectedLength", "expected-length")
  static let expectedLines = Self("expectedLines", "expected-lines")
  static let outcomeIdentifier = Self("outcomeIdentifier", "outcome-identifier")
  static let showHide = Self("showHide", "show-hide")
  static let navigationMode = Self("navigationMode", "navigation-mode")
  static let submissionMode = Self("submissionMode", "submission-mode")
}
