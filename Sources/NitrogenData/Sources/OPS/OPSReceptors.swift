// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Writes the receptor file `.rcp`: the places for which OPS computes concentration and deposition.
public enum OPSReceptors {
  /// How many bytes of a name OPS keeps.
  public static let nameLength = 12

  private static let marks: Set<Character> = ["\"", "'", ",", "/", ";", "*"]

  /// Writes places with their names.
  ///
  /// Places are rounded to whole metres, as OPS reads them. It tells the parts of a line apart by
  /// blanks and the marks of Fortran's lists, so these become `_` in a name, and a missing name the
  /// number. It keeps ``nameLength`` bytes of a name.
  ///
  /// - Parameters:
  ///   - receptors: names and places in RD metres; they are numbered from 1 in this order.
  ///   - stream: where to.
  /// - Throws: when a place lies outside RD New.
  public static func write(
    _ receptors: [(name: String, place: RDPoint)], to stream: inout some TextOutputStream
  ) throws(OPSError) {
    for (index, (_, place)) in receptors.enumerated() where !RDEnvelope.contains(place) {
      throw .outOfRange(
        field: "x", value: "\(place.x), \(place.y)", expected: "places in RD New",
        source: index + 1)
    }
    stream.write("nr name x y\n")
    for (index, receptor) in receptors.enumerated() {
      let word = String(receptor.name.map { $0.isWhitespace || marks.contains($0) ? "_" : $0 })
      let x = Int(receptor.place.x.rounded())
      let y = Int(receptor.place.y.rounded())
      stream.write("\(index + 1) \(word.isEmpty ? "\(index + 1)" : word) \(x) \(y)\n")
    }
  }
}
