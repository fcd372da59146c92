import Hummingbird
import Logging

/// Gives each call its name and language.
///
/// A name from outside is taken when it is clean, so that one call can be followed through several
/// programs.
struct CallNames: RouterMiddleware {
    typealias Context = SiteContext

    let jar: CookieJar

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Onward
    ) async throws -> Response {
        var context = context
        if let given = request.headers.all("X-Request-Id").first, CallNames.isClean(given) {
            context.callID = given
        }
        let chosen = Frame.isPage(request.uri.path) ? Language.chosen(request, jar: jar) : nil
        context.language = chosen ?? Language(accepting: request.headers[.acceptLanguage])
        context.logger[metadataKey: "call"] = .string(context.callID)
        var response = try await next(request, context)
        response.headers.set("X-Request-Id", to: context.callID)
        return response
    }

    static func isClean(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                    UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
