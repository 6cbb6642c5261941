// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Writes the receptor file `.rcp`: the places for which OPS computes concentration and deposition.
public enum OPSReceptors {
  /// Writes places with their names.
  ///
  /// Places are rounded to whole metres, as OPS reads them. It tells the parts of a line apart by
  /// blanks, so blanks and quotes in a name become `_`, and a missing name the number.
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
      let word = String(
        receptor.name.map { $0.isWhitespace || $0 == "\"" || $0 == "'" ? "_" : $0 })
      let x = Int(receptor.place.x.rounded())
      let y = Int(receptor.place.y.rounded())
      stream.write("\(index + 1) \(word.isEmpty ? "\(index + 1)" : word) \(x) \(y)\n")
    }
  }
}
