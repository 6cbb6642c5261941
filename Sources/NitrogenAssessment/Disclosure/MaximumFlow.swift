// SPDX-License-Identifier: GPL-3.0-or-later

/// The largest flow between two nodes of a small network, by augmenting along shortest paths (Edmonds
/// and Karp).
struct MaximumFlow {
  private struct Edge {
    let from: Int
    let to: Int
    var capacity: Double
  }

  private let nodeCount: Int
  /// Two by two: an edge and its reverse.
  private var edges: [Edge] = []
  private var outgoing: [[Int]]

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    outgoing = Array(repeating: [], count: nodeCount)
  }

  /// Adds an edge that can carry so much either way.
  mutating func add(_ from: Int, _ to: Int, forward: Double, backward: Double) {
    outgoing[from].append(edges.count)
    edges.append(Edge(from: from, to: to, capacity: forward))
    outgoing[to].append(edges.count)
    edges.append(Edge(from: to, to: from, capacity: backward))
  }

  /// The largest flow; at `enough` it stops looking for more.
  mutating func value(from source: Int, to sink: Int, enough: Double) -> Double {
    guard source != sink else { return .infinity }
    var total = 0.0
    while total < enough, let path = path(from: source, to: sink) {
      let room = path.map { edges[$0].capacity }.min() ?? 0
      guard room.isFinite else { return .infinity }
      for edge in path {
        edges[edge].capacity -= room
        edges[edge ^ 1].capacity += room
      }
      total += room
    }
    return total
  }

  /// The edges of a shortest path with room, from the sink back.
  private func path(from source: Int, to sink: Int) -> [Int]? {
    var arrival = Array(repeating: -1, count: nodeCount)
    var queue = [source]
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for edge in outgoing[node] where edges[edge].capacity > 0 {
        let to = edges[edge].to
        guard to != source, arrival[to] < 0 else { continue }
        arrival[to] = edge
        queue.append(to)
        if to == sink {
          var path: [Int] = []
          var node = sink
          while node != source {
            path.append(arrival[node])
            node = edges[arrival[node]].from
          }
          return path
        }
      }
    }
    return nil
  }
}
