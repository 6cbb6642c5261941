// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import OutlineService

/// The features of all pages, held against what was promised and against each other.
struct FetchedFeatures {
  /// Why features cannot be used.
  struct Fault: Error {
    let words: String
    /// Whether pages that came before are in doubt too.
    let isOfMorePages: Bool
  }

  /// A feature with the number of its area.
  struct Outline {
    let area: AreaCode
    let feature: ServiceFeature
  }

  private let columns: [OutlineSource.Column]
  private let matched: Int
  private let pageSize: Int
  private(set) var outlines: [Outline] = []
  private var pageOfName: [String: Int] = [:]
  /// For features that have no name: what is the same in all is the same.
  private var pageOfNameless: [ServiceFeature: Int] = [:]

  init(columns: [OutlineSource.Column], matched: Int, pageSize: Int) {
    self.columns = columns
    self.matched = matched
    self.pageSize = pageSize
  }

  /// Holds a page by itself against what was asked and promised.
  func check(_ page: FeaturePage, page number: Int) throws(Fault) {
    if let now = page.matched, now != matched {
      throw Fault(
        words: "it speaks of \(now) features, and the service promised \(matched): they change "
          + "while they are fetched; try again later", isOfMorePages: true)
    }
    let count = page.features.count
    let expected = min(pageSize, matched - (number - 1) * pageSize)
    if count < expected {
      let advice =
        number == 1 && count > 0
        ? "; if the service gives no more a page, ask with --page-size \(count)" : ""
      throw Fault(
        words: "it has \(Self.words(count)), expected \(expected)\(advice)", isOfMorePages: false)
    }
    if count > expected {
      throw Fault(words: "it has \(Self.words(count)), expected \(expected)", isOfMorePages: false)
    }
    for (index, feature) in page.features.enumerated() { _ = try area(of: feature, index) }
  }

  /// Adds the features of a page; none of them may have come before.
  mutating func add(_ features: [ServiceFeature], page: Int) throws(Fault) {
    for (index, feature) in features.enumerated() {
      let earlier =
        if let id = feature.id {
          pageOfName.updateValue(page, forKey: id)
        } else {
          pageOfNameless.updateValue(page, forKey: feature)
        }
      if let earlier {
        let name = feature.id.map { "feature '\($0)'" } ?? "its feature \(index + 1)"
        throw Fault(
          words: "\(name) stands on page \(earlier) already: features change or change order while "
            + "they are fetched; try again later", isOfMorePages: true)
      }
      outlines.append(Outline(area: try area(of: feature, index), feature: feature))
    }
  }

  /// `1 feature`, `2 features`.
  static func words(_ count: Int) -> String { "\(count) feature\(count == 1 ? "" : "s")" }

  private func area(of feature: ServiceFeature, _ index: Int) throws(Fault) -> AreaCode {
    let property = columns[0].property
    guard let value = feature.properties[property] else {
      throw Fault(
        words: "feature \(index + 1) has no property '\(property)', the number of its area",
        isOfMorePages: false)
    }
    guard let number = value.wholeNumber else {
      throw Fault(
        words: "feature \(index + 1) has '\(value.shown ?? "")' as the number of its area; "
          + "expected a whole number above 0", isOfMorePages: false)
    }
    return AreaCode(rawValue: number)
  }
}
