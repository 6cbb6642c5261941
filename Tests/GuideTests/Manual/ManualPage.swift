// SPDX-License-Identifier: GPL-3.0-or-later

/// The manual page of one command, in mdoc.
struct ManualPage {
  /// The words that call it, the program first.
  let words: [String]
  let command: CommandTree
  /// Commands of the user guide that call it.
  let examples: [String]
  /// Pages to look at besides.
  let related: [[String]]
  let version: String

  /// Such as `stikstof-assess`, which `man stikstof assess` finds too.
  var name: String { words.joined(separator: "-") }

  private var isProgram: Bool { words.count == 1 }
  private var arguments: [CommandTree.Argument] {
    (command.arguments ?? []).filter(\.shouldDisplay)
  }
  private var options: [CommandTree.Argument] { arguments.filter { $0.kind != "positional" } }

  /// The page, as it stands in its file.
  var text: String {
    let lines = head + synopsis + description + environment + exitStatus + exampleLines + seeAlso
    return lines.joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    [
      ".\\\" SPDX-License-Identifier: GPL-3.0-or-later",
      ".\\\" Made of the help of the program by `make manual`: change that, not this.",
      ".Dd October 1, 2026", ".Dt \(name.uppercased()) 1", ".Os \(ManualText.argument(version))",
      ".Sh NAME", ".Nm \(name)",
      ".Nd \(ManualText.argument(Self.phrase(command.abstract ?? "")))",
    ]
  }

  private var synopsis: [String] {
    var lines = [".Sh SYNOPSIS", ".Nm \(ManualText.argument(words.joined(separator: " ")))"]
    let ordered = options.filter { !$0.isOptional } + options.filter(\.isOptional)
    for option in ordered {
      let call = Self.call(option, all: false)
      lines.append(option.isOptional ? ".Op \(call)" : ".\(call)")
    }
    for argument in arguments where argument.kind == "positional" {
      let name = "Ar \(Self.value(argument))"
      lines.append(argument.isOptional ? ".Op \(name)" : ".\(name)")
    }
    if !command.commands.isEmpty { lines.append(".Ar command") }
    return lines
  }

  private var description: [String] {
    var lines =
      [".Sh DESCRIPTION"] + ManualText.paragraphs(command.discussion ?? command.abstract ?? "")
    let positional = arguments.filter { $0.kind == "positional" }
    if !positional.isEmpty {
      lines += list(positional.map { ("Ar \(Self.value($0))", Self.help($0)) })
    }
    if !command.commands.isEmpty {
      lines += [".Ss Commands"]
      lines += list(
        command.commands.map { sub in
          let note = sub.commandName == command.defaultSubcommand ? " This is the default." : ""
          return ("Cm \(ManualText.argument(sub.commandName))", (sub.abstract ?? "") + note)
        })
    }
    var titles: [String?] = []
    for option in options where !titles.contains(option.sectionTitle) {
      titles.append(option.sectionTitle)
    }
    for title in titles.filter({ $0 != nil }) + titles.filter({ $0 == nil }) {
      lines.append(".Ss \(title ?? "Options")")
      lines += list(
        options.filter { $0.sectionTitle == title }.map {
          (Self.call($0, all: true), Self.help($0))
        })
    }
    return lines
  }

  private var environment: [String] {
    guard isProgram else { return [] }
    return [".Sh ENVIRONMENT"]
      + list([
        (
          "Ev STIKSTOF_AREAS",
          "The folder with law and geography, where --areas-dir does not name one. Without it the "
            + "installed folder counts, then the folder Areas in the current one."
        ),
        (
          "Ev XDG_DATA_HOME",
          "Where areas fetch keeps the outlines, in stikstof/outlines; else ~/.local/share."
        ),
      ])
  }

  private var exitStatus: [String] {
    let flags = isProgram || options.contains { ($0.names ?? []).contains { $0.name == "fail-on" } }
    var codes = [("0", flags ? "Nothing is flagged." : "It is done.")]
    if flags { codes.append(("1", "At least one territory is flagged; results are written.")) }
    codes.append(
      (
        "2",
        "Input or policy cannot be used, or at least one dataset of a batch failed; the others are "
          + "written."
      ))
    codes.append(("64", "Wrong usage."))
    return [".Sh EXIT STATUS"] + list(codes.map { ("Er \($0.0)", $0.1) })
  }

  private var exampleLines: [String] {
    guard !examples.isEmpty else { return [] }
    return [".Sh EXAMPLES", "In the folder of the project:", ".Bd -literal -offset indent"]
      + examples.flatMap { "$ \($0)".split(separator: "\n").map { ManualText.escaped(String($0)) } }
      + [".Ed"]
  }

  private var seeAlso: [String] {
    let names = related.map { $0.joined(separator: "-") }.sorted()
    return [".Sh SEE ALSO"]
      + names.enumerated().map { index, name in
        ".Xr \(name) 1" + (index + 1 < names.count ? " ," : "")
      }
  }

  // MARK: - Parts

  private func list(_ items: [(tag: String, text: String)]) -> [String] {
    [".Bl -tag -width indent"]
      + items.flatMap { [".It \($0.tag)"] + ManualText.paragraphs($0.text) } + [".El"]
  }

  private static func call(_ option: CommandTree.Argument, all: Bool) -> String {
    let names = (option.names ?? []).sorted { $0.kind > $1.kind }
    let flags = (all ? names : Array(names.suffix(1))).map { name in
      "Fl " + (name.kind == "long" ? "-" : "") + name.name
    }
    let value = option.kind == "option" ? " Ar \(value(option))" : ""
    return flags.joined(separator: " , ") + value
  }

  private static func value(_ argument: CommandTree.Argument) -> String {
    ManualText.argument(argument.valueName ?? "value") + (argument.isRepeating ? " ..." : "")
  }

  /// What help says, with the values and the default as sentences.
  private static func help(_ argument: CommandTree.Argument) -> String {
    var text = argument.abstract ?? ""
    if let values = argument.allValues, values.contains(where: { !text.contains($0) }) {
      text += " One of \(values.dropLast().joined(separator: ", ")) or \(values.last ?? "")."
    }
    if let value = argument.defaultValue { text += " By default \(value)." }
    if let discussion = argument.discussion { text += "\n\n" + discussion }
    return text
  }

  /// Without the mark at its end, as it stands in lists of pages.
  private static func phrase(_ text: String) -> String {
    text.last.map(".?".contains) == true ? String(text.dropLast()) : text
  }
}
