// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// What became of sources on their way to files of OPS.
public struct OPSAccount: Sendable {
  /// One file of sources.
  public struct File: Sendable {
    /// Its name in the folder.
    public let name: String
    /// The substance.
    public let pollutant: Pollutant
    /// How many sources it has.
    public let sources: Int
    /// What went into it, sources without a known emission among them.
    public let kept: SourceTally
    /// Whether some of its figures are provisional.
    public let isProvisional: Bool
    /// The lines that were cut, and how many points they became.
    public let lines: (kept: SourceTally, points: Int)
    /// The surfaces that became squares.
    public let surfaces: SourceTally
    /// The oblong cells that became squares.
    public let cells: SourceTally

    /// Makes a file.
    public init(
      name: String, pollutant: Pollutant, sources: Int, kept: SourceTally, isProvisional: Bool,
      lines: (kept: SourceTally, points: Int), surfaces: SourceTally, cells: SourceTally
    ) {
      self.name = name
      self.pollutant = pollutant
      self.sources = sources
      self.kept = kept
      self.isProvisional = isProvisional
      self.lines = lines
      self.surfaces = surfaces
      self.cells = cells
    }
  }

  /// The file of receptors.
  public struct Receptors: Sendable {
    /// Its name in the folder.
    public let name: String
    /// How many there are.
    public let count: Int
    /// Areas of which no place is known.
    public let withoutPlace: [AreaCode]
    /// How many names OPS cannot tell apart, as it keeps only their beginning.
    public let alike: Int

    /// Makes a file.
    public init(name: String, count: Int, withoutPlace: [AreaCode], alike: Int) {
      self.name = name
      self.count = count
      self.withoutPlace = withoutPlace
      self.alike = alike
    }
  }

  /// The files of sources.
  public let files: [File]
  /// The file of receptors, if there is one.
  public let receptors: Receptors?
  /// What is in none of them, and why.
  public let dropped: [SourceDrop: [Pollutant?: SourceTally]]
  /// Inputs that may say heights and the like of their own.
  public let described: [String]
  /// How long the pieces of lines are at most, in metres.
  public let pieces: Double
  /// Whether numbers are rounded to fixed columns.
  public let isRounded: Bool
  /// Whether rows of farms are among the sources.
  public let isPrivate: Bool

  /// Makes an account.
  public init(
    files: [File], receptors: Receptors?, dropped: [SourceDrop: [Pollutant?: SourceTally]],
    described: [String], pieces: Double, isRounded: Bool, isPrivate: Bool
  ) {
    self.files = files
    self.receptors = receptors
    self.dropped = dropped
    self.described = described
    self.pieces = pieces
    self.isRounded = isRounded
    self.isPrivate = isPrivate
  }
}

extension OPSAccount {
  /// A line for each file: what it holds.
  public var summary: String {
    var lines = files.map { file in
      "\(file.name): \(Shown.count(file.sources, "source", "sources")), "
        + "\(Self.kilograms(file.kept)) of \(file.pollutant.label)"
        + (file.isProvisional ? ", with provisional figures" : "")
    }
    if let receptors {
      lines.append(
        "\(receptors.name): \(Shown.count(receptors.count, "receptor", "receptors"))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What was changed or left out on the way, a line each.
  public var losses: [String] {
    var lines = described.map {
      "\($0): heights, heat contents, stacks and courses over the day of its own are not taken over; "
        + "those of the options hold for all"
    }
    lines += files.flatMap(losses(of:))
    if isRounded {
      lines.append(
        "version 0 keeps four digits of an emission, so 0.05 % of it, and whole metres")
    }
    lines += Self.losses(dropped)
    return lines + receptorLosses
  }

  /// What is in no file, a line each.
  public static func losses(
    _ dropped: [SourceDrop: [Pollutant?: SourceTally]]
  ) -> [String] {
    dropped.flatMap { reason, tallies in
      tallies.map { pollutant, tally in
        "left out, \(reason.description): \(words(tally))"
          + (pollutant.map { " of \($0.label)" } ?? "")
      }
    }.sorted()
  }

  private func losses(of file: File) -> [String] {
    var lines: [String] = []
    func add(_ tally: SourceTally, _ words: String) {
      guard tally.rows > 0 else { return }
      lines.append("\(file.name): \(words), \(Self.kilograms(tally))")
    }
    add(
      file.lines.kept,
      "\(Shown.count(file.lines.kept.rows, "line", "lines")) cut into "
        + "\(Shown.count(file.lines.points, "point", "points")) at most \(Shown.plain(pieces)) m "
        + "apart")
    add(file.surfaces, Self.squares(file.surfaces, "surface", "surfaces"))
    add(file.cells, Self.squares(file.cells, "oblong cell", "oblong cells"))
    if file.kept.unknown > 0 {
      lines.append(
        "\(file.name): \(Shown.count(file.kept.unknown, "source", "sources")) left out, as the "
          + "emission is unknown and OPS has no word for that")
    }
    return lines
  }

  private static func squares(_ tally: SourceTally, _ one: String, _ many: String) -> String {
    "\(Shown.count(tally.rows, one, many)) turned into "
      + (tally.rows == 1 ? "a square" : "squares") + " of the same surface"
  }

  private var receptorLosses: [String] {
    guard let receptors else { return [] }
    var lines: [String] = []
    if !receptors.withoutPlace.isEmpty {
      lines.append(
        "\(receptors.name): no place is known of the areas "
          + receptors.withoutPlace.map(\.description).joined(separator: ", "))
    }
    if receptors.alike > 0 {
      lines.append(
        "\(receptors.name): \(Shown.count(receptors.alike, "name", "names")) that OPS cannot tell "
          + "apart, as it keeps 12 characters; the numbers differ")
    }
    return lines
  }

  /// How many emissions, and how much: `2 emissions, 12.5 kg/yr`.
  public static func words(_ tally: SourceTally) -> String {
    "\(Shown.count(tally.rows, "emission", "emissions")), \(kilograms(tally))"
  }

  private static func kilograms(_ tally: SourceTally) -> String {
    Shown.number(tally.sum.kilograms) + " kg/yr"
  }
}
