// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenFigures

extension AreaPage {
  var mapFigure: Figure? {
    AreaMap.make(
      area, outlines: shared.content.outlines, density: shared.content.density, narrator: narrator)
  }

  var corridorFigures: [Figure] {
    main.compactMap { CorridorFigure.make($0, narrator: narrator) }
  }

  var ringFigures: [Figure] {
    Pollutant.allCases.compactMap { RingFigure.make(area, $0, narrator: narrator) }
  }

  var paceFigure: Figure? {
    let rows = main.filter { !$0.pace.needed.isEmpty }
    return rows.isEmpty ? nil : PaceFigure.make(rows, narrator: narrator)
  }

  var measuredFigure: Figure? {
    shared.content.measured.flatMap {
      MeasuredFigure.make($0, area: area, narrator: narrator)
    }
  }

  var measuresFigure: Figure? { MeasuresFigure.make(area, narrator: narrator) }

  var depositionFigure: Figure? { DepositionFigure.make(area, narrator: narrator) }

  // MARK: - Sections that are figures

  var map: PageSection {
    section(.map, [mapFigure].compactMap { $0 }, none: .noMap)
  }

  var corridors: PageSection {
    section(.corridors, intro: .corridorsIntro, corridorFigures, none: .noCorridors)
  }

  var rings: PageSection {
    section(.rings, ringFigures, none: .noRings)
  }

  var deposition: PageSection {
    section(
      .deposition, intro: .depositionIntro, [depositionFigure].compactMap { $0 },
      none: .noDeposition)
  }
}
