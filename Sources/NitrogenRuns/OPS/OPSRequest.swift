// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
public import NitrogenData

/// What the user asked of files for OPS.
public struct OPSRequest: Sendable {
  /// The places results are wanted for.
  public enum Receptors: Hashable, Sendable {
    /// A place inside every area, as the catalogue has it.
    case centres
    /// The places of a table `name,x,y`.
    case file(String)
  }

  /// What files of sources do not say themselves.
  public var reading = SourceOptions()
  /// The boundary that names of inventories go through; `nil` for that of policy.
  public var boundary: BoundaryID?
  /// The form of the files.
  public var version = OPSVersion.free
  /// What sources do not say and OPS wants to know.
  public var characteristics: OPSCharacteristics
  /// How long the pieces of lines are at most, in metres.
  public var pieces = 25.0
  /// The categories of sectors by their name, before those of the areas folder.
  public var categories: [String: Int] = [:]
  /// The category of sectors that have none otherwise.
  public var category: Int?
  /// The receptors, if a file of them is wanted.
  public var receptors: Receptors?

  /// Makes a request.
  public init(_ characteristics: OPSCharacteristics) {
    self.characteristics = characteristics
  }
}
