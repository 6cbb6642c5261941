// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment

/// Why a run cannot go on.
public enum RunError: Error, Equatable {
  /// No folder with law and geography was found.
  case noAreasFolder(tried: [String])
  /// A policy pack that is neither known by name nor a file.
  case unknownPolicy(String, known: [String])
  /// A sector boundary that is not known.
  case unknownBoundary(String, known: [String])
  /// An assumption on the command line that cannot be read.
  case badAssumption(String, reason: String)
  /// A file that cannot be written.
  case cannotWrite(path: String, reason: String)
  /// A folder of which some results were put in place and others could not be; `again` says how to go
  /// on.
  case halfWritten(path: String, reason: String, again: String = "run again")
  /// A run that cannot go on; `kept` finished results wait in a hidden folder.
  indirect case brokeOff(RunError, staging: String, kept: Int)
  /// A folder that another run is writing to.
  case folderInUse(String)
  /// A dataset named as a file that every run writes.
  case reservedName(String, folder: String)
  /// A folder for results that holds a dataset.
  case outputIsDataset(String)
  /// Results are to be written into what is read.
  case outputInInput(String, input: String)
  /// A file that cannot be read.
  case cannotRead(path: String, reason: String)
  /// Something of a service that cannot be had or used; `kept` is where finished pages stay.
  case cannotFetch(String, reason: String, kept: String?)
  /// Two datasets of one run with one name.
  case sameName(String, folders: [String])
  /// A computation needs a policy key on which policy is silent.
  case unresolved(key: String, why: String)
  /// An area was asked for that the file of outlines does not have.
  case noOutline(area: Int, file: String)
  /// An area that no site, number or policy name answers to.
  case unknownArea(String, aliases: [String])
  /// An area that the datasets of a report have no figures of.
  case areaWithoutFigures(String)
  /// Datasets without any area where reports of areas were asked for.
  case noAreas
  /// A program of others that did not do its work.
  case programFailed(String, without: String? = nil)
  /// An input that is given twice.
  case givenTwice(String)
  /// A file that would be written over an input, or twice.
  case overwrites(String)
  /// Two releases of one year where there is room for one.
  case twoReleases(String, String, year: Int)
  /// Zones and territories without a single figure, of which no dataset can be made.
  case emptyDataset(String)
  /// Ring bounds that cannot be used.
  case unusableRings(String)
  /// Sources that cannot be assigned to zones.
  case unusableSource(file: String, reason: String)
  /// Two releases that cannot be compared.
  case comparison(ComparisonError)
  /// A monitoring round that cannot be made or used.
  case round(RoundError)
}

extension RunError: CustomStringConvertible {
  /// The text shown to people.
  public var description: String {
    switch self {
    case .noAreasFolder(let tried):
      "no folder with areas found, tried \(quoted(tried)): name one that holds "
        + "'natura2000/areas.csv' with --areas-dir or \(AreasFolder.environmentVariable)"
    case .unknownPolicy(let name, let known):
      "policy '\(name)' is neither a pack nor a file: packs are \(quoted(known)); "
        + "a pack of your own is named by its path"
    case .unknownBoundary(let name, let known):
      "unknown boundary '\(name)': expected one of \(quoted(known))"
    case .badAssumption(let text, let reason):
      "assumption '\(text)' cannot be used: \(reason)"
    case .cannotWrite(let path, let reason):
      "cannot write '\(path)': \(reason); nothing that stood there before was changed"
    case .halfWritten(let path, let reason, let again):
      "cannot write '\(path)': \(reason); results of this run stand beside those of the one before "
        + "it, without a manifest: see to it, and \(again)"
    case .brokeOff(let cause, let staging, let kept):
      "\(cause.description); \(kept) finished result\(kept == 1 ? "" : "s") "
        + "\(kept == 1 ? "is" : "are") kept in '\(staging)': run again with --resume"
    case .folderInUse(let path):
      "another run is writing to '\(path)'; wait until it has ended, or name another folder"
    case .reservedName(let name, let folder):
      "dataset '\(folder)' is named '\(name)', and its result would take the place of another file "
        + "of the run: give it another name in its data package"
    case .outputIsDataset(let path):
      "'\(path)' holds a dataset; name another folder for the results"
    case .outputInInput(let path, let input):
      path == input
        ? "'\(path)' is read, and would be written to: name another folder for the results"
        : "'\(path)' lies in '\(input)', which is read: name a folder outside it for the results"
    case .cannotRead(let path, let reason):
      "cannot read '\(path)': \(reason)"
    case .cannotFetch(let what, let reason, let kept):
      "cannot fetch \(what): \(reason); nothing was stored"
        + (kept.map { ", and the pages kept in '\($0)' serve the next run" } ?? "")
    case .sameName(let name, let folders):
      "datasets \(quoted(folders)) have one name, '\(name)', and their results would overwrite "
        + "each other: give them names of their own in datapackage.yaml"
    case .unresolved(let key, let why): "unresolved(\(key)): \(why)"
    case .noOutline(let area, let file): "'\(file)' has no outline of area \(area)"
    case .unknownArea(let name, let aliases):
      "no area '\(name)': expected a number, a name as in '\(Tool.name) areas list', or one of "
        + quoted(aliases)
    case .areaWithoutFigures(let name):
      "the datasets have no figures of '\(name)': give the dataset that holds the area, or name "
        + "another"
    case .noAreas:
      "none of the datasets has figures of an area: there is nothing to make a report of"
    case .programFailed(let message, let option):
      "\(message); nothing was written" + (option.map { "; \($0) does without" } ?? "")
    case .givenTwice(let path): "'\(path)' is given twice, and its sources would count twice"
    case .overwrites(let path):
      "'\(path)' is to be written, and is an input or another output too: name another file"
    case .twoReleases(let left, let right, let year):
      "there are sources of two releases for \(year), '\(left)' and '\(right)', and levels of two "
        + "releases are never added: give the sources of each apart"
    case .emptyDataset(let path):
      "no source lies in any zone and no figure is of a province or municipality: there is no "
        + "dataset to write to '\(path)'"
    case .unusableRings(let reason): reason
    case .unusableSource(let file, let reason): "'\(file)': \(reason)"
    case .comparison(let error): error.description
    case .round(let error): error.description
    }
  }

  private func quoted(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
}
