import Centre
import Storage
import TestSupport
import Testing

@testable import Web

/// The same people before the pages: each at a browser of their own, nobody's and the resident's
/// among them.
struct PageCrowd {
    /// Somebody's browser, and what a form of this house has besides its fields.
    private struct Visitor {
        var browser: PageBrowser
        var ticket: [String: String] = [:]
    }

    private let crowd: Crowd
    private var visitors: [String: Visitor] = [:]

    init(_ crowd: Crowd) async throws {
        self.crowd = crowd
        _ = try await crowd.sample.signIn(.clerk, named: "b")
        let site = try crowd.sample.site()
        for column in RightsTable.columns {
            var browser = PageBrowser(site)
            browser.keep("session", crowd.tokens[column])
            if column == "resident" {
                let asked = ["number": crowd.slip.number, "code": crowd.slip.code]
                #expect(try await browser.submit("/follow", asked).status == 303)
            }
            // Every page an officer sees has a form to leave by, and the first question has one.
            let page = Role(rawValue: column) == nil ? "/ask" : "/desk"
            let hidden = try await browser.get(page).hidden()
            let ticket = hidden.filter { $0.key == "ticket" }
            visitors[column] = Visitor(browser: browser, ticket: ticket)
        }
    }

    /// - Returns: what the table says: `yes`, or `no` where there is nothing for them.
    func answer(to call: String, as column: String) async throws -> String {
        let halves = call.split(separator: " ").map(String.init)
        var visitor = try #require(visitors[column])
        let path = try await path(halves[1], as: column)
        let form = visitor.ticket.merging(fields(of: halves[1])) { $1 }.merging([
            "operation": "form-\(UInt64.random(in: 0 ... .max))"
        ]) {
            $1
        }
        let reply =
            halves[0] == "GET"
            ? try await visitor.browser.get(path) : try await visitor.browser.post(path, form)
        return word(reply, to: visitor.browser)
    }

    private func word(_ reply: TestSupport.Reply, to browser: PageBrowser) -> String {
        switch reply.status {
        case 404, 401: "no"
        case 303 where reply.location.hasPrefix("/desk/sign-in"): "no"
        case 303 where asksForKey(reply, browser): "no"
        case 200, 303, 400, 409, 422: "yes"
        default: "\(reply.status)"
        }
    }

    /// What a form needs besides, so that the answer tells right from no right.
    private func fields(of page: String) -> [String: String] {
        switch page {
        case "/desk/intake/same-person": ["number": crowd.slip.number]
        case "/desk/documents/print": ["receipts[]": crowd.slip.number]
        default: [:]
        }
    }

    /// Who follows nothing is led to the form for number and code.
    private func asksForKey(_ reply: TestSupport.Reply, _ browser: PageBrowser) -> Bool {
        reply.location.hasPrefix("/follow") && browser.cookies["concern"] == nil
    }

    private func path(_ pattern: String, as column: String) async throws -> String {
        let path = pattern.replacing("{number}", with: crowd.slip.number)
            .replacing("{attachment}", with: crowd.attachment)
            .replacing("{login}", with: Self.bystander)
            .replacing("{code}", with: "PM-FINISH")
            .replacing("{step}", with: step(of: pattern))
            .replacing("{kind}", with: "reminder")
            .replacing("{move}", with: pattern.contains("/whistles/") ? "decline" : "answer")
            .replacing("{unit}", with: Self.unit(of: column))
            .replacing("{measure}", with: "called")
            .replacing("{of}", with: crowd.part(of: column))
            .replacing("{waiting}", with: "today")
            .replacing("{part}", with: "bulletin")
        if path.hasSuffix("/export") { return "\(path)?purpose=check" }
        guard path.contains("{id}") else { return path }
        if path.contains("/rota/") { return crowd.rota.page(path) }
        return path.replacing("{id}", with: try await thing(of: path, for: column))
    }

    /// The unit whose figures that column may look at.
    private static func unit(of column: String) -> String {
        Role(rawValue: column)?.reach == .area ? "v200" : "justice"
    }

    private func step(of pattern: String) -> String {
        if pattern.contains("/listings/") { return "check" }
        if pattern.contains("/joint/") { return "attend" }
        if pattern.contains("/rulings/") { return "passOn" }
        if pattern.contains("/levels/") { return "propose" }
        return pattern.contains("{of}") ? "progress" : "link"
    }

    /// What the page is about, as it concerns that column.
    private func thing(of path: String, for column: String) async throws -> String {
        let isOfArea = Role(rawValue: column)?.reach == .area
        func about(_ word: String) -> Bool { path.contains("/\(word)/") }
        if about("assignments") || about("parts") { return crowd.part(of: column) }
        if about("admin") && about("messages") { return try await crowd.failedMessage() }
        if about("admin") && about("notices") { return try await crowd.deadLetter() }
        if about("groupMembers") { return crowd.grouped.member }
        if about("notices") { return try await crowd.notice(for: column) }
        if about("posts") { return try await bystanders("posts") }
        if about("sessions") {
            return about("admin")
                ? try await bystanders("sessions") : try await crowd.spareSession(of: column)
        }
        if about("calendar") { return "\(try await crowd.change())" }
        if about("supervision") && about("steps") {
            return crowd.supervised.letter(isOfArea: isOfArea)
        }
        if path.contains("/joint/attend/") { return crowd.joined.meeting }
        if path.contains("/rulings/passOn/") { return crowd.ruled.id }
        if about("whistles") {
            return about("calls")
                ? crowd.whistled.call(isOfArea: isOfArea) : crowd.whistled.whistle
        }
        for word in ["listings", "rechecks"] where about(word) {
            let whole = crowd.supervised.path("/\(word)/{id}", isOfArea: isOfArea)
            return whole?.split(separator: "/").last.map(String.init) ?? ""
        }
        return crowd.slip.matter
    }

    /// An officer on whom the administrators' acts fall.
    private static let bystander = "clerk-centre-b"

    /// An open post or session of the bystander.
    private func bystanders(_ table: SQL) async throws -> String {
        let id = try await crowd.sample.house.database.read { tx in
            try tx.value(
                """
                SELECT t.id FROM \(table) t
                JOIN officers o ON o.id = t.officer
                WHERE o.login = \(Self.bystander)
                """,
                as: ID<Officer>.self
            )
        }
        return "\(try #require(id))"
    }
}
