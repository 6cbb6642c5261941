// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// Every reference case of a folder, computed through the public library and compared.
public struct ReferenceRun: Sendable {
  /// How each case came out, sorted by its place in the folder.
  public let outcomes: [ReferenceOutcome]

  /// Runs the cases of a folder and the folders in it: each `NAME.json` that lists expected numbers.
  ///
  /// - Throws: ``ReferenceRunError`` if the folder cannot be read or holds no case.
  public init(folder: URL) throws(ReferenceRunError) {
    var names: [String] = []
    // Of a folder that is not there an enumerator is simply empty.
    guard (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) != nil,
      let files = FileManager.default.enumerator(atPath: folder.path)
    else {
      throw ReferenceRunError(description: "the folder '\(folder.path)' cannot be read")
    }
    for case let name as String in files where name.hasSuffix(".json") { names.append(name) }
    guard !names.isEmpty else {
      throw ReferenceRunError(
        description: "the folder '\(folder.path)' holds no case: expected files NAME.json with a "
          + "table NAME.csv beside them")
    }
    outcomes = names.sorted().map { name in
      ReferenceOutcome(
        place: String(name.dropLast(".json".count)), file: folder.appendingPathComponent(name))
    }
  }

  private func count(_ verdict: ReferenceOutcome.Verdict) -> Int {
    outcomes.count { $0.verdict == verdict }
  }

  /// One line a case and the numbers that failed below it; the last line is 'N passed, N failed, N
  /// skipped'.
  public var lines: [String] {
    outcomes.flatMap(\.lines) + [
      "\(count(.pass)) passed, \(count(.fail)) failed, \(count(.notSupported)) skipped"
    ]
  }

  /// 1 if a case failed, else 0.
  public var exitCode: Int32 { count(.fail) > 0 ? 1 : 0 }
}

/// A folder without cases.
public struct ReferenceRunError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was found and what was expected.
  public let description: String
}

/// How one reference case came out.
public struct ReferenceOutcome: Sendable {
  /// Whether a case passed.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// Every number is within its tolerance.
    case pass
    /// A number is not, or is missing, or the case could not be computed.
    case fail
    /// The model is not one that the tool has.
    case notSupported = "not supported"
  }

  /// Where the case stands in the folder, without its ending.
  public let place: String
  /// The verdict.
  public let verdict: Verdict
  /// The number that used up most of its tolerance; `nil` where none was computed.
  public let worstName: String?
  /// |x − expected|/|expected| of that number, or the plain difference where 0 is expected; infinite
  /// where the tool gave no such number.
  public let worstError: Double?
  /// Why the case failed or is not supported, and the numbers that failed.
  public let details: [String]

  init(place: String, file: URL) {
    self.place = place
    do throws(ReferenceCaseError) {
      let reference = try ReferenceCase(file: file)
      let checks = try Self.checks(reference)
      let worst = checks.max { $0.severity < $1.severity }
      let failed = checks.filter { !$0.passes }
      verdict = failed.isEmpty && !checks.isEmpty ? .pass : .fail
      worstName = worst?.name
      worstError = worst?.relativeError
      details = failed.map(\.description)
    } catch {
      verdict = error.isNotSupported ? .notSupported : .fail
      worstName = nil
      worstError = nil
      details = [error.description]
    }
  }

  private static func checks(
    _ reference: ReferenceCase
  ) throws(ReferenceCaseError) -> [ReferenceCheck] {
    if reference.method["start1"] != nil || reference.method["start2"] != nil {
      return try NonlinearCase.run(reference)
    }
    let fit = reference.methodText("fit")
    if fit == "ordinary least squares" { return try LinearCase.run(reference) }
    if fit.hasPrefix("York") { return try YorkCase.run(reference) }
    let columns = reference.table.names
    if ["year", "month", "value"].allSatisfy({ columns.contains($0) }) {
      return try SeriesCase.run(reference)
    }
    throw ReferenceCaseError(
      notSupported: "the model '\(reference.model ?? "")' with the fit '\(fit)'")
  }

  /// The verdict with the worst number, and below it what failed.
  public var lines: [String] {
    var first = "\(verdict.rawValue) \(place)"
    if let worstName, let worstError {
      first += ": worst relative error \(Self.short(worstError)) (\(worstName))"
    }
    return [first] + details.map { "  \($0)" }
  }

  private static func short(_ number: Double) -> String {
    number.isFinite ? String(format: "%.1e", number) : "infinite"
  }
}
