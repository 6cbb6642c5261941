// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenReports

/// A picture of results, with words and data that say the same to who cannot see it.
public struct Figure: Sendable {
  /// The stem of its file and its anchor on a page: `corridor-agriculture-nh3`.
  public let name: String
  /// The title, as it stands above the picture.
  public let title: String
  /// What the picture shows, in a sentence or two, for who cannot see it.
  public let alternative: String
  /// The picture: a whole SVG document in light colours, without script, font or link. Its parts carry
  /// classes by which a page gives them other colours in the dark.
  public let svg: String
  /// The figures that are drawn.
  public let table: DataTable

  /// Makes a figure.
  public init(name: String, title: String, alternative: String, svg: String, table: DataTable) {
    self.name = name
    self.title = title
    self.alternative = alternative
    self.svg = svg
    self.table = table
  }
}
