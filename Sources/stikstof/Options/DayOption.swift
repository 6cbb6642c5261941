// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import NitrogenCore

// A day on the command line, `yyyy-mm-dd`.
extension CalendarDay: ExpressibleByArgument {
  /// Reads a day; `nil` when the text is none.
  public init?(argument: String) {
    self.init(text: argument)
  }
}
