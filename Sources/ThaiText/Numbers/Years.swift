/// A year and the era it is printed in.
package struct CalendarYear: Hashable, Sendable {
  package enum Era: Hashable, Sendable { case buddhist, common }
  package var era: Era
  package var gregorian: Int

  package init(era: Era, gregorian: Int) {
    self.era = era
    self.gregorian = gregorian
  }

  /// Common era + 543, as counted in Thailand since 1941.
  package var buddhist: Int { gregorian + 543 }

  /// Both eras, the printed one first: «พ.ศ. 2546 (ค.ศ. 2003)», «2003 CE (2546 BE)».
  package func bothEras(inThai: Bool) -> String {
    let thai = inThai ? "พ.ศ. \(buddhist)" : "\(buddhist) BE"
    let common = inThai ? "ค.ศ. \(gregorian)" : "\(gregorian) CE"
    return era == .buddhist ? "\(thai) (\(common))" : "\(common) (\(thai))"
  }
}

/// The year that four Thai or Arabic digits spell: 2400–2599 is Buddhist era, 1800–2100 common era, anything else no year.
///
/// Only the digits: «พ.ศ.» before them and a letter after them («2541ก») are the caller's.
package func parseYear(_ digits: some StringProtocol) -> CalendarYear? {
  guard let number = wholeNumber(digits), digits.unicodeScalars.count == 4 else { return nil }
  switch number {
  case 2400...2599: return CalendarYear(era: .buddhist, gregorian: number - 543)
  case 1800...2100: return CalendarYear(era: .common, gregorian: number)
  default: return nil
  }
}
