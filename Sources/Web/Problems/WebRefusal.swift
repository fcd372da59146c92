import Centre
import Hummingbird

/// What the web itself says no to, before any rule of the centre is asked.
package enum WebRefusal: String, Error, CaseIterable {
    case malformed = "call-malformed"
    case keyMissing = "idempotency-key-missing"
    case keyUnreadable = "idempotency-key-unreadable"
    case cursorUnreadable = "cursor-unreadable"
    case signInNeeded = "sign-in-needed"
    case queryCodeNeeded = "query-code-needed"
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case bodyTooLarge = "body-too-large"
    case mediaType = "media-type-unsupported"
    case headersTooLarge = "headers-too-large"
    case breakage = "breakage"
    case overloaded = "overloaded"
    case storeUnavailable = "store-unavailable"
    case outcomeUnknown = "outcome-unknown"
    case formFromElsewhere = "form-from-elsewhere"
    case formStale = "form-stale"

    package var word: String { rawValue }

    var status: HTTPResponse.Status {
        switch self {
        case .malformed, .keyMissing, .keyUnreadable, .cursorUnreadable: .badRequest
        case .signInNeeded, .queryCodeNeeded: .unauthorized
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .formFromElsewhere, .formStale: .forbidden
        case .bodyTooLarge: .contentTooLarge
        case .mediaType: .unsupportedMediaType
        case .headersTooLarge: .requestHeaderFieldsTooLarge
        case .breakage: .internalServerError
        case .overloaded, .storeUnavailable, .outcomeUnknown: .serviceUnavailable
        }
    }

    var field: String? {
        switch self {
        case .keyMissing, .keyUnreadable: "Idempotency-Key"
        case .queryCodeNeeded: "Query-Code"
        case .cursorUnreadable: "after"
        default: nil
        }
    }
}
