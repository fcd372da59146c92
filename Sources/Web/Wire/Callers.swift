package import Centre
package import Hummingbird

/// Who makes a write; the keys of two callers never meet.
package enum Caller: Sendable, Equatable {
    case officer(ID<Officer>)
    case resident(number: String)
    case anybody

    var scope: String {
        switch self {
        case .officer(let id): "officer/\(id)"
        case .resident(let number): "concern/\(number)"
        case .anybody: "public"
        }
    }
}

extension SiteContext {
    package var caller: Caller { viewer.map { .officer($0.officer) } ?? .anybody }
}

extension OfficerContext {
    package var caller: Caller { .officer(viewer.officer) }
}

/// What a resident shows for a concern: its number from the path and the code from the receipt.
package struct ResidentKey: Sendable, Equatable {
    package let number: String
    package let queryCode: String

    /// - Returns: nil when the call has no `Query-Code`.
    package init?(_ request: Request, number: String) throws {
        let codes = request.headers.all("Query-Code")
        guard let code = codes.first else { return nil }
        // A code of another shape is a wrong code, and a wrong code finds nothing.
        guard codes.count == 1, code.isPrintable(1...64) else { throw NotFound() }
        self.number = number
        queryCode = code
    }

    package static func required(_ request: Request, number: String) throws -> ResidentKey {
        guard let key = try ResidentKey(request, number: number) else {
            throw WebRefusal.queryCodeNeeded
        }
        return key
    }
}

extension RequestContext {
    /// An id of the path.
    ///
    /// What has not the form of an id does not exist.
    package func id<Subject>(
        _ name: String = "id",
        of subject: Subject.Type = Subject.self
    ) throws(NotFound) -> ID<Subject> {
        guard let text = parameters.get(name), let id = ID<Subject>(text) else { throw NotFound() }
        return id
    }

    /// A concern's number of the path.
    package func number(_ name: String = "number") throws(NotFound) -> String {
        guard let number = parameters.get(name), number.isPrintable(1...64) else {
            throw NotFound()
        }
        return number
    }
}
