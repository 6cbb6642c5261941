// SPDX-License-Identifier: GPL-3.0-or-later

/// How well the project knows a document.
public enum DocumentSight: String, CaseIterable, Hashable, Sendable {
  /// Read as a whole.
  case full
  /// A part or its tables were read.
  case excerpt
  /// Passed on by others.
  case secondHand = "second-hand"
}

/// A chapter of a document, with its lines where the document numbers them.
public struct PolicyChapter: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The first line; `nil` where the document has no line numbers.
  public let firstLine: Int?
  /// The last line; `nil` where the document has no line numbers.
  public let lastLine: Int?

  /// Makes a chapter.
  public init(name: String, firstLine: Int?, lastLine: Int?) {
    self.name = name
    self.firstLine = firstLine
    self.lastLine = lastLine
  }
}

/// A document that policy records cite, from `sources.yaml`.
public struct PolicyDocument: Hashable, Sendable {
  /// The name by which records cite it.
  public let id: String
  /// The title.
  public let title: String
  /// Who published it.
  public let publisher: String
  /// Its date, `yyyy-mm-dd`; `nil` when not known.
  public let date: String?
  /// How well the project knows it.
  public let seen: DocumentSight
  /// Its chapters, as far as they are cited.
  public let chapters: [PolicyChapter]

  /// Makes a document.
  public init(
    id: String, title: String, publisher: String, date: String?, seen: DocumentSight,
    chapters: [PolicyChapter]
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.seen = seen
    self.chapters = chapters
  }
}
