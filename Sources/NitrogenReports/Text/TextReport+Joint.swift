// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension TextReport {
  /// The zones of each dataset taken together.
  mutating func joint() {
    var datasets: [String] = []
    for joint in result.joint where !datasets.contains(joint.dataset) {
      datasets.append(joint.dataset)
    }
    for dataset in datasets { joint(dataset) }
  }

  private mutating func joint(_ dataset: String) {
    struct Subject: Hashable {
      let slice: SectorSlice
      let pollutant: Pollutant
    }
    let rows = result.joint.filter { $0.dataset == dataset }
    let bySubject = Dictionary(grouping: rows) {
      Subject(slice: $0.slice, pollutant: $0.pollutant)
    }
    var subjects: [Subject] = []
    for row in rows {
      let subject = Subject(slice: row.slice, pollutant: row.pollutant)
      if !subjects.contains(subject) { subjects.append(subject) }
    }
    title(
      "Zones of \(dataset) together",
      "probability in % that their sum reaches the target, low/high edge")
    let correlations = ShownCorrelations(result)
    func table(showsDrivers: Bool) -> TextTable {
      var table = ProjectionTable(correlations, showsDrivers: showsDrivers)
      for subject in subjects {
        guard let own = bySubject[subject], let first = own.first else { continue }
        let targets =
          result.assessments.first { assessment in
            assessment.dataset == dataset && assessment.territory.area != nil
              && assessment.slice == subject.slice && assessment.pollutant == subject.pollutant
              && !assessment.targets.isEmpty
          }?.targets ?? []
        table.heading(heading(first))
        table.add(own.map(\.projection), targets: targets, label: "  together")
      }
      return table.table
    }
    let full = table(showsDrivers: true)
    let fits = full.fits(width)
    self.table(fits ? full : table(showsDrivers: false))
    var remarks: [String] = []
    if rows.contains(where: { $0.projection.measureSet == .additionalMeasures }) {
      remarks.append(ProjectionTable.additionalLegend)
    }
    remarks += ProjectionTable.rangeLegend(rows.map(\.projection))
    if fits { remarks.append(ProjectionTable.driversLegend) }
    remarks.append("a source near two areas counts in both")
    legend(remarks)
    for row in rows where !row.leftOut.isEmpty && row.projection.measureSet == .existingMeasures {
      paragraph(
        "\(row.slice.label) \(row.pollutant.label): left out, without a projection of their own: "
          + row.leftOut.map(\.description).joined(separator: ", "),
        .dim, indent: 4)
    }
  }

  /// `agriculture NH3 · 8 areas, 12 345.6 t/yr · correlation of zones 0.5`.
  private func heading(_ joint: JointProjection) -> String {
    let correlation = joint.zoneCorrelation.map(Shown.plain) ?? "pair by pair"
    return "\(joint.slice.label) \(joint.pollutant.label) · "
      + Shown.count(joint.areas.count, "area", "areas")
      + ", \(ShownUnit.tonnes.text(joint.baseline)) t in the baseline year · "
      + "correlation between zones: \(correlation)"
  }
}
