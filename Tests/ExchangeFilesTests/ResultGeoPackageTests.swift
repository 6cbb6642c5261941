// SPDX-License-Identifier: GPL-3.0-or-later

import ExchangeFiles
import Foundation
import GeodataFiles
import NitrogenAssessment
import NitrogenCore
import NitrogenGeography
import NitrogenRuns
import NitrogenTestSupport
import NitrogenWords
import Testing

@Suite struct ResultGeoPackageTests {
  /// An area of the sample that has rings.
  static func area() throws -> AreaCode {
    try #require(
      try ExchangeSample.run.get().result.assessments.first { $0.territory.ring != nil }?
        .territory.area)
  }

  static func write(_ outlines: OutlineSet?, to file: URL) throws {
    try ResultGeoPackage(
      try ExchangeSample.narrator(.dutch), run: try ExchangeSample.run.get().record,
      outlines: outlines
    ).write(to: file.path)
  }

  @Test func layersAreThereWithAreasAsPointsWithoutOutlines() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("r.gpkg")
      try Self.write(nil, to: file)
      let vectors = try VectorFile(path: file.path)
      #expect(vectors.layers.map(\.name) == ["areas", "results", "about", "layer_styles"])
      let areas = Set(
        try ExchangeSample.run.get().result.assessments.compactMap(\.territory.area))
      #expect(vectors.layers[0].featureCount == areas.count)
      let verdicts = try ExchangeSample.run.get().result.assessments
        .filter { $0.territory.area != nil }.map(\.verdicts.count).reduce(0, +)
      #expect(vectors.layers[1].featureCount == verdicts)
      #expect(vectors.layers[0].system?.isRDNew == true)
      #expect(vectors.layers[3].featureCount == 2)
    }
  }

  @Test func ringsAreDrawnAroundOutlines() throws {
    let area = try Self.area()
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("r.gpkg")
      try Self.write(try ExchangeSample.square(around: area), to: file)
      let vectors = try VectorFile(path: file.path)
      let layer = try #require(vectors.layers.first { $0.name == "rings" })
      let rings = Set(
        try ExchangeSample.run.get().result.assessments.map(\.territory)
          .filter { $0.area == area }.compactMap(\.ring))
      #expect(layer.featureCount == rings.count)
      #expect(!rings.isEmpty)
    }
  }

  /// A square of side s with a band of width w around it: 4 s w and the round corners, π w².
  @Test(arguments: [(0.0, 250.0), (250, 500)])
  func bandsHaveTheSurfaceOfGeometry(_ from: Double, _ to: Double) throws {
    let square = [(0.0, 0.0), (1000, 0), (1000, 1000), (0, 1000), (0, 0)].map {
      RDPoint(x: $0.0, y: $0.1)
    }
    let band = try Buffering([[square]]).band(from: from, to: to)
    let surface = band.flatMap { $0 }.map(Self.signedSurface).map(abs).sorted(by: >)
    let expected = 4000 * (to - from) + Double.pi * (to * to - from * from)
    #expect(band.count == 1 && surface.count == 2)
    #expect(abs(surface[0] - surface[1] - expected) < 0.003 * expected)
  }

  private static func signedSurface(_ ring: [RDPoint]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2 }
  }

  @Test func theSameResultGivesTheSameBytes() throws {
    let area = try Self.area()
    try withTemporaryFolder { folder in
      let files = ["a.gpkg", "b.gpkg"].map { folder.appendingPathComponent($0) }
      for file in files {
        try Self.write(try ExchangeSample.square(around: area), to: file)
      }
      #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
    }
  }
}
