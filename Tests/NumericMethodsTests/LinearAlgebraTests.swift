// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenTestSupport
import NumericMethods
import Testing

@Suite struct LinearAlgebraTests {
  static func random(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
    var random = SplitMix64(seed: seed)
    return Matrix(
      rows: rows, columns: columns,
      elements: (0..<rows * columns).map { _ in Double.random(in: -1...1, using: &random) })
  }

  // By hand.
  @Test func productsAndTransposes() {
    let a = Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])
    #expect(a * [1, 0, -1] == [-2, -2])
    #expect(a.transposed == Matrix(rows: 3, columns: 2, elements: [1, 4, 2, 5, 3, 6]))
    #expect(a * a.transposed == Matrix(rows: 2, columns: 2, elements: [14, 32, 32, 77]))
    #expect(a.gram == a.transposed * a)
    #expect(a.row(1) == [4, 5, 6])
    #expect(a.column(2) == [3, 6])
    #expect(Matrix(columns: [[1, 4], [2, 5], [3, 6]]) == a)
    #expect(Matrix.identity(3).quadraticForm([1, 2, 3]) == 14)
    #expect((2 * a).elements == [2, 4, 6, 8, 10, 12])
  }

  // L = [2 0 0; 6 1 0; -8 5 3] by hand; |A| = 36.
  @Test func choleskyOfAKnownMatrix() throws {
    let a = Matrix(rows: 3, columns: 3, elements: [4, 12, -16, 12, 37, -43, -16, -43, 98])
    let factor = try #require(CholeskyFactor(a))
    #expect(factor.lower.elements == [2, 0, 0, 6, 1, 0, -8, 5, 3])
    expectClose(factor.logDeterminant, 3.58351893845611, relative: 1e-14)
    for (value, expected) in zip(factor.solve(a * [1, -2, 3]), [1.0, -2, 3]) {
      expectClose(value, expected, relative: 1e-11)
    }
    let unit = (a * factor.inverse).elements
    for (value, expected) in zip(unit, Matrix.identity(3).elements) {
      expectClose(value, expected, relative: 0, absolute: 1e-11)
    }
  }

  @Test func whatIsNotPositiveDefiniteHasNoCholeskyFactor() {
    #expect(CholeskyFactor(Matrix(rows: 2, columns: 2, elements: [1, 2, 2, 1])) == nil)
    #expect(CholeskyFactor(Matrix(rows: 2, columns: 2, elements: [1, 1, 1, 1])) == nil)
    #expect(CholeskyFactor(Matrix(rows: 1, columns: 1, elements: [.nan])) == nil)
    #expect(CholeskyFactor(Matrix(rows: 1, columns: 1, elements: [.infinity])) == nil)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func basisIsOrthonormalAndReproducesTheMatrix(seed: UInt64) throws {
    var a = Self.random(30, 5, seed: seed)
    for i in 0..<30 { a[i, 4] = a[i, 0] + 1e-7 * a[i, 4] }  // nearly dependent
    let basis = try OrthonormalBasis(a)
    let q = Matrix(rows: 5, columns: 30, elements: basis.columnElements).transposed
    for (value, expected) in zip(q.gram.elements, Matrix.identity(5).elements) {
      expectClose(value, expected, relative: 0, absolute: 1e-14)
    }
    for (value, expected) in zip((q * basis.triangle).elements, a.elements) {
      expectClose(value, expected, relative: 0, absolute: 1e-14)
    }
    let y = Self.random(30, 1, seed: seed + 100).elements
    let inside = basis.coordinates(of: basis.residual(of: y))
    #expect(inside.allSatisfy { abs($0) < 1e-15 })
  }

  @Test func theDependentColumnIsNamed() {
    var a = Self.random(10, 4, seed: 1)
    for i in 0..<10 { a[i, 2] = 3 * a[i, 0] - a[i, 1] }
    #expect(throws: OrthonormalBasis.DependentColumn.self) { try OrthonormalBasis(a) }
    do throws(OrthonormalBasis.DependentColumn) {
      _ = try OrthonormalBasis(a)
    } catch {
      #expect(error.index == 2)
    }
  }
}
