// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import NitrogenCore
import Synchronization

extension SourceTableMerge {
  /// Reports names at two places and rows that stand twice.
  func reportTwins(_ found: [SourceIdentities], threads: Int, _ log: inout DiagnosticLog) {
    let end = end
    let whole = Mutex(SourceTwinSearch())
    DispatchQueue.concurrentPerform(iterations: max(1, threads)) { thread in
      var search = SourceTwinSearch()
      for part in stride(from: thread, to: SourceIdentities.partCount, by: max(1, threads)) {
        search.search(part: part, of: found, before: end)
      }
      whole.withLock { $0.merge(search) }
    }
    let search = whole.withLock { whole in
      whole.sort()
      return whole
    }
    for twins in search.twins { report(twins, &log) }
    log.countFurtherErrors(search.count - search.twins.count, of: file)
  }

  /// Compares two rows in full, and reports them if they are one source.
  private func report(_ twins: SourceTwins, _ log: inout DiagnosticLog) {
    guard let first = row(at: twins.first), let second = row(at: twins.second),
      first.text(.id) == second.text(.id)
    else { return }
    let id = second.text(.id) ?? ""
    let shown = id.count > 60 ? "\(id.prefix(60))…" : id
    if twins.isElsewhere {
      guard !first.isAt(second) else { return }
      let column = second.columns[.geometry] ?? second.columns[.x] ?? 0
      log.error(
        second.table.place(of: column),
        "source '\(shown)' stands at two places; give each place a name of its own, or correct one",
        notes: ["the first is on line \(first.table.line)\(first.words)"])
      return
    }
    let roles: [SourceColumns.Role] = [.sector, .second, .pollutant, .year, .vintage]
    guard roles.allSatisfy({ first.text($0) == second.text($0) }) else { return }
    let key = roles.compactMap { second.text($0) }.joined(separator: ", ")
    log.standsTwice(
      second.table.place(of: second.columns[.id] ?? 0),
      "source '\(shown)'" + (key.isEmpty ? "" : " with \(key)"), firstLine: first.table.line)
  }

  /// A row of the file, read once more.
  private func row(at offset: Int) -> SourceRowAgain? {
    var limit = 1 << 12
    while true {
      let bytes = source.bytes(at: offset, limit: limit)
      let length = bytes.withUnsafeBufferPointer { buffer -> Int? in
        guard let start = buffer.baseAddress else { return nil }
        let scan = SourceRowScan(delimiter: setup.format.delimiter)
        return scan.rowEnd(start, start + buffer.count).map { $0 - start }
      }
      if length == nil && bytes.count == limit && limit <= SourceCutter.longestRow {
        limit *= 4
        continue
      }
      let raw = Array(bytes.prefix(length ?? bytes.count))
      guard let text = setup.decode(raw)?.text else { return nil }
      var unheard = DiagnosticLog()
      var table = Table(row: text, line: line(of: offset), of: setup.header)
      guard table.next(&unheard) else { return nil }
      return SourceRowAgain(table: table, columns: setup.columns)
    }
  }

  private func line(of offset: Int) -> Int {
    var low = 0
    var high = marks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if marks[middle].offset <= offset { low = middle } else { high = middle }
    }
    let before = source.bytes(at: marks[low].offset, limit: offset - marks[low].offset)
    return marks[low].line + before.count { $0 == SourceRowScan.lineFeed }
  }
}

/// A row that is looked at once more.
private struct SourceRowAgain {
  let table: Table
  let columns: SourceColumns

  func text(_ role: SourceColumns.Role) -> String? { table.text(columns[role]) }

  func isAt(_ other: SourceRowAgain) -> Bool {
    if columns[.geometry] != nil { return shapes == other.shapes }
    return number(.x) == other.number(.x) && number(.y) == other.number(.y)
  }

  /// Where it is, for a note.
  var words: String {
    guard columns[.geometry] == nil, let x = text(.x), let y = text(.y) else { return "" }
    return ", at x \(x), y \(y)"
  }

  private var shapes: [SourceShape]? {
    guard let column = columns[.geometry] else { return nil }
    return Array(table.bytes(column)).withUnsafeBufferPointer { try? WellKnownText.shapes($0) }
  }

  private func number(_ role: SourceColumns.Role) -> Double? {
    guard let column = columns[role] else { return nil }
    return try? DecimalNumber.parse(table.bytes(column), decimal: table.format.decimalMark)
  }
}
