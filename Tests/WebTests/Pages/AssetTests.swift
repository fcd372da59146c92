import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `Style, scripts and pictures` {
    @Test func `a file is given out once and for all, under its content's mark`() async throws {
        let porch = try Porch()
        let assets = try Assets.load()
        let address = try #require(assets.address(of: "maple.css"))
        let reply = try await porch.browser.get(address)
        #expect(reply.status == 200)
        #expect(reply.header("Cache-Control") == "public, max-age=31536000, immutable")
        #expect(reply.header("Content-Type") == "text/css; charset=utf-8")
        #expect(reply.text.contains("--teal"))
        let packed = try await porch.browser.get(address, headers: ["Accept-Encoding": "br, gzip"])
        #expect(packed.header("Content-Encoding") == "gzip")
        #expect(packed.body.prefix(2) == [0x1f, 0x8b])
        #expect(packed.body.count * 2 < reply.body.count)
        let old = address.replacing(assets.mark, with: "0123456789abcdef")
        #expect(try await porch.browser.get(old).status == 404)
        #expect(
            try await porch.browser.get("/assets/\(assets.mark)/../Package.swift").status == 404
        )
    }

    @Test func `other content has another address`() throws {
        let one = try Assets(files: ["a.css": [1], "b.css": [2]])
        let other = try Assets(files: ["a.css": [1], "b.css": [3]])
        #expect(one.mark != other.mark)
        #expect(one.mark == (try Assets(files: ["b.css": [2], "a.css": [1]]).mark))
        #expect(one.address(of: "c.css") == nil)
    }

    @Test(arguments: [
        ("gzip", true), ("br;q=1, GZIP;q=0.5", true), ("br", false), ("gzip;q=0", false),
        ("", false),
    ])
    func `what the browser unpacks is packed`(header: String, isPacked: Bool) async throws {
        let reply = try await Porch().browser.get("/nowhere", headers: ["Accept-Encoding": header])
        #expect(reply.status == 404)
        #expect((reply.header("Content-Encoding") == "gzip") == isPacked)
        #expect(reply.header("Vary")?.contains("Accept-Encoding") == true)
    }
}
