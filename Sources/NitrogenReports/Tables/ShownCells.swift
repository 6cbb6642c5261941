// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension DataTable.Cell {
  /// A share in per cent, without the noise that a factor of 100 brings into the last digits.
  init(percent fraction: Fraction?) { self.init(percent: fraction?.value) }

  /// A share in per cent.
  init(percent share: Double?) {
    self.init(share.map { ($0 * 1e11).rounded() / 1e9 })
  }

  /// An emission in kg per year, to the milligram: what lies below is noise of multiplication.
  init(_ emission: EmissionRate?) {
    self.init(
      emission.map { emission in
        let kilograms = emission.kilogramsPerYear
        return abs(kilograms) < 1e9 ? (kilograms * 1e6).rounded() / 1e6 : kilograms
      })
  }

  /// The same cell of a series: what a withheld series does not show is withheld, not missing.
  func of(_ assessment: Assessment) -> DataTable.Cell {
    self == .missing && assessment.isWithheld ? .withheld : self
  }
}

extension SeriesPoint {
  /// The emission as a cell.
  var cell: DataTable.Cell { isWithheld ? .withheld : DataTable.Cell(emission) }
}
