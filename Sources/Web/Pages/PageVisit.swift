package import Centre
package import Hummingbird

/// What a browser brings along with a call for a page: who it is known as, and how its reader
/// likes to read.
package struct PageVisit: Sendable {
    /// The address asked for, with its query.
    package var address = "/"
    /// Large type and big targets.
    package var isElder = false
    /// A part of a page is wanted, not a whole one (htmx).
    package var wantsPart = false
    /// The token of the session that is open.
    var session: String?
    /// What forms of somebody without a session are bound to.
    var stranger = ""
    /// The key of a sentence to be said once, about what was just done.
    var said: String?
    /// The form of a write that passed the gate; read it through ``Front/take(_:by:again:_:)``.
    var heldForm: Form?
    /// Where the way back from a page that a write answered with leads.
    var origin: String?

    package init() {}

    /// What this visit's forms are bound to.
    var binding: String { session ?? "stranger/\(stranger)" }
}

/// A call that a page answers: by anybody, or by an officer.
package protocol VisitContext: RequestContext {
    var language: Language { get }
    var callID: String { get }
    var visit: PageVisit { get }
    var caller: Caller { get }
    /// The officer who asks, where one has signed in.
    var asking: Viewer? { get }
}

extension SiteContext: VisitContext {
    package var asking: Viewer? { viewer }
}

extension OfficerContext: VisitContext {
    package var asking: Viewer? { viewer }
}
