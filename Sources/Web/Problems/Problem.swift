package import Centre
package import Hummingbird
import Storage

/// What went wrong, for a program and for a person (RFC 9457).
///
/// Words and figures only; the sentences are found when it is written out, in the language of the
/// call.
package struct Problem: Error, Equatable {
    /// The stable word, which is the problem's `type`.
    package let word: String
    package let status: HTTPResponse.Status
    package var field: String?
    package var particulars: [String: String] = [:]
    /// Seconds after which it is worth asking again.
    package var retryAfter: Int?
    /// Methods that the address does take.
    package var allow: [String] = []
    /// The number under which a breakage stands in the log.
    package var reference: String?

    package init(_ word: String, _ status: HTTPResponse.Status) {
        self.word = word
        self.status = status
    }

    package init(_ refusal: WebRefusal) {
        self.init(refusal.word, refusal.status)
        field = refusal.field
        if refusal.status == .serviceUnavailable { retryAfter = 1 }
        if refusal == .bodyTooLarge { particulars = ["limit": BodyLimit.words] }
    }

    /// - Parameter status: where the trade's grade does not tell it, as for a sign-in that failed.
    package init(_ refusal: any Refusal, status: HTTPResponse.Status? = nil) {
        self.init(refusal.word, status ?? refusal.grade.status)
        field = refusal.field
        particulars = refusal.particulars
    }

    package init(_ later: ComeBackLater) {
        self.init(later, status: .tooManyRequests)
        retryAfter = later.retryAfter
    }
}

extension RefusalGrade {
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .malformed: .badRequest
        case .collision: .conflict
        case .ruledOut: .unprocessableContent
        }
    }
}

extension Problem {
    /// The problem behind any error; nil for a breakage, which nobody foresaw.
    init?(foreseen error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let refusal as WebRefusal: self.init(refusal)
        case let later as ComeBackLater: self.init(later)
        case let refusal as SignInRefusal: self.init(refusal, status: .unauthorized)
        case let refusal as any Refusal: self.init(refusal)
        case is NotFound: self.init(WebRefusal.notFound)
        case let error as StorageError:
            guard let refusal = error.refusal else { return nil }
            self.init(refusal)
        case let error as any HTTPResponseError:
            guard let refusal = WebRefusal(status: error.status) else { return nil }
            self.init(refusal)
        case is CancellationError: self.init(WebRefusal.overloaded)
        default: return nil
        }
    }
}

extension StorageError {
    /// A store that is busy or away is asked again later; the rest is a fault of ours.
    fileprivate var refusal: WebRefusal? {
        switch self {
        case .unavailable, .conflict: .storeUnavailable
        case .outcomeUnknown: .outcomeUnknown
        case .constraint, .unreadable, .statement: nil
        }
    }
}

extension WebRefusal {
    /// What the server's framework refuses of its own.
    fileprivate init?(status: HTTPResponse.Status) {
        switch status {
        case .badRequest: self = .malformed
        case .notFound: self = .notFound
        case .contentTooLarge: self = .bodyTooLarge
        case .unsupportedMediaType: self = .mediaType
        default: return nil
        }
    }
}
