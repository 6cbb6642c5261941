// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenCore
import NitrogenReports
public import NitrogenWords

/// Measured trends with their intervals beside the trend of modelled emissions.
public enum MeasuredFigure {
  /// Draws the stations of an area, or all where no area is asked for.
  ///
  /// - Parameters:
  ///   - fits: the fits, one by one and together.
  ///   - area: the area whose stations are wanted; `nil` for all.
  ///   - narrator: the words.
  /// - Returns: the figure; `nil` where there is no station.
  public static func make(_ fits: NetworkFit, area: AreaCode?, narrator: Narrator) -> Figure? {
    let stations = fits.stations.filter { fit in
      area.map { fit.series.station.areas.contains($0) } ?? true
    }
    guard !stations.isEmpty else { return nil }
    let groups = area.map { code in fits.areas.filter { $0.area == code } } ?? fits.pooled
    var rows: [MeasuredRow] = []
    for quantity in Set(stations.map(\.series.quantity)).sorted() {
      rows += stations.filter { $0.series.quantity == quantity }.map(MeasuredRow.init)
      rows += groups.filter { $0.quantity == quantity }.compactMap(MeasuredRow.init)
    }
    return MeasuredDrawing(area: area, rows: rows, narrator: narrator).figure()
  }
}
