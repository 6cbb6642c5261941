// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import Testing

@Suite struct SourceShapeTests {
  static func points(_ pairs: (Double, Double)...) -> [RDPoint] {
    pairs.map { RDPoint(x: $0.0, y: $0.1) }
  }

  @Test func theMiddleIsThatOfTheBox() {
    #expect(SourceShape.point(RDPoint(x: 3, y: 4)).middle == RDPoint(x: 3, y: 4))
    let line = SourceShape.line(Self.points((0, 10), (8, 2), (4, 20)))
    #expect(line.middle == RDPoint(x: 4, y: 11))
    let cell = SourceShape.cell(CellBox(minX: 10, minY: 20, maxX: 30, maxY: 60))
    #expect(cell.middle == RDPoint(x: 20, y: 40))
    let parts = [
      [Self.points((0, 0), (2, 0), (2, 2), (0, 0))],
      [Self.points((10, 4), (12, 4), (12, 8), (10, 4))],
    ]
    #expect(SourceShape.surface(parts).middle == RDPoint(x: 6, y: 4))
  }
}
