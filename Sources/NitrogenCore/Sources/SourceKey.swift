// SPDX-License-Identifier: GPL-3.0-or-later

/// What the emission of a source is summed under.
public struct SourceKey: Hashable, Sendable {
  /// What it belongs to: a sector of ours under a boundary, or a name of the source's own.
  public let activity: Activity
  /// The compound.
  public let pollutant: Pollutant
  /// The emission year.
  public let year: Int
  /// The release of the inventory.
  public let vintage: Vintage
  /// Whether the publisher calls the figure provisional.
  public let provisional: Bool

  /// Makes a key.
  public init(
    activity: Activity, pollutant: Pollutant, year: Int, vintage: Vintage,
    provisional: Bool = false
  ) {
    self.activity = activity
    self.pollutant = pollutant
    self.year = year
    self.vintage = vintage
    self.provisional = provisional
  }
}

/// The keys of a set of sources, numbered in the order in which they first occur.
public struct SourceKeys: Hashable, Sendable {
  /// The keys by number.
  public private(set) var all: [SourceKey] = []
  private var numbers: [SourceKey: Int32] = [:]

  /// Makes an empty list.
  public init() {}

  /// The number of a key, a new one when it was not there.
  public mutating func number(of key: SourceKey) -> Int32 {
    if let known = numbers[key] { return known }
    let number = Int32(all.count)
    all.append(key)
    numbers[key] = number
    return number
  }
}
