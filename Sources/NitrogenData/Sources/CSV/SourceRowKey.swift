// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What becomes of rows with some sector, pollutant, year and vintage.
enum SourceRowKey: Hashable {
  /// They are kept under a key.
  case kept(SourceKey)
  /// They are counted and left out.
  case dropped(SourceDrop, Pollutant?)
  /// They cannot be: a part of a sector that has none.
  case impossible
}
