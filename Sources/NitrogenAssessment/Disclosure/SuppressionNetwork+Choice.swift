// SPDX-License-Identifier: GPL-3.0-or-later

extension SuppressionNetwork {
  /// Which figures are withheld: those that must be for their own sake (primary), and with them others
  /// without which they would follow (secondary), the smallest that will do.
  ///
  /// - Parameter withSecondary: whether the others are sought; only tests leave them out.
  /// - Returns: for each arc whether it is withheld.
  func withheld(withSecondary: Bool = true) -> [Bool] {
    var hidden = arcs.map { $0.isSensitive || $0.isImplied }
    guard withSecondary else { return hidden }
    let sensitive = arcs.indices.filter { arcs[$0].isSensitive }.sorted {
      (-arcs[$0].weight, $0) < (-arcs[$1].weight, $1)
    }
    // What is withheld in addition makes no other figure less safe: one pass is enough.
    for arc in sensitive {
      while !isSafe(arc, hidden: hidden), let more = cheapestAddition(for: arc, hidden: hidden) {
        for one in more { hidden[one] = true }
      }
    }
    let extra = arcs.indices.filter {
      hidden[$0] && !arcs[$0].isSensitive && !arcs[$0].isImplied
    }.sorted { (-arcs[$0].weight, $0) < (-arcs[$1].weight, $1) }
    guard !extra.isEmpty else { return hidden }
    let unsafe = Set(sensitive.filter { !isSafe($0, hidden: hidden) })
    for one in extra {
      hidden[one] = false
      if !sensitive.allSatisfy({ unsafe.contains($0) || isSafe($0, hidden: hidden) }) {
        hidden[one] = true
      }
    }
    return hidden
  }

  /// The figures, not yet withheld, that close a circle through a figure at the least cost; `nil` where
  /// there are none.
  private func cheapestAddition(for arc: Int, hidden: [Bool]) -> [Int]? {
    let own = arcs[arc]
    let fromHead = Distances(of: self, from: own.head, without: arc, hidden: hidden)
    let fromTail = Distances(of: self, from: own.tail, without: arc, hidden: hidden)
    var best: (cost: Double, arcs: [Int])?
    for (number, one) in arcs.enumerated() where !hidden[number] {
      for (near, far) in [(one.tail, one.head), (one.head, one.tail)] {
        let cost = one.weight + fromHead.cost[near] + fromTail.cost[far]
        guard cost.isFinite, cost < best?.cost ?? .infinity else { continue }
        let path = fromHead.path(to: near) + fromTail.path(to: far)
        best = (cost, Set(path.filter { !hidden[$0] } + [number]).sorted())
      }
    }
    return best?.arcs
  }

  /// The least costs from one node to all others, arcs passed either way; those withheld cost nothing.
  private struct Distances {
    private(set) var cost: [Double]
    private var arrival: [(arc: Int, from: Int)?]

    init(of network: SuppressionNetwork, from start: Int, without arc: Int, hidden: [Bool]) {
      cost = Array(repeating: .infinity, count: network.nodeCount)
      arrival = Array(repeating: nil, count: network.nodeCount)
      cost[start] = 0
      var open = Set(0..<network.nodeCount)
      while let node = open.min(by: { (cost[$0], $0) < (cost[$1], $1) }), cost[node].isFinite {
        open.remove(node)
        for (number, one) in network.arcs.enumerated() where number != arc {
          let other = one.tail == node ? one.head : one.head == node ? one.tail : node
          let reached = cost[node] + (hidden[number] ? 0 : one.weight)
          guard open.contains(other), reached < cost[other] else { continue }
          cost[other] = reached
          arrival[other] = (number, node)
        }
      }
    }

    func path(to node: Int) -> [Int] {
      var path: [Int] = []
      var node = node
      while let step = arrival[node] {
        path.append(step.arc)
        node = step.from
      }
      return path
    }
  }
}
