import Centre
import TestSupport
import Testing

@testable import Web

/// A matter, and the centre's people at their pages.
struct Office {
    let sample: SampleCentre
    let site: Site
    let receipt: Receipt

    init(_ sample: SampleCentre, order: WorkOrder = .sample) async throws {
        self.sample = sample
        site = try sample.site()
        receipt = try await sample.intake.register(
            order,
            by: try sample.officer(.clerk),
            operation: sample.operation()
        ).answer
    }

    var page: String { "/desk/matters/\(receipt.matter)" }

    func browser(_ role: Role, _ unit: String = "centre") async throws -> PageBrowser {
        var web = PageBrowser(site)
        try await web.signIn(sample, role, unit)
        return web
    }

    /// Takes a step on its page and follows where it leads.
    @discardableResult
    func take(
        _ step: String,
        _ fields: [String: String] = [:],
        by web: inout PageBrowser
    ) async throws -> TestSupport.Reply {
        let done = try await web.submit("\(page)/steps/\(step)", fields)
        try #require(done.status == 303, "\(step): \(done.status) \(done.text.sentences)")
        #expect(done.location == page)
        let next = try await web.get(done.location)
        #expect(next.status == 200 && next.text.contains("role=\"status\""), "\(step)")
        return next
    }

    func part(of unit: String) async throws -> String {
        let view = try await sample.matters.matter(
            receipt.matter,
            for: try sample.officer(.dispatcher)
        )
        let part = try #require(view.assignments.last { $0.unit.code == unit })
        return "\(part.id)"
    }
}

extension String {
    /// What of a page is said above and beside its boxes.
    fileprivate var sentences: String {
        matches(of: /(?:class="beside"|role="alert")[\s\S]{0,400}?<\/(?:div|p)>/)
            .map { String($0.output) }.joined()
    }
}
