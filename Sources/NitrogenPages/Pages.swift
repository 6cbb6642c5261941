// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
public import NitrogenFigures
public import NitrogenWords

/// A report as pages: one an area, and one that holds them together.
///
/// A page is one file without anything to be fetched. Pages may be made at the same time by several
/// tasks.
public struct Pages: Sendable {
  private let shared: PageShared

  /// Prepares the pages of a report in a language.
  public init(_ content: ReportContent, language: Language) {
    shared = PageShared(content, language: language)
  }

  /// The name of the file of the overview.
  public static let overviewName = "index.html"

  /// The name of the file of an area's page.
  public static func fileName(of area: AreaCode) -> String { "area-\(area.rawValue).html" }

  /// The page of an area.
  public func area(_ code: AreaCode) -> String { AreaPage(code, shared).html }

  /// The page of nation, provinces and all areas.
  public func overview() -> String { OverviewPage(shared).html }

  /// The figures that a page shows, in its order.
  ///
  /// - Parameter area: the area of the page; `nil` for the overview.
  /// - Returns: the figures, each with a name of its own.
  public func figures(of area: AreaCode?) -> [Figure] {
    if let area { AreaPage(area, shared).figures } else { OverviewPage(shared).figures }
  }
}
