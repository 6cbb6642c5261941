// SPDX-License-Identifier: GPL-3.0-or-later

extension EmissionSeries {
  /// The series with years it lacks rebuilt by a national index.
  ///
  /// E(y) = E(y₀) I(y) / I(y₀), with y₀ the stated year of the series nearest to y that the index
  /// also has (the earlier one of two equally near). Years the source states stay as they are.
  /// What is not known in y₀ is not known in y either.
  ///
  /// - Parameters:
  ///   - index: the national index of the same sector and pollutant.
  ///   - years: the years wanted; those the index does not have stay out.
  /// - Returns: the series with the years added.
  public func extended(by index: NationalIndex, to years: [Int]) -> EmissionSeries {
    let indexYears = Set(index.years)
    let anchors = points.filter {
      $0.basis == .stated && $0.emission != nil && indexYears.contains($0.year)
    }
    let own = Set(points.map(\.year))
    var extended = points
    for year in years where !own.contains(year) {
      let nearest = anchors.min {
        (abs($0.year - year), $0.year) < (abs($1.year - year), $1.year)
      }
      guard let anchor = nearest, let emission = anchor.emission,
        let ratio = index.ratio(of: year, to: anchor.year),
        let reference = index.series.point(in: year)
      else { continue }
      let rule = index.rule(for: year, from: anchor.year, source: anchor.vintage, scaled: boundary)
      extended.append(
        SeriesPoint(
          year: year, emission: emission * ratio, missing: anchor.missing,
          provenance: .derived(rule: rule), vintage: anchor.vintage, basis: .nationalIndex,
          provisional: reference.provisional || anchor.provisional, rows: anchor.rows,
          sources: anchor.sources, disclosure: anchor.disclosure))
    }
    return EmissionSeries(
      territory: territory, slice: slice, pollutant: pollutant, boundary: boundary,
      points: extended)
  }
}
