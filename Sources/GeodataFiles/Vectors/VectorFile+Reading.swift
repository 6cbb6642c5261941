// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL

extension VectorFile {
  /// How many features a batch has at most.
  static let batchSize = 1 << 14

  /// Reads the features of a layer in batches, so that memory does not grow with the file.
  ///
  /// The corresponding GDAL function is `OGR_L_GetArrowStream`.
  ///
  /// - Parameters:
  ///   - layer: one of ``layers``.
  ///   - fields: the numbers of the fields wanted; their order is the order of columns.
  ///   - body: takes a batch, valid until it returns.
  /// - Throws: ``GeodataError`` where the file is broken, or what `body` throws.
  public func read(
    _ layer: VectorLayer, fields: [Int], _ body: (FeatureBatch) throws -> Void
  ) throws {
    try GDALMessages.collect { messages in
      let kept = Set(fields)
      let ignored = layer.fields.indices.filter { !kept.contains($0) }.map { layer.fields[$0].name }
      OGR_L_ResetReading(layer.handle)
      _ = CStrings.with(ignored) {
        OGR_L_SetIgnoredFields(layer.handle, UnsafeMutablePointer(mutating: CStrings.constant($0)))
      }
      let stream = try FeatureStream(layer.handle, messages)
      let order = kept.sorted()
      let wanted = fields.map { order.firstIndex(of: $0) ?? 0 }
      var record = 1
      while try stream.next(messages) {
        let batch = try stream.batch(from: record, columns: wanted, among: order.count)
        try body(batch)
        record += batch.count
      }
    }
  }
}

/// A stream of batches in the Arrow C stream interface, released with the object.
private final class FeatureStream {
  private let stream: UnsafeMutablePointer<ArrowArrayStream>
  private let schema: UnsafeMutablePointer<ArrowSchema>
  private let array: UnsafeMutablePointer<ArrowArray>
  private var layouts: [FeatureColumn.Layout] = []

  init(_ layer: OGRLayerH, _ messages: GDALMessages) throws(GeodataError) {
    stream = .allocate(capacity: 1)
    schema = .allocate(capacity: 1)
    array = .allocate(capacity: 1)
    stream.initialize(to: ArrowArrayStream())
    schema.initialize(to: ArrowSchema())
    array.initialize(to: ArrowArray())
    let settings = ["INCLUDE_FID=YES", "MAX_FEATURES_IN_BATCH=\(VectorFile.batchSize)"]
    let begins = CStrings.with(settings) { OGR_L_GetArrowStream(layer, stream, $0) }
    guard begins, let get = stream.pointee.get_schema, get(stream, schema) == 0
    else { throw messages.error(otherwise: "GDAL cannot read its features") }
    let children = schema.pointee.children
    layouts = (0..<Int(schema.pointee.n_children)).map { number in
      let format = children?[number]?.pointee.format.map { String(cString: $0) }
      return FeatureColumn.Layout(format: format ?? "")
    }
  }

  deinit {
    releaseArray()
    if let release = schema.pointee.release { release(schema) }
    if let release = stream.pointee.release { release(stream) }
    array.deallocate()
    schema.deallocate()
    stream.deallocate()
  }

  private func releaseArray() {
    if let release = array.pointee.release { release(array) }
    array.pointee = ArrowArray()
  }

  /// Fetches the next batch; `false` after the last.
  func next(_ messages: GDALMessages) throws(GeodataError) -> Bool {
    releaseArray()
    guard let get = stream.pointee.get_next, get(stream, array) == 0, messages.failure == nil else {
      let words = stream.pointee.get_last_error.flatMap { $0(stream) }.map { String(cString: $0) }
      throw messages.error(otherwise: words ?? "GDAL cannot read its features")
    }
    return array.pointee.release != nil
  }

  /// The batch at hand: the features' numbers stand first, then the fields, then the geometry.
  func batch(
    from record: Int, columns: [Int], among fieldCount: Int
  ) throws(GeodataError) -> FeatureBatch {
    guard layouts.count >= fieldCount + 1, let children = array.pointee.children else {
      throw .unusable("GDAL gives \(layouts.count) columns, expected \(fieldCount + 2)")
    }
    func column(_ number: Int) throws(GeodataError) -> FeatureColumn {
      guard let child = children[number] else { throw .unusable("GDAL gives no column \(number)") }
      return FeatureColumn(child, layout: layouts[number])
    }
    var wanted: [FeatureColumn] = []
    for number in columns { wanted.append(try column(number + 1)) }
    return FeatureBatch(
      array, firstRecord: record, numbers: try column(0), columns: wanted,
      geometries: layouts.count > fieldCount + 1 ? try column(fieldCount + 1) : nil)
  }
}
