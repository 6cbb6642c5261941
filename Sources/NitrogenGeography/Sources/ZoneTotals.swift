// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Emissions and numbers of sources per area, ring and key, and once over groups of areas.
///
/// A source near two areas counts in both, and once in every group that has one of them: a province,
/// or all areas together. Sums are exact (`ExactSum`): they depend on neither the order of the
/// sources nor on how the work was split.
public struct ZoneTotals: Sendable {
  /// What a source adds to.
  public struct Cell: Hashable, Sendable {
    private var count: UInt32 = 0
    private var unknownCount: UInt32 = 0
    /// Whether as many owners are known as are told apart: then they need not be looked at again.
    fileprivate var isOwnedByMany = false
    /// Their emission, as far as it is known.
    public internal(set) var sum = ExactSum()

    /// How many sources; a source that is split counts in every ring that it touches.
    public var sources: Int { Int(count) }
    /// How many of them have an emission that is not known.
    public var unknown: Int { Int(unknownCount) }
    /// Their emission in kg/yr, as far as it is known.
    public var kilograms: Double { sum.kilograms }
  }

  /// How many areas there are.
  public let areaCount: Int
  /// How many rings, the inside counted.
  public let ringCount: Int
  /// The groups that each area is in, counted from 0; the last group of all holds every area.
  public let groups: [[Int]]
  /// How many groups, that of all areas counted.
  public let groupCount: Int
  /// How many keys.
  public private(set) var keyCount = 0
  /// For how many keys there is room.
  private var capacity = 0
  /// By area, ring and key: what lies close together is added close together.
  private var cells: [Cell] = []
  /// Whose sources they are, as ``cells``.
  private var owners: [OwnerSet] = []
  /// By group, ring and key.
  private var unions: [Cell] = []

  /// Makes empty totals for an index.
  ///
  /// - Parameters:
  ///   - index: the areas and rings.
  ///   - keyCount: how many keys there are so far; see ``grow(keyCount:)``.
  ///   - groups: of each area of the index, the groups it is in, counted from 0; none by default.
  public init(index: ZoneIndex, keyCount: Int, groups: [[Int]] = []) {
    precondition(
      groups.isEmpty || groups.count == index.areas.count, "groups are given for every area")
    areaCount = index.areas.count
    ringCount = index.scheme.rings.count
    let own = groups.isEmpty ? Array(repeating: [], count: index.areas.count) : groups
    let last = (own.flatMap { $0 }.max() ?? -1) + 1
    self.groups = own.map { $0 + [last] }
    groupCount = last + 1
    grow(keyCount: keyCount)
  }

  /// Makes room for more keys.
  public mutating func grow(keyCount: Int) {
    guard keyCount > self.keyCount else { return }
    if keyCount > capacity {
      let room = max(keyCount, 2 * capacity)
      cells = Self.spread(
        cells, from: capacity, to: room, rows: areaCount * ringCount, empty: Cell())
      owners = Self.spread(
        owners, from: capacity, to: room, rows: areaCount * ringCount, empty: OwnerSet())
      unions = Self.spread(
        unions, from: capacity, to: room, rows: groupCount * ringCount, empty: Cell())
      capacity = room
    }
    self.keyCount = keyCount
  }

  private static func spread<Item>(
    _ cells: [Item], from old: Int, to new: Int, rows: Int, empty: Item
  ) -> [Item] {
    var wider = Array(repeating: empty, count: rows * new)
    for row in 0..<rows {
      for key in 0..<old { wider[row * new + key] = cells[row * old + key] }
    }
    return wider
  }

  /// What lies in a ring of an area, by their numbers in the index.
  public subscript(area area: Int, ring ring: Int, key key: Int) -> Cell {
    cells[(area * ringCount + ring) * capacity + key]
  }

  /// Whose sources lie in a ring of an area.
  func owners(area: Int, ring: Int, key: Int) -> OwnerSet {
    owners[(area * ringCount + ring) * capacity + key]
  }

  /// What lies in a ring of any area of a group, each source counted once, in its innermost ring.
  ///
  /// Of a source with a size near several areas the parts are added up to at most the whole, so
  /// that this is an upper bound where zones overlap within it.
  public func once(group: Int, ring: Int, key: Int) -> Cell {
    unions[(group * ringCount + ring) * capacity + key]
  }

  /// What lies in a ring of any area at all, each source counted once.
  public func once(ring: Int, key: Int) -> Cell {
    once(group: groupCount - 1, ring: ring, key: key)
  }

  /// Adds totals of other sources with the same areas, rings and groups.
  public mutating func merge(_ other: ZoneTotals) {
    precondition(
      other.areaCount == areaCount && other.ringCount == ringCount && other.groups == groups,
      "totals that are merged have the same areas, rings and groups")
    grow(keyCount: other.keyCount)
    for row in 0..<areaCount * ringCount {
      for key in 0..<other.keyCount {
        let position = row * capacity + key
        let added = other.cells[row * other.capacity + key]
        cells[position].add(added)
        guard added.sources > 0, !cells[position].isOwnedByMany else { continue }
        owners[position].formUnion(other.owners[row * other.capacity + key])
        cells[position].isOwnedByMany = owners[position].isFull
      }
    }
    for row in 0..<groupCount * ringCount {
      for key in 0..<other.keyCount {
        unions[row * capacity + key].add(other.unions[row * other.capacity + key])
      }
    }
  }

  @inline(__always)
  mutating func add(_ sum: ExactSum, owner: UInt32, area: Int, ring: Int, key: Int) {
    let position = (area * ringCount + ring) * capacity + key
    if !cells[position].add(sum) { insert(owner, at: position) }
  }

  @inline(__always)
  mutating func addUnknown(owner: UInt32, area: Int, ring: Int, key: Int) {
    let position = (area * ringCount + ring) * capacity + key
    cells[position].addUnknown()
    if !cells[position].isOwnedByMany { insert(owner, at: position) }
  }

  /// Adds an owner to a place that has room for it; apart from the rest, as most places are full.
  @inline(never)
  private mutating func insert(_ owner: UInt32, at position: Int) {
    owners[position].insert(owner)
    if owners[position].isFull { cells[position].isOwnedByMany = true }
  }

  @inline(__always)
  mutating func addOnce(_ sum: ExactSum, group: Int, ring: Int, key: Int) {
    unions[(group * ringCount + ring) * capacity + key].add(sum)
  }

  mutating func addUnknownOnce(group: Int, ring: Int, key: Int) {
    unions[(group * ringCount + ring) * capacity + key].addUnknown()
  }
}

extension ZoneTotals: Equatable {
  /// Whether both hold the same, however much room they have.
  public static func == (left: ZoneTotals, right: ZoneTotals) -> Bool {
    guard left.areaCount == right.areaCount, left.ringCount == right.ringCount,
      left.groups == right.groups, left.keyCount == right.keyCount
    else { return false }
    func isSame<Item: Equatable>(_ one: [Item], _ other: [Item], rows: Int) -> Bool {
      (0..<rows).allSatisfy { row in
        (0..<left.keyCount).allSatisfy {
          one[row * left.capacity + $0] == other[row * right.capacity + $0]
        }
      }
    }
    return isSame(left.cells, right.cells, rows: left.areaCount * left.ringCount)
      && isSame(left.owners, right.owners, rows: left.areaCount * left.ringCount)
      && isSame(left.unions, right.unions, rows: left.groupCount * left.ringCount)
  }
}

extension ZoneTotals.Cell {
  /// Adds a source, and says whether its owner need not be known.
  @inline(__always) @discardableResult
  fileprivate mutating func add(_ term: ExactSum) -> Bool {
    count += 1
    sum += term
    return isOwnedByMany
  }

  fileprivate mutating func addUnknown() {
    count += 1
    unknownCount += 1
  }

  fileprivate mutating func add(_ other: Self) {
    count += other.count
    unknownCount += other.unknownCount
    sum += other.sum
  }
}
