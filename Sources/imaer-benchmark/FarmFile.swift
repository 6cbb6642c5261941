// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A made file of farms in AERIUS IMAER GML 6.0, as AERIUS Calculator would write it.
struct FarmFile {
  /// How many farms.
  let farms: Int
  /// Their stated NH₃ together, kg/yr; whole kilograms, so that the sum is exact.
  private(set) var kilograms = 0

  private static let head = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <imaer:FeatureCollectionCalculator xmlns:xlink="http://www.w3.org/1999/xlink" \
    xmlns:imaer="http://imaer.aerius.nl/6.0" xmlns:gml="http://www.opengis.net/gml/3.2" \
    gml:id="NL.IMAER.Collection">
        <imaer:metadata>
            <imaer:AeriusCalculatorMetadata>
                <imaer:project>
                    <imaer:ProjectMetadata>
                        <imaer:year>2024</imaer:year>
                    </imaer:ProjectMetadata>
                </imaer:project>
                <imaer:version>
                    <imaer:VersionMetadata>
                        <imaer:aeriusVersion>2024.0.1_20241009_75e59949f9</imaer:aeriusVersion>
                    </imaer:VersionMetadata>
                </imaer:version>
            </imaer:AeriusCalculatorMetadata>
        </imaer:metadata>

    """

  /// Writes the farms to a file.
  mutating func write(to url: URL) throws {
    try Data(Self.head.utf8).write(to: url)
    let file = try FileHandle(forWritingTo: url)
    try file.seekToEnd()
    var random = Random(state: 4)
    var text = ""
    for number in 1...max(farms, 1) where farms > 0 {
      let animals = 50 + Int(random.unit() * 3000)
      let x = 20_000 + random.unit() * 250_000
      let y = 310_000 + random.unit() * 300_000
      kilograms += animals * 8
      text += Self.farm(number, animals, x, y)
      if text.utf8.count > 1 << 22 || number == farms {
        try file.write(contentsOf: Data(text.utf8))
        text = ""
      }
    }
    try file.write(contentsOf: Data("</imaer:FeatureCollectionCalculator>\n".utf8))
    try file.close()
  }

  private static func farm(_ number: Int, _ animals: Int, _ x: Double, _ y: Double) -> String {
    let other = ["NOX", "PM10", "NO2"].map { substance in
      """
                  <imaer:emission>
                      <imaer:Emission substance="\(substance)">
                          <imaer:value>0.0</imaer:value>
                      </imaer:Emission>
                  </imaer:emission>

      """
    }.joined()
    return """
          <imaer:featureMember>
              <imaer:FarmAnimalHousingSource sectorId="4110" gml:id="ES.\(number)">
                  <imaer:identifier>
                      <imaer:NEN3610ID>
                          <imaer:namespace>NL.IMAER</imaer:namespace>
                          <imaer:localId>ES.\(number)</imaer:localId>
                      </imaer:NEN3610ID>
                  </imaer:identifier>
                  <imaer:label>Stal \(number)</imaer:label>
                  <imaer:emissionSourceCharacteristics>
                      <imaer:EmissionSourceCharacteristics>
                          <imaer:heatContent>
                              <imaer:SpecifiedHeatContent>
                                  <imaer:value>0.0</imaer:value>
                              </imaer:SpecifiedHeatContent>
                          </imaer:heatContent>
                          <imaer:emissionHeight>5.0</imaer:emissionHeight>
                      </imaer:EmissionSourceCharacteristics>
                  </imaer:emissionSourceCharacteristics>
                  <imaer:geometry>
                      <imaer:EmissionSourceGeometry>
                          <imaer:GM_Point>
                              <gml:Point srsName="urn:ogc:def:crs:EPSG::28992" gml:id="ES.\(number).POINT">
                                  <gml:pos>\(x) \(y)</gml:pos>
                              </gml:Point>
                          </imaer:GM_Point>
                      </imaer:EmissionSourceGeometry>
                  </imaer:geometry>
                  <imaer:emission>
                      <imaer:Emission substance="NH3">
                          <imaer:value>\(animals * 8).0</imaer:value>
                      </imaer:Emission>
                  </imaer:emission>
      \(other)            <imaer:animalHousing>
                      <imaer:CustomFarmAnimalHousing animalType="HD3">
                          <imaer:numberOfAnimals>\(animals)</imaer:numberOfAnimals>
                          <imaer:description>eigen factor</imaer:description>
                          <imaer:emissionFactor>
                              <imaer:Emission substance="NH3">
                                  <imaer:value>8.0</imaer:value>
                              </imaer:Emission>
                          </imaer:emissionFactor>
                          <imaer:emissionFactorType>PER_ANIMAL_PER_YEAR</imaer:emissionFactorType>
                      </imaer:CustomFarmAnimalHousing>
                  </imaer:animalHousing>
              </imaer:FarmAnimalHousingSource>
          </imaer:featureMember>

      """
  }

  private struct Random {
    var state: UInt64
    mutating func unit() -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = state
      bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
      bits ^= bits >> 31
      return Double(bits >> 11) * 0x1p-53
    }
  }
}
