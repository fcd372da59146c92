import Centre
import Foundation
import Hummingbird

/// Finds out who visits: the officer of the session cookie, the reader's language and type size.
struct VisitGate: RouterMiddleware {
    typealias Context = SiteContext

    let jar: CookieJar
    let world: World
    let sentences: Sentences
    /// Throws ``NotFound`` for a token that opens nothing.
    let viewer: @Sendable (_ token: String) async throws -> Viewer

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Onward
    ) async throws -> Response {
        var context = context
        let kept = jar.value(.stranger, in: request)
        context.visit = visit(request, stranger: kept)
        try await meet(request, &context)
        var response = try await next(request, context)
        if kept == nil, context.viewer == nil {
            jar.set(.stranger, to: context.visit.stranger, in: &response)
        }
        keep(request, context, in: &response)
        return response
    }

    private func visit(_ request: Request, stranger: String?) -> PageVisit {
        var visit = PageVisit()
        visit.address = request.uri.string
        visit.wantsPart =
            request.headers.all("HX-Request").first == "true"
            && request.headers.all("HX-Boosted").isEmpty
        visit.isElder = VisitGate.elder(asked: request) ?? (jar.value(.elder, in: request) == "1")
        visit.stranger =
            stranger.flatMap { $0.isPrintable(16...64) ? $0 : nil }
            ?? "\(world.newID(of: PageVisit.self))"
        visit.said = jar.value(.said, in: request).flatMap { key in
            key.hasPrefix("done-") && sentences.raw(key, in: .chinese) != nil ? key : nil
        }
        visit.origin = VisitGate.origin(of: request)
        return visit
    }

    private func meet(_ request: Request, _ context: inout SiteContext) async throws {
        guard let token = jar.value(.session, in: request), !token.isEmpty else { return }
        do {
            context.viewer = try await viewer(token)
            context.visit.session = token
        } catch is NotFound {
            // An expired session is no session; the gate of the desk says so.
            context.viewer = nil
        }
    }

    private func keep(_ request: Request, _ context: SiteContext, in response: inout Response) {
        if Language.asked(in: request) != nil {
            jar.set(.language, to: context.language.rawValue, in: &response)
        }
        if let elder = VisitGate.elder(asked: request) {
            jar.set(.elder, to: elder ? "1" : nil, in: &response)
        }
        let isPage = (response.headers[.contentType] ?? "").hasPrefix("text/html")
        if context.visit.said != nil, isPage { jar.set(.said, to: nil, in: &response) }
    }

    private static func elder(asked request: Request) -> Bool? {
        switch request.uri.queryParameters["elder"] {
        case "1": true
        case "0": false
        default: nil
        }
    }

    /// The path of the page a write came from.
    private static func origin(of request: Request) -> String? {
        guard let referrer = request.headers.all("Referer").first,
            let url = URL(string: referrer), url.host() != nil
        else { return nil }
        let path = url.path(percentEncoded: true) + (url.query().map { "?\($0)" } ?? "")
        return LocalAddress(path)?.text
    }
}

extension Language {
    /// The one a reader of a page has chosen, by `?lang=` now or a cookie before.
    static func chosen(_ request: Request, jar: CookieJar) -> Language? {
        asked(in: request) ?? jar.value(.language, in: request).flatMap { Language(rawValue: $0) }
    }

    static func asked(in request: Request) -> Language? {
        request.uri.queryParameters["lang"].flatMap { tag in
            Language.allCases.first { $0.rawValue == tag || $0.shortName == tag }
        }
    }

    var shortName: String { self == .chinese ? "zh" : "en" }
}

/// A path of this site, and never an address elsewhere.
struct LocalAddress: Equatable {
    let text: String

    init?(_ text: String) {
        guard text.isPrintable(1...1000), text.hasPrefix("/"), !text.hasPrefix("//"),
            !text.contains("\\")
        else { return nil }
        self.text = text
    }

    /// The same address with another value of one parameter, or without it.
    func with(_ name: String, _ value: String?) -> String {
        let halves = text.split(separator: "?", maxSplits: 1)
        let path = halves.first.map(String.init) ?? "/"
        var query = (halves.count == 2 ? halves[1] : "").split(separator: "&").map(String.init)
        query.removeAll { $0 == name || $0.hasPrefix("\(name)=") }
        if let value { query.append("\(name)=\(value)") }
        return query.isEmpty ? path : "\(path)?\(query.joined(separator: "&"))"
    }
}
