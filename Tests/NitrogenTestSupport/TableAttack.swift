// SPDX-License-Identifier: GPL-3.0-or-later

/// What somebody can work out about withheld figures from those that are shown: a solver of its own,
/// that knows nothing of how they were withheld.
public struct TableAttack {
  /// A sum: figures times whole numbers make a value.
  public struct Equation {
    /// The factor of each unknown.
    public var factors: [Int: Int]
    /// What they make.
    public var value: Double

    /// Makes a sum.
    public init(factors: [Int: Int], value: Double) {
      self.factors = factors
      self.value = value
    }
  }

  private let unknownCount: Int
  private let equations: [Equation]
  /// The equations in reduced row echelon form, exact.
  private let reduced: [[Ratio]]

  /// Solves by elimination.
  public init(unknownCount: Int, equations: [Equation]) {
    self.unknownCount = unknownCount
    self.equations = equations.filter { $0.factors.values.contains { $0 != 0 } }
    var rows = self.equations.map { equation in
      (0..<unknownCount).map { Ratio(equation.factors[$0] ?? 0) }
    }
    var top = 0
    for column in 0..<unknownCount {
      guard let pivot = rows.indices.dropFirst(top).first(where: { !rows[$0][column].isZero })
      else { continue }
      rows.swapAt(top, pivot)
      let factor = rows[top][column]
      rows[top] = rows[top].map { $0 / factor }
      for row in rows.indices where row != top && !rows[row][column].isZero {
        let factor = rows[row][column]
        rows[row] = zip(rows[row], rows[top]).map { $0 - factor * $1 }
      }
      top += 1
    }
    reduced = Array(rows.prefix(top))
  }

  /// The unknowns that have one value only.
  public var determined: [Int] {
    reduced.compactMap { row in
      let found = row.indices.filter { !row[$0].isZero }
      return found.count == 1 ? found.first : nil
    }
  }

  /// The sets of unknowns whose sum is known: of the equations as they stand and after elimination,
  /// those in which all factors are the same.
  public var knownSums: [Set<Int>] {
    let given = equations.map { equation in
      (0..<unknownCount).map { Ratio(equation.factors[$0] ?? 0) }
    }
    return (given + reduced).compactMap { row in
      let found = row.indices.filter { !row[$0].isZero }
      guard let first = found.first, found.allSatisfy({ row[$0] == row[first] }) else {
        return nil
      }
      return Set(found)
    }
  }

  /// Between which bounds an unknown lies, if none is below zero: linear programming.
  public func bounds(of unknown: Int) -> (low: Double, high: Double)? {
    guard let low = optimum(of: unknown, sign: -1), let high = optimum(of: unknown, sign: 1) else {
      return nil
    }
    return (-low, high)
  }

  /// The largest value of an unknown times a sign; infinite where there is none, `nil` where the
  /// equations have no solution. Two phases, Bland's rule.
  private func optimum(of unknown: Int, sign: Double) -> Double? {
    let (rows, width) = (equations.count, unknownCount + equations.count)
    var table = equations.enumerated().map { number, equation in
      let turn: Double = equation.value < 0 ? -1 : 1
      var row = Array(repeating: 0.0, count: width + 1)
      for (column, factor) in equation.factors { row[column] = turn * Double(factor) }
      row[unknownCount + number] = 1
      row[width] = turn * equation.value
      return row
    }
    var basis = (0..<rows).map { unknownCount + $0 }
    let scale = max(1, equations.map { abs($0.value) }.max() ?? 1)
    func run(_ goal: [Double], columns: Int) -> Bool {
      while true {
        let gains = (0..<columns).map { column in
          goal[column] - basis.indices.reduce(0) { $0 + goal[basis[$1]] * table[$1][column] }
        }
        guard let entering = gains.firstIndex(where: { $0 > 1e-9 }) else { return true }
        var leaving: Int?
        for row in 0..<rows where table[row][entering] > 1e-9 {
          guard let best = leaving else {
            leaving = row
            continue
          }
          let (own, other) = (
            table[row][width] / table[row][entering], table[best][width] / table[best][entering]
          )
          if own < other - 1e-12 || (own <= other + 1e-12 && basis[row] < basis[best]) {
            leaving = row
          }
        }
        guard let leaving else { return false }
        let factor = table[leaving][entering]
        table[leaving] = table[leaving].map { $0 / factor }
        for row in 0..<rows where row != leaving && table[row][entering] != 0 {
          let factor = table[row][entering]
          table[row] = zip(table[row], table[leaving]).map { $0 - factor * $1 }
        }
        basis[leaving] = entering
      }
    }
    let first = (0..<width).map { $0 < unknownCount ? 0.0 : -1.0 }
    _ = run(first, columns: width)
    let rest = basis.indices.reduce(0) { $0 + (basis[$1] >= unknownCount ? table[$1][width] : 0) }
    guard rest <= scale * 1e-7 else { return nil }
    // What is left of the artificial unknowns stands at zero and stays there.
    let goal = (0..<width).map { $0 == unknown ? sign : $0 < unknownCount ? 0 : -1e6 }
    guard run(goal, columns: unknownCount) else { return .infinity }
    return basis.indices.reduce(0) { $0 + (basis[$1] == unknown ? sign * table[$1][width] : 0) }
  }
}

/// A ratio of whole numbers in lowest terms.
private struct Ratio: Equatable {
  let above: Int
  let below: Int

  init(_ above: Int, _ below: Int = 1) {
    var (one, other) = (abs(above), abs(below))
    while other != 0 { (one, other) = (other, one % other) }
    let divisor = (below < 0 ? -1 : 1) * max(one, 1)
    self.above = above / divisor
    self.below = below / divisor
  }

  var isZero: Bool { above == 0 }

  static func - (left: Ratio, right: Ratio) -> Ratio {
    Ratio(left.above * right.below - right.above * left.below, left.below * right.below)
  }
  static func * (left: Ratio, right: Ratio) -> Ratio {
    Ratio(left.above * right.above, left.below * right.below)
  }
  static func / (left: Ratio, right: Ratio) -> Ratio {
    Ratio(left.above * right.below, left.below * right.above)
  }
}
