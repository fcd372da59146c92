package import Centre
package import Hummingbird
import NIOCore

/// What travels with a call: its language and name, and who asks when that is known.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package var language = Language.chinese
    /// The call's name in logs and answers, given by the caller or made here.
    package var callID: String
    /// The officer, when the call came with a token.
    package var viewer: Viewer?
    /// What a browser brought along, for pages.
    package var visit = PageVisit()
    /// Where the call came from, as the network tells it.
    package let address: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "local"
        callID = "\(RequestID())"
    }
}

/// A call by an officer who has signed in; there is no other way to make one.
package struct OfficerContext: ChildRequestContext {
    package var coreContext: CoreRequestContextStorage
    package let language: Language
    package let callID: String
    package let viewer: Viewer
    package let visit: PageVisit

    package init(context: SiteContext) throws {
        guard let viewer = context.viewer else { throw WebRefusal.signInNeeded }
        coreContext = context.coreContext
        language = context.language
        callID = context.callID
        self.viewer = viewer
        visit = context.visit
    }
}
