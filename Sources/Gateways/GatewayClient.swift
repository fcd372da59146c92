import AsyncHTTPClient
package import Centre
import Foundation
import NIOCore
import NIOFoundationCompat
import NIOHTTP1

/// Calls the gateways by HTTP.
///
/// Certificates are verified, no redirect is followed, and an answer is read up to 64 kB. Nothing
/// that a gateway says or is told gets into a log or an error: what came of it is a word.
package struct GatewayClient: Sendable {
    private let client: HTTPClient
    private let settings: GatewaySettings
    private let patience: TimeAmount
    private let now: @Sendable () -> Moment

    private static let longestAnswer = 65_536

    /// Gives the body a client and closes it afterwards.
    package static func with<Answer>(
        _ settings: GatewaySettings,
        patience: Duration = .seconds(10),
        now: @escaping @Sendable () -> Moment,
        _ body: (GatewayClient) async throws -> Answer
    ) async throws -> Answer {
        let patience = TimeAmount(patience)
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: patience, read: patience)
        )
        configuration.httpVersion = .http1Only
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: configuration
        )
        let result: Answer
        do {
            result = try await body(
                GatewayClient(client: client, settings: settings, patience: patience, now: now)
            )
        } catch {
            try await client.shutdown()
            throw error
        }
        try await client.shutdown()
        return result
    }

    /// Sends one message with its words.
    package func send(_ outgoing: Outgoing, text: String) async throws -> Message.Outcome {
        switch outgoing.recipient {
        case .robot(let unit):
            guard let robot = settings.robots[unit] else { return .refused(.unconfigured) }
            let request = request(robot.url(at: now()), try robot.body(text), outgoing.key)
            return try await outcome(of: request, robot.outcome)
        case .phone(let phone):
            guard let sms = settings.sms else { return .refused(.unconfigured) }
            let body = try sms.body(to: phone, text, key: outgoing.key)
            var request = request(sms.address.url, body, outgoing.key)
            request.headers.add(name: "Authorization", value: "Bearer \(sms.token)")
            return try await outcome(of: request, sms.outcome)
        }
    }

    private func request(_ url: String, _ body: Data, _ key: String) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json; charset=utf-8")
        request.headers.add(name: "Idempotency-Key", value: key)
        request.body = .bytes(ByteBuffer(data: body))
        return request
    }

    private func outcome(
        of request: HTTPClientRequest,
        _ reading: (Data) -> Message.Outcome
    ) async throws -> Message.Outcome {
        do {
            let response = try await client.execute(request, timeout: patience)
            let wish = response.headers.first(name: "Retry-After").flatMap { Int($0) }
            switch response.status.code {
            case 200..<300:
                let body = try await response.body.collect(upTo: Self.longestAnswer)
                return reading(Data(buffer: body))
            case 408, 429: return .later(.busy, after: wish)
            case 500...: return .later(.broken, after: wish)
            default: return .refused(.rejected)
            }
        } catch {
            return try Self.outcome(of: error)
        }
    }

    private static func outcome(of error: any Error) throws -> Message.Outcome {
        switch error {
        case is CancellationError: throw error
        case let error as HTTPClientError where error == .cancelled: throw CancellationError()
        case let error as HTTPClientError where tooSlow.contains(error): return .later(.tooSlow)
        case is NIOTooManyBytesError: return .later(.broken)
        default: return .later(.unreachable)
        }
    }

    private static let tooSlow: [HTTPClientError] = [
        .deadlineExceeded, .readTimeout, .connectTimeout, .writeTimeout, .requestStreamCancelled,
        .getConnectionFromPoolTimeout,
    ]
}
