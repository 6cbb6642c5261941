// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// The only way into GSL: every call that can fail goes through here.
enum GSLCall {
  /// Read before the first call. GSL's own error handler ends the process, so it is switched off,
  /// once: initialising a global is serialised by the runtime.
  private static let errorHandlerIsOff: Bool = {
    _ = gsl_set_error_handler_off()
    return true
  }()

  /// Runs `body` with the error handler off and turns a status other than success into an error.
  ///
  /// The corresponding GSL function is `gsl_set_error_handler_off`.
  static func check(_ body: () -> Int32) throws(GSLError) {
    _ = errorHandlerIsOff
    let status = body()
    guard status == Int32(GSL_SUCCESS) else { throw GSLError(rawValue: status) }
  }
}
