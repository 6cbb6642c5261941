// SPDX-License-Identifier: GPL-3.0-or-later
public import NitrogenCore
public import NitrogenFigures
public import NitrogenWords
public struct Pages: Sendable {
  public init(_ content: ReportContent, language: Language) {}
  public static let overviewName = "index.html"
  public static func fileName(of area: AreaCode) -> String { "area-\(area).html" }
  public func area(_ code: AreaCode) -> String { "<p>x</p>" }
  public func overview() -> String { "<p>y</p>" }
  public func figures(of area: AreaCode?) -> [Figure] { [] }
}
