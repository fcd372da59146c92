import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

/// Calls the site as one caller and holds every answer, and every body that was taken, against the
/// served document.
struct Counter {
    let contract: Contract
    let browser: Browser

    init(_ sample: SampleCentre) throws {
        contract = try Contract.served.get()
        browser = Browser(try sample.site())
    }

    init(contract: Contract, browser: Browser) {
        self.contract = contract
        self.browser = browser
    }

    /// The same site with an officer of that role signed in.
    func with(token: String) -> Counter {
        Counter(contract: contract, browser: browser.with(token: token))
    }

    /// The same site for the resident who has the receipt's code.
    func with(code: String) -> Counter {
        var browser = browser
        browser.headers["Query-Code"] = code
        return Counter(contract: contract, browser: browser)
    }

    func english() -> Counter {
        var browser = browser
        browser.headers["Accept-Language"] = "en"
        return Counter(contract: contract, browser: browser)
    }

    func get(_ path: String) async throws -> TestSupport.Reply {
        let reply = try await browser.get(Counter.base + path)
        try hold(reply, "GET", path)
        return reply
    }

    func post(
        _ path: String,
        _ json: String? = nil,
        key: String? = "key-\(UInt64.random(in: .min ... .max))"
    ) async throws -> TestSupport.Reply {
        let reply = try await browser.post(Counter.base + path, json, key: key)
        try hold(reply, "POST", path, json)
        return reply
    }

    func delete(_ path: String, _ json: String? = nil) async throws -> TestSupport.Reply {
        let reply = try await browser.send(
            .delete,
            Counter.base + path,
            body: json.map { Array($0.utf8) },
            headers: ["Idempotency-Key": "key-\(UInt64.random(in: .min ... .max))"]
        )
        try hold(reply, "DELETE", path, json)
        return reply
    }

    private func hold(
        _ reply: TestSupport.Reply,
        _ method: String,
        _ path: String,
        _ json: String? = nil
    ) throws {
        let whole = Counter.base + path
        let faults = try contract.faults(of: reply, to: method, whole)
        #expect(faults == [], "\(method) \(path) \(reply.status)")
        guard let json, (200..<300).contains(reply.status) else { return }
        let sent = try contract.faults(ofBody: json, to: method, whole)
        #expect(sent == [], "what was sent to \(path)")
    }

    private static let base = "/api/v1"
}

extension TestSupport.Reply {
    /// The status, with the problem's word when it is not what was hoped for.
    func expect(_ wanted: Int, _ word: String? = nil) throws -> TestSupport.Reply {
        #expect(status == wanted, "\(text.prefix(400))")
        if let word {
            let given = try problem
            #expect(given == word)
        }
        return self
    }

    func need(_ place: String) throws -> String { try #require(try text(at: place)) }
}
