// SPDX-License-Identifier: GPL-3.0-or-later

import NumericMethods

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The F statistics of one added column, for every month tried, at a known φ.
struct BreakScan {
  struct Entry {
    let month: Month
    let effect: Double
    let standardError: Double
    let statistic: Double
    /// The whitened residual sum of squares with the break.
    let sumOfSquares: Double
  }

  let entries: [Entry]
  /// An upper bound of the p-value of the largest statistic.
  let pValue: Double

  var best: Entry? { entries.max { $0.statistic < $1.statistic } }

  /// The column of a break in a month.
  static func column(_ months: [Month], _ at: Month, _ kind: BreakSearch.Kind) -> [Double] {
    switch kind {
    case .step: months.map { $0 >= at ? 1 : 0 }
    case .kink:
      months.map { max(0, $0.time - (Double(at.year) + Double(at.month - 1) / 12)) }
    }
  }

  init(
    _ rows: TrendRows, _ candidates: [Month], _ kind: BreakSearch.Kind, phi: Double
  ) throws(FitRefusal) {
    let whitener = AutoregressiveWhitener(rows.months, phi: phi)
    let columns = (0..<rows.matrix.columns).map {
      whitener.whiten(rows.matrix.column($0))
    }
    let basis: OrthonormalBasis
    do throws(OrthonormalBasis.DependentColumn) {
      basis = try OrthonormalBasis(Matrix(columns: columns))
    } catch {
      throw rows.dependent(error.index)
    }
    let rest = basis.residual(of: whitener.whiten(rows.response))
    let total = rest.reduce(0) { $0 + $1 * $1 }
    let freedom = Double(rows.count - rows.matrix.columns - 1)

    var entries: [Entry] = []
    var correlations: [Double] = []
    var previous: [Double]?
    for month in candidates {
      let whitened = whitener.whiten(Self.column(rows.months, month, kind))
      let length = whitened.reduce(0) { $0 + $1 * $1 }
      var direction = basis.residual(of: whitened)
      let left = direction.reduce(0) { $0 + $1 * $1 }
      guard left > 1e-10 * length else { continue }
      let product = zip(direction, rest).reduce(0) { $0 + $1.0 * $1.1 }
      let squares = max(total - product * product / left, total * 1e-15)
      let variance = squares / freedom
      guard variance > 0 else { continue }
      entries.append(
        Entry(
          month: month, effect: product / left, standardError: (variance / left).squareRoot(),
          statistic: product * product / left / variance, sumOfSquares: squares))
      let norm = left.squareRoot()
      for i in direction.indices { direction[i] /= norm }
      if let previous {
        correlations.append(zip(previous, direction).reduce(0) { $0 + $1.0 * $1.1 })
      }
      previous = direction
    }
    self.entries = entries
    pValue = Self.bound(entries.map(\.statistic).max() ?? 0, freedom, correlations)
  }

  /// P(max |Zₖ| > m) ≤ P(|Z₁| > m) + Σ P(|Zₖ| ≤ m, |Zₖ₊₁| > m), with the normal score m of the largest
  /// statistic.
  private static func bound(_ statistic: Double, _ freedom: Double, _ rho: [Double]) -> Double {
    let tail = StudentT(degreesOfFreedom: freedom).upperTail(statistic.squareRoot())
    guard tail > 1e-300 else { return 0 }
    guard tail < 0.4 else { return 1 }
    let score = -StandardNormal.quantile(tail)
    var sum = 2 * tail
    for correlation in rho { sum += 2 * upcrossing(score, abs(correlation)) }
    return min(1, sum)
  }

  /// P(X ≤ m, Y > m) of two standard normals with a correlation, by Simpson's rule on Y.
  private static func upcrossing(_ m: Double, _ rho: Double) -> Double {
    guard rho < 1 - 1e-14 else { return 0 }
    let width = (1 - rho * rho).squareRoot()
    // Beyond a few widths above m, X is above m too.
    let reach = min(8, 9 * width / max(rho, 0.1) + (1 - rho) / max(rho, 0.1) * m)
    let intervals = 64
    let step = reach / Double(intervals)
    var sum = 0.0
    for k in 0...intervals {
      let y = m + step * Double(k)
      let value = StandardNormal.density(y) * StandardNormal.cdf((m - rho * y) / width)
      sum += value * (k == 0 || k == intervals ? 1 : (k % 2 == 1 ? 4 : 2))
    }
    return sum * step / 3
  }
}
