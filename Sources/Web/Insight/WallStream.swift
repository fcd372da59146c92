import Centre
import Foundation
import Hummingbird
import NIOCore
import ServiceLifecycle

/// The wall as it changes, sent to one browser (server-sent events) until it leaves, its session
/// ends or the house closes.
struct WallStream: Sendable {
    let board: WallBoard
    let say: Wording
    /// How often it is looked whether something is new.
    let pace: Duration
    /// Whether the session the browser came with still opens the wall.
    let mayWatch: @Sendable () async throws -> Bool

    /// Rounds without news after which a line is sent all the same: who has left is noticed, and
    /// no proxy thinks the connection dead.
    private static let quietRounds = 3

    var response: Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store",
            ],
            body: ResponseBody { writer in try await send(to: &writer) }
        )
    }

    @concurrent private func send(to writer: inout any ResponseBodyWriter) async throws {
        guard board.enter() else { throw WebRefusal.overloaded }
        defer { board.leave() }
        try await writer.write(ByteBuffer(string: "retry: 4000\n\n"))
        do {
            try await follow(&writer)
        } catch is CancellationError {
            // The house closes in the middle of a look: the stream ends like any other.
        }
        try await writer.finish(nil)
    }

    @concurrent private func follow(_ writer: inout any ResponseBodyWriter) async throws {
        var sent: WallFigures?
        var quiet = 0
        for try await _ in Rounds(pace: pace).cancelOnGracefulShutdown() {
            guard try await mayWatch() else {
                return try await writer.write(ByteBuffer(string: "event: end\ndata: {}\n\n"))
            }
            let figures = WallFigures(try await board.current(), say)
            quiet = figures.saysTheSame(as: sent) ? quiet + 1 : 0
            if quiet == 0 {
                try await writer.write(event(figures))
                sent = figures
            } else if quiet % Self.quietRounds == 0 {
                try await writer.write(ByteBuffer(string: "event: calm\ndata: \(figures.time)\n\n"))
            }
        }
    }

    private func event(_ figures: WallFigures) throws -> ByteBuffer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = String(decoding: try encoder.encode(figures), as: UTF8.self)
        return ByteBuffer(string: "event: wall\ndata: \(json)\n\n")
    }
}

/// One round at once, then one after each pause, until nobody waits for the next.
private struct Rounds: AsyncSequence {
    let pace: Duration

    struct Iterator: AsyncIteratorProtocol {
        let pace: Duration
        var isFirst = true

        mutating func next() async throws -> Void? {
            if isFirst {
                isFirst = false
                return ()
            }
            do {
                try await Task.sleep(for: pace)
            } catch is CancellationError {
                return nil
            }
            return ()
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(pace: pace) }
}
