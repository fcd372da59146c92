import Centre

/// What stands around a page, apart from the page itself.
struct Chrome: Sendable {
    let language: Language
    var visit = PageVisit()
    var viewer: Viewer?
    /// Nil for a page before the town is known, such as an address that is none.
    var town: Town?
    let wording: Wording
    var seal: FormSeal?
}

/// What all layouts have: the head of the document, the switches, the page itself.
struct PageFrame: Sendable {
    let language: String
    let title: String
    let site: String
    let content: String
    let isElder: Bool
    let theme: String
    let said: Notice?
    let otherLanguage: String
    let otherLanguageCode: String
    let otherLanguageAddress: String
    let elderAddress: String

    init(_ title: String, _ content: String, _ chrome: Chrome) {
        let say = chrome.wording
        let here =
            LocalAddress(chrome.visit.origin ?? chrome.visit.address) ?? LocalAddress("/")
        let other: Language = chrome.language == .chinese ? .english : .chinese
        language = chrome.language.rawValue
        self.title = title
        site = chrome.town.map { say($0.manifest.title) } ?? say("site-name")
        self.content = content
        isElder = chrome.visit.isElder
        theme = chrome.visit.isElder ? "elder" : "plain"
        said = chrome.visit.said.map { Notice(say($0), .good) }
        otherLanguage = say("other-language")
        otherLanguageCode = other.rawValue
        otherLanguageAddress = here?.with("lang", other.shortName) ?? "/"
        elderAddress = here?.with("elder", chrome.visit.isElder ? "0" : "1") ?? "/"
    }
}

/// Around the pages of residents.
struct ResidentLayout: View {
    static let template = "Frame/resident"

    let frame: PageFrame
    let notice: String?
    let phones: [Phone]
    let isStaff: Bool

    struct Phone: Sendable {
        let name: String
        let number: String
    }
}

extension ResidentLayout {
    init(_ frame: PageFrame, _ chrome: Chrome) {
        self.frame = frame
        notice = (chrome.town?.manifest.notice).map { chrome.wording($0) }
        phones = (chrome.town?.manifest.phones ?? []).map {
            Phone(name: chrome.wording($0.name), number: $0.number)
        }
        isStaff = chrome.viewer != nil
    }
}

/// Around the pages of the desk.
struct StaffLayout: View {
    static let template = "Frame/staff"

    let frame: PageFrame
    let isSignedIn: Bool
    let officer: String
    let post: String
    let ticket: String
    let maySearch: Bool
    let groups: [StaffNavigation.Group]
}

extension StaffLayout {
    init(_ frame: PageFrame, _ chrome: Chrome, at place: StaffPlace?) {
        self.frame = frame
        let viewer = chrome.viewer
        isSignedIn = viewer != nil
        officer = viewer?.name ?? ""
        post = StaffLayout.post(of: viewer, chrome)
        ticket = chrome.seal?.ticket(of: chrome.visit.binding) ?? ""
        maySearch = viewer?.may(.readMatters) ?? false
        groups = viewer.map { StaffNavigation($0, at: place, chrome.wording).groups } ?? []
    }

    private static func post(of viewer: Viewer?, _ chrome: Chrome) -> String {
        guard let post = viewer?.posts.first else { return "" }
        let unit = chrome.town?.unit(post.unit).map { chrome.wording($0.name) }
        let role = chrome.wording("role-\(post.role.rawValue)")
        return unit.map { "\($0) · \(role)" } ?? role
    }
}

/// Around the wall's pages.
struct WallLayout: View {
    static let template = "Frame/wall"

    let frame: PageFrame
}
