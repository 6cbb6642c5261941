// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL

/// A layer of a vector file.
public struct VectorLayer {
  /// The name.
  public let name: String
  /// The fields, in the order of the file; the feature's number is none of them.
  public let fields: [VectorField]
  /// The coordinate reference system; `nil` when the file declares none.
  public let system: CoordinateSystem?
  /// Whether the layer has a geometry at all.
  public let hasGeometry: Bool
  /// How many features; `nil` when only reading them all can tell.
  public let featureCount: Int?
  /// The handle, owned by the file.
  let handle: OGRLayerH

  init(_ handle: OGRLayerH) {
    self.handle = handle
    name = OGR_L_GetName(handle).map { String(cString: $0) } ?? ""
    let definition = OGR_L_GetLayerDefn(handle)
    fields = (0..<OGR_FD_GetFieldCount(definition)).map { number in
      let field = OGR_FD_GetFieldDefn(definition, number)
      let kind: VectorField.Kind =
        switch OGR_Fld_GetType(field) {
        case OFTInteger, OFTInteger64: .integer
        case OFTReal: .real
        case OFTString: .text
        default: .other
        }
      return VectorField(
        name: OGR_Fld_GetNameRef(field).map { String(cString: $0) } ?? "", kind: kind)
    }
    system = CoordinateSystem(copying: OGR_L_GetSpatialRef(handle))
    hasGeometry = OGR_FD_GetGeomFieldCount(definition) > 0
    let count = OGR_L_GetFeatureCount(handle, 0)
    featureCount = count < 0 ? nil : Int(count)
  }
}
