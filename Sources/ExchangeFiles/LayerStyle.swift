// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenWords

/// The look of a layer whose features have a status, as QGIS (QML) and other programs (SLD) read it.
struct LayerStyle {
  /// What the features are.
  enum Kind {
    case points
    case polygons
  }

  let kind: Kind
  let narrator: Narrator

  /// The style for QGIS.
  var qml: String {
    let categories = StatusCategory.all.enumerated().map { number, category in
      "<category render=\"true\" type=\"string\" symbol=\"\(number)\" "
        + "value=\"\(XMLText.escaped(category.value))\" "
        + "label=\"\(XMLText.escaped(category.label(narrator)))\"/>"
    }
    let symbols = StatusCategory.all.enumerated().map { symbol($1, name: $0) }
    return """
      <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
      <qgis version="3.22.0" styleCategories="Symbology">
      <renderer-v2 type="categorizedSymbol" attr="\(StatusCategory.field)" symbollevels="0" \
      enableorderby="0" forceraster="0">
      <categories>
      \(categories.joined(separator: "\n"))
      </categories>
      <symbols>
      \(symbols.joined(separator: "\n"))
      </symbols>
      </renderer-v2>
      <blendMode>0</blendMode>
      <featureBlendMode>0</featureBlendMode>
      <layerGeometryType>\(kind == .points ? 0 : 2)</layerGeometryType>
      </qgis>

      """
  }

  private func symbol(_ category: StatusCategory, name: Int) -> String {
    let style = StatusStyle.of(category.status)
    let colour = style.channels.map(String.init).joined(separator: ",")
    let opacity = category.isHollow ? 0 : kind == .points ? 255 : 190
    let options: [(String, String)]
    switch kind {
    case .points:
      options = [
        ("name", style.shape), ("color", "\(colour),\(opacity)"),
        ("outline_color", category.isHollow ? "\(colour),255" : "35,35,35,255"),
        ("outline_style", "solid"), ("outline_width", category.isHollow ? "0.7" : "0.2"),
        ("outline_width_unit", "MM"), ("size", "3.6"), ("size_unit", "MM"),
      ]
    case .polygons:
      options = [
        ("color", "\(colour),\(opacity)"), ("style", category.isHollow ? "no" : "solid"),
        ("outline_color", "\(colour),255"), ("outline_style", "solid"),
        ("outline_width", category.isHollow ? "0.8" : "0.4"), ("outline_width_unit", "MM"),
      ]
    }
    let lines = options.map {
      "<Option type=\"QString\" name=\"\($0.0)\" value=\"\($0.1)\"/>"
    }
    return """
      <symbol name="\(name)" type="\(kind == .points ? "marker" : "fill")" alpha="1" \
      clip_to_extent="1" force_rhr="0">
      <layer class="\(kind == .points ? "SimpleMarker" : "SimpleFill")" enabled="1" locked="0" pass="0">
      <Option type="Map">
      \(lines.joined(separator: "\n"))
      </Option>
      </layer>
      </symbol>
      """
  }

  /// The style for other programs, a styled layer descriptor.
  func sld(layer: String) -> String {
    let rules = StatusCategory.all.map { category in
      """
      <se:Rule>
      <se:Name>\(XMLText.escaped(category.label(narrator)))</se:Name>
      <ogc:Filter>
      <ogc:PropertyIsEqualTo>
      <ogc:PropertyName>\(StatusCategory.field)</ogc:PropertyName>
      <ogc:Literal>\(XMLText.escaped(category.value))</ogc:Literal>
      </ogc:PropertyIsEqualTo>
      </ogc:Filter>
      \(symbolizer(category))
      </se:Rule>
      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" \
      xmlns:se="http://www.opengis.net/se" version="1.1.0">
      <NamedLayer>
      <se:Name>\(XMLText.escaped(layer))</se:Name>
      <UserStyle>
      <se:Name>\(XMLText.escaped(layer))</se:Name>
      <se:FeatureTypeStyle>
      \(rules.joined(separator: "\n"))
      </se:FeatureTypeStyle>
      </UserStyle>
      </NamedLayer>
      </StyledLayerDescriptor>

      """
  }

  private func symbolizer(_ category: StatusCategory) -> String {
    let style = StatusStyle.of(category.status)
    let fill =
      category.isHollow
      ? "" : "<se:Fill><se:SvgParameter name=\"fill\">\(style.colour)</se:SvgParameter></se:Fill>\n"
    let stroke =
      "<se:Stroke><se:SvgParameter name=\"stroke\">\(style.colour)</se:SvgParameter>"
      + "<se:SvgParameter name=\"stroke-width\">\(category.isHollow ? 2 : 1)</se:SvgParameter>"
      + "</se:Stroke>"
    guard kind == .points else {
      return "<se:PolygonSymbolizer>\n\(fill)\(stroke)\n</se:PolygonSymbolizer>"
    }
    return """
      <se:PointSymbolizer>
      <se:Graphic>
      <se:Mark>
      <se:WellKnownName>\(style.mark)</se:WellKnownName>
      \(fill)\(stroke)
      </se:Mark>
      <se:Size>12</se:Size>
      </se:Graphic>
      </se:PointSymbolizer>
      """
  }
}

/// Texts in XML.
enum XMLText {
  /// The text with the characters that XML gives a meaning replaced.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
