// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenWords

/// The topics of a result as tables, the same on pages, in workbooks and in CSV.
public struct ResultTables: Sendable {
  let narrator: Narrator
  let run: RunRecord

  /// Prepares the tables of a result.
  public init(_ narrator: Narrator, run: RunRecord) {
    self.narrator = narrator
    self.run = run
  }

  /// All tables, in the order of a workbook.
  public func all() -> [DataTable] { [] }
}
