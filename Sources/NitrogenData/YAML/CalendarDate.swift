// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Dates as text, `yyyy-mm-dd`, which sort as they stand.
enum CalendarDate {
  /// Whether a text is a day of the Gregorian calendar.
  static func isValid(_ text: String) -> Bool { CalendarDay(text: text) != nil }
}
