// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// Gets answers over HTTP: bounded in size and time, and asked for again where that may help.
public struct HTTPClient: Sendable {
  /// What the program calls itself to the service.
  public let name: String
  /// After how many seconds of silence an attempt is given up.
  public let timeout: Int
  /// After how many seconds an answer must be whole.
  public let wholeTimeout: Int
  /// The largest answer that is read, in bytes after unpacking.
  public let largestAnswer: Int
  /// How often an answer is asked for in all.
  public let attempts: Int
  private let wait: @Sendable (_ seconds: Double) async -> Void

  /// Makes a client.
  ///
  /// - Parameters:
  ///   - name: what the program calls itself to the service.
  ///   - timeout: after how many seconds of silence an attempt is given up; at least 1.
  ///   - wholeTimeout: after how many seconds an answer must be whole; ten times as long by default.
  ///   - largestAnswer: the largest answer that is read, in bytes after unpacking.
  ///   - attempts: how often an answer is asked for in all; at least 1.
  ///   - wait: how time passes between attempts.
  public init(
    name: String, timeout: Int = 60, wholeTimeout: Int? = nil, largestAnswer: Int = 64_000_000,
    attempts: Int = 4,
    wait: @escaping @Sendable (_ seconds: Double) async -> Void = {
      try? await Task.sleep(for: .seconds($0))
    }
  ) {
    precondition(timeout >= 1 && attempts >= 1, "a client waits and asks at least once")
    self.name = name
    self.timeout = timeout
    self.wholeTimeout = wholeTimeout ?? timeout * 10
    self.largestAnswer = largestAnswer
    self.attempts = attempts
    self.wait = wait
  }

  /// Asks for an address until it is answered with success, waiting ever longer in between.
  ///
  /// - Parameter url: the address.
  /// - Returns: the answer, whole, with a status of success.
  /// - Throws: why there is none.
  public func get(_ url: URL) async throws(ServiceError) -> HTTPAnswer {
    var attempt = 1
    while true {
      let answer = await Download.run(url, client: self)
      let failure: ServiceError
      switch answer {
      case .success(let answer) where (200..<300).contains(answer.status): return answer
      case .success(let answer):
        failure = ServiceWords.failure(answer)
      case .failure(let error): failure = error
      }
      guard failure.mayPass else { throw failure }
      guard attempt < attempts else {
        throw attempt == 1 ? failure : .afterAttempts(attempt, failure)
      }
      let asked = (try? answer.get())?.retryAfter
      await wait(Self.pause(after: attempt, asked: asked))
      attempt += 1
    }
  }

  /// Half a second, doubled each time, unless the service asks for more; never above 30 seconds.
  static func pause(after attempt: Int, asked: Double?) -> Double {
    let doubled = 0.5 * Double(1 << min(attempt - 1, 6))
    guard let asked, asked.isFinite else { return min(doubled, 30) }
    return min(max(doubled, asked), 30)
  }
}
