import Centre
import Hummingbird
import NIOCore
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(20))) struct `The wall as it changes` {
    /// Keeps what was sent, and lets the test act after each piece.
    private struct Listener: ResponseBodyWriter {
        final class Heard: Sendable {
            private let pieces = Mutex<[String]>([])
            var all: [String] { pieces.withLock { $0 } }
            func add(_ piece: String) { pieces.withLock { $0.append(piece) } }
        }

        let heard: Heard
        let act: @Sendable (_ pieces: Int) async throws -> Void

        mutating func write(_ buffer: ByteBuffer) async throws {
            heard.add(String(buffer: buffer))
            try await act(heard.all.count)
        }

        consuming func finish(_: HTTPFields?) async throws {}
    }

    private func stream(
        _ sample: SampleCentre,
        mayWatch: @escaping @Sendable () async throws -> Bool
    ) throws -> WallStream {
        WallStream(
            board: WallBoard(WallDesk(house: sample.house), freshness: .zero),
            say: Wording(try Sentences.sample(), in: .chinese),
            pace: .milliseconds(5),
            mayWatch: mayWatch
        )
    }

    @Test func `tells the numbers at once, then each change, then the end of the session`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let isOpen = Mutex(true)
            let heard = Listener.Heard()
            let clerk = try sample.officer(.clerk)
            let listener = Listener(heard: heard) { pieces in
                switch pieces {
                case 2:
                    _ = try await sample.intake.register(
                        .sample,
                        by: clerk,
                        operation: sample.operation()
                    )
                case 3: isOpen.withLock { $0 = false }
                default: break
                }
            }
            let response = try stream(sample) { isOpen.withLock { $0 } }.response
            #expect(response.headers[.contentType] == "text/event-stream; charset=utf-8")
            #expect(response.headers[.cacheControl] == "no-store")
            try await response.body.write(listener)
            let pieces = heard.all
            #expect(pieces.count == 4)
            #expect(pieces[0].hasPrefix("retry: "))
            #expect(pieces[1].hasPrefix("event: wall\ndata: {\"numbers\":{},"))
            #expect(pieces[2].contains("\"today\":1") && pieces[2].hasSuffix("\n\n"))
            #expect(pieces[3] == "event: end\ndata: {}\n\n")
            #expect(pieces.allSatisfy { $0.utf8.count < 8000 })
        }
    }

    @Test func `stays calm while nothing changes, and says so`() async throws {
        try await withCentre(.sqlite) { sample in
            let heard = Listener.Heard()
            let isOpen = Mutex(true)
            let listener = Listener(heard: heard) { pieces in
                if pieces == 3 { isOpen.withLock { $0 = false } }
            }
            try await stream(sample) { isOpen.withLock { $0 } }.response.body.write(listener)
            #expect(heard.all[2].hasPrefix("event: calm\ndata: "))
        }
    }

    @Test func `ends quietly when the house closes`() async throws {
        try await withCentre(.sqlite) { sample in
            let heard = Listener.Heard()
            let stream = try stream(sample) { true }
            let listener = Listener(heard: heard) { _ in }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await stream.response.body.write(listener) }
                while heard.all.count < 2 { try await Task.sleep(for: .milliseconds(2)) }
                group.cancelAll()
                try await group.waitForAll()
            }
            #expect(heard.all.count >= 2)
        }
    }

    @Test func `is computed once for all who look at the same time`() async throws {
        try await withCentre(.sqlite) { sample in
            let board = WallBoard(WallDesk(house: sample.house), freshness: .seconds(60))
            let first = try await board.current()
            sample.clock.move(hours: 1)
            #expect(try await board.current() == first)
            let hasty = WallBoard(WallDesk(house: sample.house), freshness: .zero)
            #expect(try await hasty.current().at < hasty.current().at)
        }
    }

    @Test func `has room for so many and no more`() async throws {
        try await withCentre(.sqlite) { sample in
            let board = WallBoard(WallDesk(house: sample.house))
            for _ in 0..<WallBoard.mostWatchers { #expect(board.enter()) }
            #expect(!board.enter())
            board.leave()
            #expect(board.enter())
        }
    }
}
