// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL
public import NitrogenCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a GeoPackage: layers of multipolygons, lines or points and plain tables, with typed fields.
///
/// The file is made beside the one that is asked for and takes its place in ``finish()``: an
/// unfinished writer leaves what was there untouched and nothing behind. The same layers and
/// features give the same bytes.
public final class GeoPackageWriter {
  /// What the features of a layer are.
  public enum Geometry: Hashable, Sendable {
    /// Multipolygons.
    case multipolygons
    /// Lines.
    case lines
    /// Points.
    case points
    /// Nothing: a table.
    case none

    var kind: OGRwkbGeometryType {
      switch self {
      case .multipolygons: wkbMultiPolygon
      case .lines: wkbLineString
      case .points: wkbPoint
      case .none: wkbNone
      }
    }
  }

  /// Where the finished file will be.
  public let path: String
  private let partial: String
  private let date: String
  private var dataset: GDALDatasetH?
  private var layer: OGRLayerH?
  private var fields: [GeoPackageField] = []

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: where the finished file will be; what is there is replaced.
  ///   - date: the moment the file says it was changed, in ISO 8601 with milliseconds and `Z`.
  /// - Throws: ``GeodataError`` when it cannot be written there.
  public init(
    path: String, date: String = "2000-01-01T00:00:00.000Z"
  ) throws(GeodataError) {
    self.path = path
    self.date = date
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.partial = "\(path.dropLast(name.count)).\(name).\(getpid()).partial.gpkg"
    self.dataset = nil
    guard !path.isEmpty, !path.hasSuffix("/") else {
      throw .notAFile("expected the name of a file to write, found '\(path)'")
    }
    unlink(partial)
    dataset = try call("cannot create '\(path)'") {
      let driver = GDALGetDriverByName("GPKG")
      return driver.flatMap { GDALCreate($0, partial, 0, 0, 0, GDT_Unknown, nil) }
    }
    try check("cannot write '\(path)'") { GDALDatasetStartTransaction($0, 0) }
  }

  deinit {
    guard dataset != nil else { return }
    close()
    unlink(partial)
  }

  /// Begins a layer; features go to the layer begun last.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - geometry: what its features are.
  ///   - fields: what is known of every feature, in order.
  ///   - epsg: the number of its coordinate reference system; RD New by default.
  ///   - title: what people call it; `nil` for its name.
  ///   - description: what to know of it.
  ///   - key: the name of the column that numbers its features.
  /// - Throws: ``GeodataError`` when GDAL refuses.
  public func beginLayer(
    _ name: String, geometry: Geometry = .multipolygons, fields: [GeoPackageField],
    epsg: Int = 28992, title: String? = nil, description: String? = nil, key: String = "fid"
  ) throws(GeodataError) {
    let system = geometry == .none ? nil : try CoordinateSystem(epsg: epsg)
    let options =
      ["FID=\(key)"] + (title.map { ["IDENTIFIER=\($0)"] } ?? [])
      + (description.map { ["DESCRIPTION=\($0)"] } ?? [])
    let made = try call("cannot begin layer '\(name)'") {
      CStrings.with(options) {
        GDALDatasetCreateLayer(dataset, name, system?.handle, geometry.kind, $0)
      }
    }
    for field in fields {
      let kind: OGRFieldType =
        switch field.kind {
        case .integer: OFTInteger64
        case .real: OFTReal
        case .text: OFTString
        case .flag: OFTInteger
        case .moment: OFTDateTime
        }
      let definition = OGR_Fld_Create(field.name, kind)
      defer { OGR_Fld_Destroy(definition) }
      if field.kind == .flag { OGR_Fld_SetSubType(definition, OFSTBoolean) }
      try check("cannot add field '\(field.name)'") { _ in OGR_L_CreateField(made, definition, 0) }
    }
    self.layer = made
    self.fields = fields
  }

  /// Adds a multipolygon: parts, each its exterior and then its holes, first points repeated.
  ///
  /// - Parameters:
  ///   - multipolygon: coordinates in the system of the layer.
  ///   - values: one for each field, in order.
  /// - Throws: ``GeodataError`` when GDAL refuses.
  public func add(
    multipolygon: [[[RDPoint]]], values: [GeoPackageValue]
  ) throws(GeodataError) {
    let whole = OGR_G_CreateGeometry(wkbMultiPolygon)
    for part in multipolygon {
      let polygon = OGR_G_CreateGeometry(wkbPolygon)
      for ring in part {
        OGR_G_AddGeometryDirectly(polygon, Self.curve(wkbLinearRing, ring))
      }
      OGR_G_AddGeometryDirectly(whole, polygon)
    }
    try add(whole, values)
  }

  /// Adds a line; coordinates in the system of the layer, one value for each field, in order.
  public func add(line: [RDPoint], values: [GeoPackageValue]) throws(GeodataError) {
    try add(Self.curve(wkbLineString, line), values)
  }

  /// Adds a point, or a feature of which no place is known; one value for each field, in order.
  public func add(point: RDPoint?, values: [GeoPackageValue]) throws(GeodataError) {
    guard let point else {
      try add(nil, values)
      return
    }
    let made = OGR_G_CreateGeometry(wkbPoint)
    OGR_G_SetPoint_2D(made, 0, point.x, point.y)
    try add(made, values)
  }

  /// Adds a row of a table, or a feature of which no place is known; one value for each field, in order.
  public func add(row values: [GeoPackageValue]) throws(GeodataError) { try add(nil, values) }

  private static func curve(_ kind: OGRwkbGeometryType, _ points: [RDPoint]) -> OGRGeometryH? {
    let curve = OGR_G_CreateGeometry(kind)
    OGR_G_SetPointCount(curve, Int32(points.count))
    for (number, point) in points.enumerated() {
      OGR_G_SetPoint_2D(curve, Int32(number), point.x, point.y)
    }
    return curve
  }

  /// Adds a feature; takes the geometry over.
  private func add(
    _ geometry: OGRGeometryH?, _ values: [GeoPackageValue]
  ) throws(GeodataError) {
    precondition(values.count == fields.count, "a value for every field of the layer begun")
    let feature = OGR_F_Create(OGR_L_GetLayerDefn(layer))
    defer { OGR_F_Destroy(feature) }
    if let geometry { OGR_F_SetGeometryDirectly(feature, geometry) }
    for (number, value) in values.enumerated() {
      switch value {
      case .integer(let whole): OGR_F_SetFieldInteger64(feature, Int32(number), Int64(whole))
      case .real(let real): OGR_F_SetFieldDouble(feature, Int32(number), real)
      case .text(let text): OGR_F_SetFieldString(feature, Int32(number), text)
      case .missing: OGR_F_SetFieldNull(feature, Int32(number))
      }
    }
    try check("cannot add a feature") { _ in OGR_L_CreateFeature(layer, feature) }
  }

  /// Completes the file and puts it in its place.
  public func finish() throws(GeodataError) {
    precondition(dataset != nil, "a writer is finished once")
    do throws(GeodataError) {
      try check("cannot write '\(path)'") { GDALDatasetCommitTransaction($0) }
      try GDALMessages.collect { messages throws(GeodataError) in
        close()
        if messages.failure != nil { throw messages.error(otherwise: "") }
      }
      guard rename(partial, path) == 0 else {
        throw .gdal(
          number: errno, text: "cannot write '\(path)': \(String(cString: strerror(errno)))")
      }
    } catch {
      close()
      unlink(partial)
      throw error
    }
  }

  private func close() {
    guard let open = dataset else { return }
    dataset = nil
    layer = nil
    dated { GDALClose(open) }
  }

  /// Runs `body` while GDAL on this thread believes the date of the file.
  private func dated<Result>(_ body: () -> Result) -> Result {
    CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", date)
    CPLSetThreadLocalConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF")
    defer {
      CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nil)
      CPLSetThreadLocalConfigOption("OGR_SQLITE_SYNCHRONOUS", nil)
    }
    return body()
  }

  private func call<Result>(
    _ what: String, _ body: () -> Result?
  ) throws(GeodataError) -> Result {
    try GDALMessages.collect { messages throws(GeodataError) in
      guard let result = dated(body), messages.failure == nil else {
        throw messages.error(otherwise: what)
      }
      return result
    }
  }

  private func check(
    _ what: String, _ body: (GDALDatasetH?) -> OGRErr
  ) throws(GeodataError) {
    _ = try call(what) { body(dataset) == OGRERR_NONE ? true : nil }
  }
}
