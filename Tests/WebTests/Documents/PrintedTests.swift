import Centre
import Foundation
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `Papers as PDF` {
    @Test(arguments: ["zh-Hans", "en"])
    func `a receipt can be read, and its code leads to the concern`(lang: String) async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let reply = try await hall.clerk.browser.get(
                "/api/v1/concerns/\(slip.number)/documents/receipt?format=pdf&lang=\(lang)"
            )
            #expect(reply.status == 200, "\(reply.text.prefix(200))")
            #expect(reply.header("Content-Type") == "application/pdf")
            #expect(Array(reply.body.prefix(4)) == Array("%PDF".utf8))
            let (text, scanned) = try await Tool.inFolder { folder in
                let file = folder.appending(path: "paper.pdf").path()
                try Data(reply.body).write(to: URL(filePath: file))
                let text = try Tool("pdftotext").run("-layout", file, "-")
                let picture = folder.appending(path: "paper").path()
                try Tool("pdftoppm").run("-r", "150", "-f", "1", "-l", "1", "-png", file, picture)
                let made = try FileManager.default.contentsOfDirectory(atPath: folder.path())
                    .filter { $0.hasSuffix(".png") }
                let page = folder.appending(path: try #require(made.first)).path()
                return (text, try Tool("zbarimg").run("-q", "--raw", page))
            }
            #expect(text.contains(slip.number))
            // The code's letters stand apart on paper.
            #expect(text.filter { $0 != " " }.contains(slip.code))
            #expect(text.contains(lang == "en" ? "Receipt for a concern" : "诉求登记受理回执"))
            let link = scanned.trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(link.hasSuffix("/concerns/\(slip.number)#\(slip.code)"))
        }
    }

    @Test func `a bundle is one file with a page for each, and each is entered`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slips = [
                try await hall.register(),
                try await hall.register(Orders.order(title: "围墙挡路")),
            ]
            let numbers = slips.map { "\"\($0.number)\"" }.joined(separator: ",")
            let reply = try await hall.clerk.browser.post(
                "/api/v1/documents/print",
                #"{"receipts":[\#(numbers)],"lang":"zh-Hans"}"#
            )
            #expect(reply.status == 200, "\(reply.text.prefix(200))")
            let text = try await Tool.inFolder { folder in
                let file = folder.appending(path: "papers.pdf")
                try Data(reply.body).write(to: file)
                return try Tool("pdftotext").run(file.path(), "-")
            }
            for slip in slips {
                #expect(text.contains(slip.number))
                let timeline = try await hall.clerk.get("/matters/\(slip.matter)/timeline")
                let acts = try timeline.value(at: "items")?.elements.compactMap { $0["act"]?.text }
                #expect(acts?.contains("documentPrinted") == true)
            }
        }
    }

    @Test func `the press fetches nothing, neither from the network nor from a file`() async throws
    {
        let page = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
            <link rel="stylesheet" href="file:///etc/hostname">
            <link rel="stylesheet" href="http://127.0.0.1:9/x.css"></head>
            <body><p>kept</p><img src="file:///usr/share/pixmaps/debian-logo.png" alt="refused">
            </body></html>
            """
        let pdf = try await PaperPress().pdf(of: page)
        let text = try await Tool.inFolder { folder in
            let file = folder.appending(path: "page.pdf")
            try Data(pdf).write(to: file)
            let images = try Tool("pdfimages").run("-list", file.path())
            #expect(images.split(separator: "\n").count == 2, "a heading and no line")
            return try Tool("pdftotext").run(file.path(), "-")
        }
        #expect(text.contains("kept"))
        #expect(text.contains("refused"), "the picture's words stand in its place")
    }

    @Test func `a press that takes too long, breaks or is not there says so`() async throws {
        let cases: [(PaperPress.Settings, String)] = [
            ("/nowhere/python3", "press-missing"), ("/bin/false", "press-failed"),
            ("/bin/true", "press-failed"),
        ].map { program, word in
            var settings = PaperPress.Settings()
            settings.program = program
            return (settings, word)
        }
        for (settings, word) in cases {
            let problem = await #expect(throws: Problem.self) {
                _ = try await PaperPress(settings).pdf(of: String(repeating: "x", count: 300_000))
            }
            #expect(problem?.word == word)
            #expect(problem?.status == .serviceUnavailable)
            #expect(problem?.retryAfter != nil)
        }
        var brief = PaperPress.Settings()
        brief.program = try await Tool.sleeper()
        brief.seconds = 1
        let problem = await #expect(throws: Problem.self) {
            _ = try await PaperPress(brief).pdf(of: "x")
        }
        #expect(problem?.word == "press-too-slow")
    }

    @Test func `beyond its waiting line the press says so at once`() async throws {
        var settings = PaperPress.Settings()
        settings.program = try await Tool.sleeper()
        settings.seconds = 2
        settings.waiting = 1
        let press = PaperPress(settings)
        let words = await withTaskGroup(of: String.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    do {
                        _ = try await press.pdf(of: "x")
                        return "made"
                    } catch let problem as Problem {
                        return problem.word
                    } catch {
                        return "\(error)"
                    }
                }
            }
            return await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(words.filter { $0 == "press-busy" }.count == 2)
        #expect(words.filter { $0 == "press-too-slow" }.count == 2)
    }
}

extension Tool {
    /// A program that waits longer than anybody does, whatever it is told.
    static func sleeper() async throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).sh")
        try Data("#!/bin/sh\nexec sleep 30\n".utf8).write(to: file)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700],
            ofItemAtPath: file.path()
        )
        return file.path()
    }
}

@Suite struct QRCodeTests {
    @Test func `a code has its three corners and a light margin`() throws {
        let code = try #require(QRCode("https://centre.example/concerns/A#B"))
        #expect(code.width >= 21 && code.modules.count == code.width * code.width)
        let last = code.width - 7
        for (left, top) in [(0, 0), (last, 0), (0, last)] {
            for step in 0..<7 {
                #expect(code.modules[top * code.width + left + step])
                #expect(code.modules[(top + step) * code.width + left])
            }
            #expect(!code.modules[(top + 1) * code.width + left + 1])
        }
        let svg = code.svg(titled: "a < b & c")
        #expect(svg.contains("viewBox=\"0 0 \(code.width + 8) \(code.width + 8)\""))
        #expect(svg.contains("<title>a &lt; b &amp; c</title>"))
        #expect(!svg.contains("style") && !svg.contains("href"))
    }

    @Test func `a text no code can hold gives none`() {
        #expect(QRCode(String(repeating: "x", count: 5000)) == nil)
    }
}
