// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// When a measure is in force, beside what the figures of the latest known year already hold.
struct MeasureForce {
  private let measure: Measure
  private let latest: Int
  private let inFigures: Double

  init(_ measure: Measure, latest: Int) {
    self.measure = measure
    self.latest = latest
    self.inFigures = Self.share(of: measure, in: latest)
  }

  /// The share of the days of a year on which a measure is in force.
  static func share(of measure: Measure, in year: Int) -> Double {
    let start = CalendarDay(firstOfMonth: 1, of: year).dayNumber
    let end = CalendarDay(firstOfMonth: 1, of: year + 1).dayNumber
    let from = max(measure.from.dayNumber, start)
    let after = min(measure.to.map { $0.dayNumber + 1 } ?? end, end)
    return Double(max(0, after - from)) / Double(end - start)
  }

  /// What a year adds to the latest known one: the w of
  /// 1 - w x = (1 - s(t) x) / (1 - s(L) x), with s the share of the year and x the effect on paper;
  /// never below 0.
  func weight(in year: Int) -> Double {
    guard year > latest else { return 0 }
    let more = Self.share(of: measure, in: year) - inFigures
    guard more > 0 else { return 0 }
    return more / (1 - inFigures * measure.effect.value)
  }

  /// Whether it ends, by some year, while the figures hold it.
  func comesBack(by year: Int) -> Bool {
    guard inFigures > 0, let to = measure.to else { return false }
    return to.year > latest && Self.share(of: measure, in: year) < inFigures
  }

  /// Why no year ahead gains from it.
  var reasonForNothing: MeasureNote.Reason {
    if let to = measure.to, to.year <= latest { return .ended(to) }
    return inFigures > 0 ? .inFigures(year: latest) : .later(measure.from)
  }
}
