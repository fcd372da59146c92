import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

/// A browser that keeps cookies and fills in forms, as a person at a page does.
struct PageBrowser {
    private let browser: Browser
    private(set) var cookies: [String: String] = [:]
    var language = "zh-CN"

    init(_ site: Site) {
        browser = Browser(site)
    }

    mutating func get(_ path: String) async throws -> TestSupport.Reply {
        try await send(.get, path)
    }

    /// Opens the page that holds the form, fills it in and sends it.
    mutating func submit(
        _ path: String,
        _ fields: [String: String],
        from page: String? = nil
    ) async throws -> TestSupport.Reply {
        let form = try await get(page ?? path).form()
        return try await post(path, form.merging(fields) { $1 })
    }

    /// Sends these fields and nothing else; of a list, the elements stand between commas.
    mutating func post(
        _ path: String,
        _ fields: [String: String],
        headers: [String: String] = [:]
    ) async throws -> TestSupport.Reply {
        let pairs = fields.sorted { $0.key < $1.key }.flatMap { name, value in
            let isList = name.hasSuffix("[]")
            let values = isList ? value.split(separator: ",").map(String.init) : [value]
            return values.map { "\(PageBrowser.escaped(name))=\(PageBrowser.escaped($0))" }
        }
        let body = pairs.joined(separator: "&")
        return try await send(.post, path, body, headers)
    }

    /// Opens the page that holds the form, fills it in, chooses a file and sends all of it.
    mutating func upload(
        _ path: String,
        _ fields: [String: String],
        _ file: (field: String, name: String, bytes: [UInt8])
    ) async throws -> TestSupport.Reply {
        let form = try await get(path).form().merging(fields) { $1 }
        let edge = "----edge"
        var body: [UInt8] = []
        func add(_ text: String) { body += Array(text.utf8) }
        for (name, value) in form.sorted(by: { $0.key < $1.key }) {
            add("--\(edge)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n")
            add("\(value)\r\n")
        }
        add("--\(edge)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; ")
        add("filename=\"\(file.name)\"\r\nContent-Type: application/octet-stream\r\n\r\n")
        body += file.bytes
        add("\r\n--\(edge)--\r\n")
        let kind = ["Content-Type": "multipart/form-data; boundary=\(edge)"]
        return try await send(.post, path, bytes: body, kind)
    }

    mutating func signIn(
        _ sample: SampleCentre,
        _ role: Role,
        _ unit: String = "centre",
        named name: String = "a"
    ) async throws {
        cookies["session"] = try await sample.signIn(role, unit, named: name)
    }

    mutating func forget(_ cookie: String) { cookies[cookie] = nil }

    mutating func keep(_ cookie: String, _ value: String?) { cookies[cookie] = value }

    private mutating func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String? = nil,
        _ more: [String: String] = [:]
    ) async throws -> TestSupport.Reply {
        var headers = more
        if body != nil {
            headers["Content-Type"] = more["Content-Type"] ?? "application/x-www-form-urlencoded"
        }
        return try await send(method, path, bytes: body.map { Array($0.utf8) }, headers)
    }

    private mutating func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        bytes: [UInt8]?,
        _ more: [String: String]
    ) async throws -> TestSupport.Reply {
        var headers = ["Accept-Language": language]
        if !cookies.isEmpty {
            headers["Cookie"] = cookies.sorted { $0.key < $1.key }
                .map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        let reply = try await browser.send(
            method,
            path,
            body: bytes,
            headers: headers.merging(more) { $1 }
        )
        for cookie in reply.cookies {
            let pair = cookie.split(separator: ";")[0].split(separator: "=", maxSplits: 1)
            let value = pair.count == 2 ? String(pair[1]) : ""
            cookies[String(pair[0])] = value.isEmpty ? nil : value
        }
        return reply
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = Character(Unicode.Scalar(byte)).isLetter && byte < 0x80
            let digits = String(byte, radix: 16)
            return isPlain || (0x30...0x39).contains(byte)
                ? String(Unicode.Scalar(byte)) : "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}

extension TestSupport.Reply {
    var cookies: [String] { headers[values: .setCookie] }

    var location: String { header("Location") ?? "" }

    /// The hidden fields of the last form of the page: navigation has forms too.
    func form() throws -> [String: String] {
        #expect(status == 200, "\(text.prefix(300))")
        return try hidden()
    }

    func hidden() throws -> [String: String] {
        let form = try #require(text.pieces(between: "<form").last)
        var fields: [String: String] = [:]
        for input in form.pieces(between: "<input type=\"hidden\"").dropFirst() {
            let name = try #require(input.attribute("name"))
            let value = try #require(input.attribute("value"))
            fields[name] = value
        }
        return fields
    }
}

extension String {
    fileprivate func pieces(between separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }

    /// The first attribute of that name, its escapes undone.
    fileprivate func attribute(_ name: String) -> String? {
        let parts: [String] = pieces(between: "\(name)=\"")
        guard parts.count > 1 else { return nil }
        var value = String(parts[1].prefix { $0 != "\"" })
        let escapes = [
            ("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
        ]
        for (escape, plain) in escapes { value = value.replacing(escape, with: plain) }
        return value
    }
}
