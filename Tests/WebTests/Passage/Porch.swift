import Centre
import Foundation
import Hummingbird
import Logging
import Storage
import Synchronization
import TestSupport

@testable import Web

/// The gates of the site with a few plain rooms behind them.
struct Porch {
    let figures = Figures()
    let log = Lines()
    let browser: Browser

    static let document = """
        openapi: 3.1.0
        servers: [{ url: /api/v1 }]
        paths:
          /list:
            get:
              parameters: [{ name: limit, in: query }, { name: after, in: query }]
        """

    struct Oddity: Error {
        let secret = "13800138000"
    }

    struct Echo: Encodable, Sendable {
        let operation: String
        let title: String?
        let by: String
    }

    init(
        mostCalls: Int = 256,
        behindTLS: Bool = false,
        bodyBytes: Int? = nil,
        more: (RouterGroup<SiteContext>) -> Void = { _ in }
    ) throws {
        var settings = Frame.Settings()
        settings.mostCalls = mostCalls
        settings.behindTLS = behindTLS
        if let bodyBytes { settings.bodyBytes = bodyBytes }
        let frame = Frame(
            settings: settings,
            figures: figures,
            sentences: try Sentences.sample(),
            press: try Press.sample(),
            document: try APIDocument(yaml: Porch.document),
            viewer: { token in
                guard token == "good" else { throw NotFound() }
                return Porch.viewer
            },
            readiness: { Readiness(ready: true, checks: ["migrations": "7"]) }
        )
        let router = frame.router { api in
            Porch.rooms(in: api)
            more(api)
        }
        let log = log
        let logger = Logger(label: "web") { label in
            JSONLogHandler(label: label, now: { "2026-11-23T09:30:00+08:00" }, write: log.add)
        }
        browser = Browser(router: router, logger: logger)
    }

    private static let officer = World.real.newID(of: Officer.self)

    static var viewer: Viewer {
        Viewer(officer: officer, name: "陈", login: "clerk", posts: [])
    }

    private static func rooms(in api: RouterGroup<SiteContext>) {
        api.post("/echo") { request, context in
            var write = try await Write(request, by: context.caller)
            let title = try write.fields.optionalText("title", 1...5)
            try write.fields.nothingElse()
            let echo = Echo(
                operation: write.operation.id,
                title: title,
                by: "\(context.caller.scope.prefix(7))"
            )
            return Answer.made(echo, at: "/api/v1/echo/1", replayed: title == "again")
        }
        api.get("/list") { request, _ in
            var query = try Query(request)
            let limit = try query.limit()
            let cursor = try query.cursor(of: "list")
            return Answer(Page(items: [limit], next: cursor?.text))
        }
        api.get("/oddity") { _, _ -> String in throw Oddity() }
        api.get("/store/{error}") { _, context -> String in
            switch context.parameters.get("error") {
            case "away": throw StorageError.unavailable("disk")
            case "unknown": throw StorageError.outcomeUnknown
            case "column": throw StorageError.unreadable("a column")
            default: throw NotFound()
            }
        }
        api.get("/concerns/{number}") { request, context in
            let number = try context.number()
            let key = try ResidentKey.required(request, number: number)
            return Answer([key.number, key.queryCode])
        }
        api.group(context: OfficerContext.self).get("/me/{id}") { _, context in
            Answer([context.viewer.login, "\(try context.id(of: Matter.self))"])
        }
    }
}

/// Lines of a log, kept.
final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    func add(_ line: String) {
        lines.withLock { $0.append(line) }
    }

    var all: [String] { lines.withLock { $0 } }
}
