// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation
public import NitrogenCore
public import OutlineService

/// Fetches the official outlines page by page and stores them, whole or not at all.
public struct OutlineFetch: Sendable {
  /// What to fetch, and where to store it.
  public struct Request: Sendable {
    /// The layer, its properties and how it is paged.
    public var source: OutlineSource
    /// The service that is asked, which may be another than the source's.
    public var address: ServiceAddress
    /// The GeoPackage to write.
    public var output: String
    /// How many features a page has.
    public var pageSize: Int
    /// Whether the pages stay when the outlines are stored.
    public var keepsPages: Bool

    /// Makes a request.
    public init(
      source: OutlineSource, address: ServiceAddress, output: String, pageSize: Int? = nil,
      keepsPages: Bool = false
    ) {
      self.source = source
      self.address = address
      self.output = output
      self.pageSize = pageSize ?? source.pageSize
      self.keepsPages = keepsPages
    }
  }

  /// What was stored.
  public struct Stored: Sendable {
    /// Where it comes from.
    public let record: OutlineRecord
    /// What a person should know of it.
    public let warnings: [Diagnostic]
  }

  /// The most features that are taken: far above what any layer of sites has, to bound memory.
  static let mostFeatures = 100_000

  let request: Request
  let catalogue: AreaCatalogue
  let service: FeatureService
  let now: @Sendable () -> Date

  /// Makes a fetch.
  ///
  /// - Parameters:
  ///   - request: what to fetch, and where to store it.
  ///   - catalogue: the sites that are known.
  ///   - client: how answers are got.
  ///   - now: our clock, for what the service does not date.
  public init(
    _ request: Request, catalogue: AreaCatalogue, client: HTTPClient,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.request = request
    self.catalogue = catalogue
    // Whole seconds, as records have them.
    self.now = { Date(timeIntervalSince1970: now().timeIntervalSince1970.rounded(.down)) }
    service = FeatureService(
      address: request.address, source: request.source, client: client)
  }

  /// Where pages are kept until all are there.
  public var pagesFolder: String { request.output + ".pages" }

  /// Fetches what is not there yet and stores all.
  ///
  /// - Parameter report: told of every step, on one line each.
  /// - Returns: what was stored.
  /// - Throws: ``RunError/cannotFetch(_:reason:kept:)`` or ``RunError/cannotWrite(path:reason:)``;
  ///   what stood at the output is whole.
  public func run(_ report: (String) -> Void) async throws(RunError) -> Stored {
    guard !FileSystemProbe.isFolder(request.output) else {
      throw RunError.cannotWrite(path: request.output, reason: "it is a folder")
    }
    let count = try await self.count()
    let size = request.pageSize
    let pageCount = (count.matched + size - 1) / size
    report(
      "\(FetchedFeatures.words(count.matched)) in \(pageCount) page"
        + "\(pageCount == 1 ? "" : "s") from \(request.address)")
    var (folder, note) = try PageFolder.open(
      pagesFolder, question: service.page(from: 0, size: size).absoluteString,
      matched: count.matched, timeStamp: count.timeStamp, answered: count.date, now: now())
    if let note { report(note) }

    var collected = FetchedFeatures(
      columns: request.source.columns, matched: count.matched, pageSize: size)
    var pages: [OutlineRecord.Page] = []
    for number in 1...pageCount {
      let url = service.page(from: (number - 1) * size, size: size)
      let what = "page \(number) of \(pageCount)"
      do {
        let (kept, features) = try await page(number, url, &folder, collected) {
          report("\(what): \($0)")
        }
        pages.append(
          OutlineRecord.Page(
            url: url.absoluteString, retrieved: kept.retrieved, sha256: kept.sha256,
            features: features.count))
        try collected.add(features, page: number)
      } catch let error as ServiceError {
        throw RunError.cannotFetch(what, reason: "\(error)", kept: kept(folder))
      } catch let error as FetchedFeatures.Fault {
        // Pages that do not go together are of no use to the next run either.
        if error.isOfMorePages { folder.remove() }
        throw RunError.cannotFetch(
          what, reason: error.words, kept: error.isOfMorePages ? nil : kept(folder))
      } catch let error as RunError {
        throw error
      } catch {
        throw RunError.cannotFetch(what, reason: "\(error)", kept: kept(folder))
      }
    }
    let stored = try store(collected, pages: pages, folder: folder)
    if !request.keepsPages { folder.remove() }
    return stored
  }

  private func kept(_ folder: PageFolder) -> String? { folder.count == 0 ? nil : folder.path }

  private func count() async throws(RunError) -> FeatureService.Count {
    let what = "the number of features"
    let count: FeatureService.Count
    do {
      count = try await service.count()
    } catch {
      let isKept = FileSystemProbe.isFolder(pagesFolder)
      throw RunError.cannotFetch(what, reason: "\(error)", kept: isKept ? pagesFolder : nil)
    }
    guard (1...Self.mostFeatures).contains(count.matched) else {
      throw RunError.cannotFetch(
        what,
        reason: "layer '\(request.source.layer)' has \(count.matched) features; expected 1 to "
          + "\(Self.mostFeatures)", kept: nil)
    }
    return count
  }

  /// A page of an earlier run, or else of the service; kept only when it is what was asked.
  private func page(
    _ number: Int, _ url: URL, _ folder: inout PageFolder, _ collected: FetchedFeatures,
    report: (String) -> Void
  ) async throws -> (PageFolder.Page, [ServiceFeature]) {
    if let (page, data) = folder.bytes(of: number), let features = try? FeaturePage(data),
      (try? collected.check(features, page: number)) != nil
    {
      report("kept from an earlier run")
      return (page, features.features)
    }
    if folder.lists(number) { report("what was kept is not what was fetched; fetched again") }
    let (answer, features) = try await service.get(url)
    try collected.check(features, page: number)
    let page = try folder.keep(answer.body, as: number, retrieved: answer.date ?? now())
    report("fetched, \(FetchedFeatures.words(features.features.count))")
    return (page, features.features)
  }
}
