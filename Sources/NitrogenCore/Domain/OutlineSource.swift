// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the official outlines of the sites come from: a Web Feature Service and one of its layers.
public struct OutlineSource: Hashable, Sendable {
  /// A column that is stored, and the property of the service that fills it.
  public struct Column: Hashable, Sendable {
    /// The name it is stored by.
    public let name: String
    /// The property of the service.
    public let property: String

    /// Makes a column.
    public init(name: String, property: String) {
      self.name = name
      self.property = property
    }
  }

  /// What is fetched, for people.
  public let title: String
  /// Who publishes it.
  public let publisher: String
  /// Under which licence.
  public let licence: String
  /// Where that is said.
  public let reference: String
  /// The address of the service.
  public let service: String
  /// The version of the protocol that is spoken with it.
  public let version: String
  /// The layer.
  public let layer: String
  /// The format pages are asked for in.
  public let format: String
  /// The properties that pages are sorted by; empty where the service is not asked to sort.
  public let sortBy: [String]
  /// How many features a page has.
  public let pageSize: Int
  /// What is stored; the first column is the national number of the site.
  public let columns: [Column]

  /// Makes a source.
  public init(
    title: String, publisher: String, licence: String, reference: String, service: String,
    version: String, layer: String, format: String, sortBy: [String], pageSize: Int,
    columns: [Column]
  ) {
    self.title = title
    self.publisher = publisher
    self.licence = licence
    self.reference = reference
    self.service = service
    self.version = version
    self.layer = layer
    self.format = format
    self.sortBy = sortBy
    self.pageSize = pageSize
    self.columns = columns
  }
}
