// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// The names of files for OPS: lower-case letters, digits, `-`, `_` and `.`, on any file system.
enum OPSFileNames {
  /// How many characters of a release a name takes over.
  private static let longest = 60

  /// The name of each file, in the order of the groups.
  ///
  /// A release that cannot stand in a name as it is, and would be taken for another, gets a part of
  /// its SHA-256 behind it.
  static func names(of groups: [OPSFiles.Group]) -> [String] {
    let plain = groups.map { slug($0.vintage.rawValue) }
    let vintages = Dictionary(
      zip(plain, groups.map { Set([$0.vintage]) }), uniquingKeysWith: { $0.union($1) })
    return zip(groups, plain).map { group, slug in
      let isSure = !slug.isEmpty && slug.count <= longest && vintages[slug]?.count == 1
      let digest = FileHash.sha256(of: Array(group.vintage.rawValue.utf8)).prefix(8)
      let pieces =
        [group.pollutant.label.lowercased(), "\(group.year)", String(slug.prefix(longest))]
        + (isSure ? [] : [String(digest)])
      return pieces.filter { !$0.isEmpty }.joined(separator: "-") + ".brn"
    }
  }

  private static func slug(_ text: String) -> String {
    let kept = text.lowercased().map { character -> Character in
      character.isASCII && (character.isLetter || character.isNumber || "._".contains(character))
        ? character : "-"
    }
    return String(kept).split(separator: "-").map { piece in
      piece.drop { $0 == "." }.reversed().drop { $0 == "." }.reversed().map(String.init).joined()
    }.filter { !$0.isEmpty }.joined(separator: "-")
  }
}
