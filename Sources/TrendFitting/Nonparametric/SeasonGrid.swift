// SPDX-License-Identifier: GPL-3.0-or-later

/// A monthly series as a table of twelve seasons by years.
struct SeasonGrid {
  /// By season and year; `nil` where there is no value.
  private let rows: [[Double?]]

  /// The number of years from the first value to the last.
  let yearCount: Int

  /// Lays out a series, refusing as ``SeasonalKendall`` says.
  init(_ series: MonthlySeries) throws(FitRefusal) {
    try Refuse.notFinite(series.values)
    let first = series.months[0].year
    let years = (series.months.last?.year ?? first) - first + 1
    guard years >= SeasonalKendall.fewestYears else {
      throw FitRefusal(
        .tooShort,
        "\(years) years, a seasonal Kendall test needs at least \(SeasonalKendall.fewestYears)")
    }
    var rows = [[Double?]](repeating: Array(repeating: nil, count: years), count: 12)
    for (month, value) in zip(series.months, series.values) {
      rows[month.month - 1][month.year - first] = value
    }
    try Refuse.missingSeason(rows.map { row in row.count { $0 != nil } })
    self.rows = rows
    self.yearCount = years
  }

  /// The values of each season in order of time.
  var valuesBySeason: [[Double]] {
    rows.map { $0.compactMap { $0 } }
  }

  /// (yⱼ − yᵢ)/(years between) of all pairs within a season.
  func slopes() -> [Double] {
    var slopes: [Double] = []
    for row in rows {
      for i in 0..<yearCount {
        guard let earlier = row[i] else { continue }
        for j in (i + 1)..<max(yearCount, i + 1) {
          if let later = row[j] { slopes.append((later - earlier) / Double(j - i)) }
        }
      }
    }
    return slopes
  }

  /// The sum of the covariances of S of all ordered pairs of different seasons.
  ///
  /// σ_gh = (K_gh + 4 Σⱼ R_jg R_jh − n(n_g + 1)(n_h + 1))/3 over n years, with
  /// K_gh = Σ_{i<j} sgn((x_jg − x_ig)(x_jh − x_ih)), sgn being 0 where a value is missing, and mid-rank
  /// R_jg = (n_g + 1 + Σᵢ sgn(x_jg − x_ig))/2, which is (n_g + 1)/2 where x_jg is missing.
  func covarianceSum() -> Double {
    let signs = rows.map { row in
      (0..<yearCount).map { j in
        (0..<yearCount).map { i in
          guard let later = row[j], let earlier = row[i] else { return 0 }
          return later > earlier ? 1 : later < earlier ? -1 : 0
        }
      }
    }
    let counts = rows.map { $0.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }
    // Twice the mid-rank, a whole number.
    let doubled = signs.indices.map { season in
      signs[season].map { counts[season] + 1 + $0.reduce(0, +) }
    }
    var sum = 0
    for g in rows.indices {
      for h in rows.indices where h > g {
        for j in 0..<yearCount {
          for i in 0..<j { sum += signs[g][j][i] * signs[h][j][i] }
          sum += doubled[g][j] * doubled[h][j]
        }
        sum -= yearCount * (counts[g] + 1) * (counts[h] + 1)
      }
    }
    return 2 * Double(sum) / 3
  }
}
