// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL

/// Takes coordinates from one reference system to another.
public final class CoordinateTransform {
  private let handle: OGRCoordinateTransformationH

  /// Prepares a transformation; one that only guesses at the shift between the systems is refused.
  ///
  /// The corresponding GDAL function is `OCTNewCoordinateTransformationEx`.
  public init(from source: CoordinateSystem, to target: CoordinateSystem) throws(GeodataError) {
    handle = try GDALMessages.collect { messages throws(GeodataError) in
      let options = OCTNewCoordinateTransformationOptions()
      defer { OCTDestroyCoordinateTransformationOptions(options) }
      OCTCoordinateTransformationOptionsSetBallparkAllowed(options, 0)
      guard
        let made = OCTNewCoordinateTransformationEx(source.handle, target.handle, options)
      else { throw messages.error(otherwise: "no way leads from \(source.name) to \(target.name)") }
      return made
    }
  }

  deinit { OCTDestroyCoordinateTransformation(handle) }

  /// Transforms all coordinates; those that have no counterpart become infinite.
  public func apply(to geometry: inout FlatGeometry) {
    let count = Int32(geometry.x.count)
    GDALMessages.collect { _ in
      _ = geometry.x.withUnsafeMutableBufferPointer { x in
        geometry.y.withUnsafeMutableBufferPointer { y in
          OCTTransform(handle, count, x.baseAddress, y.baseAddress, nil)
        }
      }
    }
  }
}
