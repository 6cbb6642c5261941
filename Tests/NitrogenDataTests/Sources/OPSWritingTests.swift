// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct OPSWritingTests {
  private let stack = OPSSource(
    number: 1, x: 185_000.5, y: 450_000.25, gramsPerSecond: 0.1 + 0.2, heatContent: nil,
    height: 40, stack: OPSStack(diameter: 1.5, velocity: -10, temperature: 80),
    diurnalVariation: 1, category: 2100, component: "NOx")
  private let house = OPSSource(
    number: 2, x: 185_000, y: 450_000, gramsPerSecond: 0.03, height: 5, diameter: 60, spread: 2.5,
    diurnalVariation: 4, category: 4110,
    building: OPSBuilding(length: 40, width: 20, height: 5, orientation: nil), component: "NOx")

  private func written(_ sources: [OPSSource], _ version: OPSVersion? = nil) throws -> String {
    var text = ""
    try OPSFile.write(sources, version: version, to: &text)
    return text
  }

  private func reread(_ text: String) throws -> Reading<[OPSSource]> {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("made.brn")
      try text.write(to: file, atomically: true, encoding: .utf8)
      return OPSFile.read(file.path)
    }
  }

  @Test func thePlainestVersionIsWritten() throws {
    var plain = stack
    plain.stack = nil
    plain.heatContent = 0
    #expect(
      try written([plain]) == """
        ! BRN-VERSION 1
        ! snr x y q hc h d s dv cat area ps component
        1 185000.5 450000.25 0.30000000000000004 0.0 40.0 0.0 0.0 1 2100 528 0 NOx

        """)
    #expect(
      try written([stack]) == """
        ! BRN-VERSION 2
        ! snr x y q hc h d s D_stack V_stack Ts_stack dv cat area ps component
        1 185000.5 450000.25 0.30000000000000004 -999.0 40.0 0.0 0.0 1.5 -10.0 80.0 1 2100 528 0 NOx

        """)
    #expect(try written([stack, house]).hasPrefix("! BRN-VERSION 4\n"))
  }

  @Test func whatIsWrittenReadsTheSame() throws {
    #expect(try reread(written([stack])).value == [stack])
    let both = try #require(try reread(written([stack, house])).value)
    #expect(both[1].building == house.building && both[1].gramsPerSecond == 0.03)
    #expect(both[0].stack == stack.stack)
  }

  @Test func theFixedFormIsThatOfTheProgram() throws {
    var source = house
    source.building = nil
    source.number = 2017
    source.gramsPerSecond = 0.00249549
    source.heatContent = 28.269
    #expect(
      try written([source], .fixed).split(separator: "\n").last
        == "2017  185000  450000 2.495E-03 28.269   5.0     60   2.5   44110 528   0  NOx")
    let again = try #require(try reread(written([source], .fixed)).value?.first)
    #expect(again.gramsPerSecond == 0.002495 && again.category == 4110 && again.diameter == 60)
  }

  @Test func lawsOfRandomSourcesHold() throws {
    var random = SplitMix64(seed: 4)
    let sources = (0..<500).map { number in
      OPSSource(
        number: number + 1, x: Double.random(in: 0...300_000, using: &random),
        y: Double.random(in: 300_000...600_000, using: &random),
        gramsPerSecond: Double.random(in: 0...10, using: &random),
        heatContent: Double.random(in: 0...50, using: &random),
        height: Double.random(in: 10...200, using: &random),
        diameter: Double.random(in: -500...500, using: &random),
        spread: Double.random(in: 0...10, using: &random),
        diurnalVariation: Int.random(in: -9...9, using: &random),
        category: Int.random(in: 1...9999, using: &random), component: "NH3")
    }
    #expect(try reread(written(sources)).value == sources)
  }

  @Test func whatOPSCannotTakeIsRefused() {
    func refusal(_ version: OPSVersion? = nil, _ change: (inout OPSSource) -> Void) -> String {
      var source = stack
      change(&source)
      do {
        _ = try written([source], version)
        return "written"
      } catch {
        return "\(error)"
      }
    }
    #expect(
      refusal { $0.number = 10_000 } == "'snr' of source 10000 is 10000; OPS takes -999 to 9999")
    #expect(refusal { $0.category = 0 } == "'cat' of source 1 is 0; OPS takes 1 to 9999")
    #expect(
      refusal { $0.spread = 50 } == "'s' of source 1 is 50.0; OPS takes 0 to the height in m")
    #expect(
      refusal { $0.x = .nan } == "'x' of source 1 is nan, 450000.25; OPS takes places in RD New")
    #expect(
      refusal { $0.component = "N Ox" } == "'component' of source 1 is 'N Ox'; OPS takes one word")
    #expect(
      refusal(.free) { _ in }
        == "'stack' of source 1 does not fit version 1 of a .brn file; write a later one")
    #expect(
      refusal(.stack) { $0.building = OPSBuilding(length: 1) }
        == "'building' of source 1 does not fit version 2 of a .brn file; write a later one")
    #expect(
      refusal(.free) { $0.stack = nil }
        == "'hc' of source 1 does not fit version 1 of a .brn file; write a later one")
    #expect(
      refusal(.buildingType) { _ in } == "'BRN-VERSION' of source 1 is 3; OPS takes 0, 1, 2 or 4")
    var other = stack
    other.component = "NH3"
    #expect(throws: OPSError.mixedComponents("NOx", "NH3")) { try written([stack, other]) }
  }

  @Test func receptorsHaveWholeMetresAndNamesOfOneWord() throws {
    var text = ""
    try OPSReceptors.write(
      [
        (name: "Veluwe west", place: RDPoint(x: 185_000.5, y: 450_000.4)),
        (name: "", place: RDPoint(x: 1, y: 300_000)),
        (name: "a/b,c;d*'\"", place: RDPoint(x: 2, y: 300_000)),
      ], to: &text)
    #expect(
      text == "nr name x y\n1 Veluwe_west 185001 450000\n2 2 1 300000\n3 a_b_c_d___ 2 300000\n")
    #expect(throws: OPSError.self) {
      var text = ""
      try OPSReceptors.write([(name: "x", place: RDPoint(x: .infinity, y: 0))], to: &text)
    }
  }
}
