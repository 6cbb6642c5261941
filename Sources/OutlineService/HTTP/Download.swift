// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FoundationNetworking
import Synchronization

/// One answer on its way: counts bytes and redirects, and ends in an answer or an error.
final class Download: NSObject, URLSessionDataDelegate {
  static let mostRedirects = 5

  private struct State {
    var status: Int?
    var headers: [String: String] = [:]
    var body = Data()
    var redirects = 0
    /// Why we ended it ourselves; what the system says of that is of no use.
    var failure: ServiceError?
  }

  private let state = Mutex(State())
  private let host: String
  private let client: HTTPClient
  private let done: CheckedContinuation<Result<HTTPAnswer, ServiceError>, Never>

  /// Asks for an address and waits for the whole answer.
  static func run(
    _ url: URL, client: HTTPClient
  ) async -> Result<HTTPAnswer, ServiceError> {
    let settings = URLSessionConfiguration.ephemeral
    settings.timeoutIntervalForRequest = Double(client.timeout)
    settings.httpAdditionalHeaders = ["User-Agent": client.name]
    settings.httpCookieAcceptPolicy = .never
    return await withCheckedContinuation { done in
      let download = Download(url, client: client, done: done)
      let session = URLSession(configuration: settings, delegate: download, delegateQueue: nil)
      let task = session.dataTask(with: url)
      // The session's own limit is on silence only, and a trickle is not silent.
      DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(client.wholeTimeout)) {
        [weak download, weak task] in
        guard let task else { return }
        download?.end(
          task, with: .tooSlow(host: download?.host ?? "", seconds: client.wholeTimeout))
      }
      task.resume()
      session.finishTasksAndInvalidate()
    }
  }

  private init(
    _ url: URL, client: HTTPClient,
    done: CheckedContinuation<Result<HTTPAnswer, ServiceError>, Never>
  ) {
    host = url.host() ?? ""
    self.client = client
    self.done = done
  }

  private func end(_ task: URLSessionTask, with failure: ServiceError) {
    state.withLock { if $0.failure == nil { $0.failure = failure } }
    task.cancel()
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    let count = state.withLock { state in
      state.redirects += 1
      return state.redirects
    }
    guard let from = response.url, let to = request.url, ServiceAddress.mayLead(from: from, to: to)
    else {
      completionHandler(nil)
      return end(
        task, with: .redirectRefused(to: ServiceWords.line(request.url?.absoluteString ?? "") ?? "")
      )
    }
    guard count <= Self.mostRedirects else {
      completionHandler(nil)
      return end(task, with: .tooManyRedirects(Self.mostRedirects))
    }
    completionHandler(request)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    let http = response as? HTTPURLResponse
    state.withLock { state in
      state.status = http?.statusCode
      for (name, value) in http?.allHeaderFields ?? [:] {
        guard let name = name as? String, let value = value as? String else { continue }
        state.headers[name.lowercased()] = value
      }
    }
    if response.expectedContentLength > Int64(client.largestAnswer) {
      end(dataTask, with: .tooLarge(limit: client.largestAnswer))
    }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let size = state.withLock { state in
      if state.failure == nil { state.body.append(data) }
      return state.body.count
    }
    if size > client.largestAnswer { end(dataTask, with: .tooLarge(limit: client.largestAnswer)) }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let ended = state.withLock { $0 }
    if let failure = ended.failure { return done.resume(returning: .failure(failure)) }
    if let error {
      return done.resume(
        returning: .failure(Self.failure(error as NSError, ended, host, client.timeout)))
    }
    guard let status = ended.status else {
      return done.resume(
        returning: .failure(.brokenOff(host: host, words: "there was no answer at all")))
    }
    done.resume(
      returning: .success(HTTPAnswer(status: status, headers: ended.headers, body: ended.body)))
  }

  private static func failure(
    _ error: NSError, _ state: State, _ host: String, _ timeout: Int
  ) -> ServiceError {
    let words = ServiceWords.line(error.localizedDescription) ?? "no reason was given"
    switch error.code {
    case NSURLErrorTimedOut: return .silent(host: host, seconds: timeout)
    case NSURLErrorCannotFindHost, NSURLErrorDNSLookupFailed: return .noSuchHost(host)
    case NSURLErrorCannotConnectToHost, NSURLErrorNotConnectedToInternet:
      return .cannotConnect(host: host)
    case NSURLErrorNetworkConnectionLost, NSURLErrorBadServerResponse:
      return .brokenOff(host: host, words: words)
    default:
      // What breaks off after the head has no code of its own here.
      return state.status == nil
        ? .connectionFailed(host: host, words: words) : .brokenOff(host: host, words: words)
    }
  }
}
