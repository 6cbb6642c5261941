// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenWords

/// What a page says about the run it comes from.
enum ManifestPhrase: String, PhraseKey {
  case title, intro, program, command, arguments, how, verify, files, kind, file, pack, input
  case reference, failures

  static let catalogue = Catalogue(
    dutch: """
      title = Verantwoording en controle
      intro = Elk cijfer op deze pagina volgt uit de bestanden hieronder. Een bestand is hetzelfde als zijn SHA-256 hetzelfde is.
      program = Programma
      command = Opdracht
      arguments = Invoer
      how = Zelf controleren
      verify = Bij dit rapport hoort een manifest met alle bestanden. Deze opdracht rekent alles opnieuw uit en vergelijkt het byte voor byte:
      files = Gelezen bestanden
      kind = Soort
      file = Bestand
      pack = beleid
      input = invoer
      reference = naslag
      failures = Niet gebruikt
      """,
    english: """
      title = Account and verification
      intro = Every figure on this page follows from the files below. A file is the same if its SHA-256 is the same.
      program = Program
      command = Command
      arguments = Input
      how = Check it yourself
      verify = A manifest with all files goes with this report. This command computes everything anew and compares it byte by byte:
      files = Files read
      kind = Kind
      file = File
      pack = policy
      input = input
      reference = reference
      failures = Not used
      """)
}
