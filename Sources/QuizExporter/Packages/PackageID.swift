/// Identifiers as XML wants them: ASCII names.
enum PackageID {
  /// A letter, then letters, digits, `-`, `_` and `.`. Where the text had to be changed or is long, a hash keeps two apart.
  static func name(_ prefix: String, _ id: String) -> String {
    var out = ""
    var isSame = true
    for scalar in id.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": out.unicodeScalars.append(scalar)
      default:
        out += "_"
        isSame = false
      }
    }
    if out.utf8.count > 80 {
      out = String(out.prefix(64))
      isSame = false
    }
    return "\(prefix)-\(out)" + (isSame ? "" : "-" + StableID.short(id))
  }
}
