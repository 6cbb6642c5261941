// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL

/// What GDAL says while it works, collected instead of printed.
final class GDALMessages {
  /// How many messages are kept; a broken file can make one a feature.
  static let limit = 100

  /// One message.
  struct Message {
    let number: Int32
    let text: String
    let isFailure: Bool
  }

  /// The first messages, at most ``limit``.
  private(set) var all: [Message] = []

  /// The first failure; `nil` when there is none.
  var failure: Message? { all.first { $0.isFailure } }

  /// Runs `body` while everything GDAL says on this thread goes to the messages it is given.
  ///
  /// The corresponding GDAL functions are `CPLPushErrorHandlerEx` and `CPLPopErrorHandler`.
  static func collect<Result, Failure: Error>(
    _ body: (GDALMessages) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    GDALLibrary.ready
    let messages = GDALMessages()
    CPLPushErrorHandlerEx(
      { severity, number, text in
        guard let text, let data = CPLGetErrorHandlerUserData(), severity.rawValue >= 2 else {
          return
        }
        Unmanaged<GDALMessages>.fromOpaque(data).takeUnretainedValue()
          .add(severity, number, text)
      }, Unmanaged.passUnretained(messages).toOpaque())
    defer { CPLPopErrorHandler() }
    return try withExtendedLifetime(messages) { () throws(Failure) -> Result in
      try body(messages)
    }
  }

  private func add(_ severity: CPLErr, _ number: Int32, _ text: UnsafePointer<CChar>) {
    guard all.count < Self.limit else { return }
    all.append(
      Message(number: number, text: String(cString: text), isFailure: severity.rawValue >= 3))
  }

  /// Forgets everything.
  func clear() { all.removeAll(keepingCapacity: true) }

  /// The first failure as an error; without one the first warning, then the words given.
  func error(otherwise text: String) -> GeodataError {
    guard let message = failure ?? all.first else { return .gdal(number: 0, text: text) }
    return .gdal(number: message.number, text: message.text)
  }
}
