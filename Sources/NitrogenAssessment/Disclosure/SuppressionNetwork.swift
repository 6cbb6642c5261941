// SPDX-License-Identifier: GPL-3.0-or-later

/// Figures that add up, as a network: every figure is an arc, every sum a node, at which what comes in
/// equals what goes out.
///
/// Rings add up to an area and parts to a sector: with their totals such a table is a circulation (a
/// row's cells leave the node of the row, its total enters it). What is withheld then follows from
/// what is shown exactly where the network says so, see ``isSafe(_:hidden:)``.
struct SuppressionNetwork {
  /// A figure in one year.
  struct Amount: Hashable {
    /// Its value, kg/yr.
    let value: Double
    /// How many farms stand behind it at the least; `nil` where that is not told.
    let farms: Int?

    /// Whether nothing stands behind it: then everybody is taken to know that it is zero.
    var isEmpty: Bool { farms == 0 && value == 0 }
  }

  /// A figure.
  struct Arc {
    /// The sum that it is taken from.
    let tail: Int
    /// The sum that it goes into.
    let head: Int
    /// Its values, year by year; all arcs have the same years.
    let amounts: [Amount]
    /// Whether it is shown nowhere, as what is left of a sector beside its parts.
    var isImplied = false
    /// Whether it must be withheld for its own sake.
    var isSensitive = false

    /// What withholding it costs.
    var weight: Double { amounts.map(\.value).max() ?? 0 }
  }

  let rule: DisclosureRule
  /// By how much the numbers of farms of several arcs are divided before they are added up, since the
  /// same farm may stand behind as many of them.
  let overlap: Int
  private(set) var arcs: [Arc] = []
  private(set) var nodeCount: Int

  init(nodeCount: Int, overlap: Int, rule: DisclosureRule) {
    self.nodeCount = nodeCount
    self.overlap = overlap
    self.rule = rule
  }

  /// Adds a figure.
  ///
  /// - Returns: its number; `nil` for one without a source in any year: that is known to be zero.
  mutating func add(
    from tail: Int, to head: Int, _ amounts: [Amount], isImplied: Bool = false
  ) -> Int? {
    guard amounts.contains(where: { !$0.isEmpty }) else { return nil }
    var arc = Arc(tail: tail, head: head, amounts: amounts, isImplied: isImplied)
    arc.isSensitive = Self.isSensitive(amounts, rule)
    arcs.append(arc)
    return arcs.count - 1
  }

  /// Whether a figure must be withheld for its own sake: in some year fewer farms stand behind it than
  /// are asked for, but some, or it is not told how many.
  static func isSensitive(_ amounts: [Amount], _ rule: DisclosureRule) -> Bool {
    amounts.contains { amount in
      guard let farms = amount.farms else { return true }
      return farms < rule.minimumFarms && (farms > 0 || amount.value != 0)
    }
  }

  // MARK: - What follows from what is shown

  /// Whether nothing follows about a figure, in any year, that must not be known while some are withheld.
  ///
  /// 1. No sum of withheld figures that is known, and that it is part of, stands for fewer farms than
  ///    asked for: every directed cut of the withheld arcs through it holds as many. A figure that is
  ///    determined is a cut by itself.
  /// 2. The bounds that follow for it from the others and from none being below zero are far enough
  ///    from its value, above and below.
  func isSafe(_ arc: Int, hidden: [Bool]) -> Bool {
    let own = arcs[arc]
    return own.amounts.indices.allSatisfy { year in
      let amount = own.amounts[year]
      guard !amount.isEmpty else { return true }
      guard
        farmsOfSmallestKnownSum(with: arc, hidden: hidden, year: year)
          >= Double(rule.minimumFarms)
      else { return false }
      let wanted = amount.value * rule.protection
      guard wanted > 0 else { return true }
      let above = slack(of: arc, hidden: hidden, year: year, isUpward: true)
      let below = slack(of: arc, hidden: hidden, year: year, isUpward: false)
      return above >= wanted * (1 - 1e-9)
        && below >= min(wanted, amount.value) * (1 - 1e-9)
    }
  }

  /// The farms behind the smallest known sum of withheld figures with a figure in it, counted so that
  /// no farm counts twice; infinite where no such sum is known.
  func farmsOfSmallestKnownSum(with arc: Int, hidden: [Bool], year: Int) -> Double {
    var flow = MaximumFlow(nodeCount: nodeCount)
    for (number, other) in arcs.enumerated()
    where hidden[number] && !other.amounts[year].isEmpty {
      flow.add(
        other.tail, other.head, forward: farms(other.amounts[year]), backward: .infinity)
    }
    return flow.value(
      from: arcs[arc].tail, to: arcs[arc].head, enough: Double(rule.minimumFarms))
  }

  /// The farms that a figure counts for among others.
  private func farms(_ amount: Amount) -> Double {
    let farms = amount.farms ?? 0
    if farms >= rule.minimumFarms { return Double(rule.minimumFarms) }
    return Double(farms) / Double(overlap)
  }

  /// How far a withheld figure could lie above or below its value as far as everybody can tell.
  func slack(of arc: Int, hidden: [Bool], year: Int, isUpward: Bool) -> Double {
    let own = arcs[arc]
    var flow = MaximumFlow(nodeCount: nodeCount)
    for (number, other) in arcs.enumerated()
    where hidden[number] && number != arc && !other.amounts[year].isEmpty {
      flow.add(
        other.tail, other.head, forward: .infinity, backward: other.amounts[year].value)
    }
    let room = flow.value(
      from: isUpward ? own.head : own.tail, to: isUpward ? own.tail : own.head,
      enough: own.amounts[year].value * max(1, rule.protection))
    return isUpward ? room : min(room, own.amounts[year].value)
  }
}
