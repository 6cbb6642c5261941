// SPDX-License-Identifier: GPL-3.0-or-later

@testable import ExchangeFiles
import NitrogenAssessment
import NitrogenWords
import Testing

@Suite struct LayerStyleTests {
  @Test func everyStatusHasACategoryByItselfAndInherited() {
    let values = Set(StatusCategory.all.map(\.value))
    #expect(values.count == 2 * Status.allCases.count)
    for status in Status.allCases {
      #expect(values.contains(status.rawValue) && values.contains(status.rawValue + ".inherited"))
    }
  }

  @Test func noTwoStatusesLookAlike() {
    let looks = Status.allCases.map { StatusStyle.of($0) }
    #expect(Set(looks.map(\.colour)).count == looks.count)
    #expect(Set(looks.map { "\($0.shape) \($0.isHollow)" }).count == looks.count)
  }

  @Test(arguments: [LayerStyle.Kind.points, .polygons])
  func everyCategoryIsInBothStyles(_ kind: LayerStyle.Kind) throws {
    let style = LayerStyle(kind: kind, narrator: try ExchangeSample.narrator(.dutch))
    for category in StatusCategory.all {
      #expect(style.qml.contains("value=\"\(category.value)\""))
      #expect(style.sld(layer: "a").contains("<ogc:Literal>\(category.value)</ogc:Literal>"))
    }
    #expect(style.sld(layer: "<&>").contains("<se:Name>&lt;&amp;&gt;</se:Name>"))
  }
}
