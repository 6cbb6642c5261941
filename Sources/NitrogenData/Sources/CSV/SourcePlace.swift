// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What to say of a place outside the envelope.
enum SourcePlace {
  /// What is wrong with a place, in words.
  static func complaint(_ x: Double, _ y: Double) -> String {
    let found = "x \(shown(x)), y \(shown(y))"
    if RDEnvelope.contains(x: y, y: x) {
      return "\(found): x and y look swapped; in RD New x comes first and y is the larger"
    }
    if (2...8).contains(x) && (50...56).contains(y) || (2...8).contains(y) && (50...56).contains(x)
    {
      return "\(found) look like degrees; expected metres in RD New (EPSG:28992): transform them"
    }
    return
      "the place \(found) lies outside RD New; expected x \(shown(RDEnvelope.x.lowerBound)) to "
      + "\(shown(RDEnvelope.x.upperBound)) m and y \(shown(RDEnvelope.y.lowerBound)) to "
      + "\(shown(RDEnvelope.y.upperBound)) m"
  }

  /// A number without a point where it is whole.
  static func shown(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
