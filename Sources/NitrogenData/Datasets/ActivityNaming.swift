// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// How the rows of a table name what an emission belongs to.
enum ActivityNaming {
  /// By our sectors, under a boundary.
  case sectors(BoundaryID)
  /// By the names of a classification, to be read under a boundary where the dataset fixes one.
  case codes(classification: String, boundary: BoundaryID?)

  /// Works out the naming from the properties of a resource; `nil` when they do not fit.
  init?(_ resource: TableResource, reference: ReferenceData, log: inout DiagnosticLog) {
    var boundary: BoundaryTable?
    if let named = resource.boundary {
      guard let table = reference.boundaries[BoundaryID(rawValue: named.text)] else {
        let ids = reference.boundaries.keys.map(\.rawValue).sorted()
        log.error(
          named.place,
          "unknown boundary '\(named.text)'\(NearestName.hint(named.text, in: ids)); expected "
            + ids.asChoice)
        return nil
      }
      boundary = table
    }
    guard let named = resource.classification else {
      guard let boundary else {
        log.error(
          resource.place,
          "the resource has no 'stikstof:boundary'; name the boundary its sectors "
            + "have been delimited by",
          notes: resource.role == .zoneEmissions
            ? [] : ["a table of the Emissieregistratie has 'stikstof:classification: er' instead"])
        return nil
      }
      self = .sectors(boundary.id)
      return
    }
    if resource.role == .zoneEmissions {
      log.error(
        named.place,
        "a table of role 'zone-emissions' names our sectors and has no 'stikstof:classification'; "
          + "take it out")
      return nil
    }
    let known = Set(reference.boundaries.values.flatMap(\.map.keys)).sorted()
    guard known.contains(named.text) else {
      log.error(
        named.place,
        "unknown classification '\(named.text)'\(NearestName.hint(named.text, in: known)); expected "
          + known.asChoice)
      return nil
    }
    if let boundary, boundary.map[named.text] == nil {
      log.error(
        resource.boundary?.place ?? named.place,
        "boundary '\(boundary.id)' says nothing about classification '\(named.text)'; name one that "
          + "does",
        notes: [
          "these do: "
            + reference.boundaries.values.filter { $0.map[named.text] != nil }
            .map(\.id.rawValue).sorted().joined(separator: ", ")
        ])
      return nil
    }
    self = .codes(classification: named.text, boundary: boundary?.id)
  }
}
