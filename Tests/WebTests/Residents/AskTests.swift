import Centre
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `Telling the centre something` {
    @Test func `leads through all questions to a receipt with number, code and dates`() async throws
    {
        try await withCentre(.sqlite) { sample in
            var telling = try await Telling(sample)
            try await telling.toCheck(photos: [("墙.jpg", Photo.jpeg)])
            for word in [Telling.title, "只剩半米宽。", "望帆村", "墙.jpg", "欧阳翠柳", "实名"] {
                #expect(telling.page.text.contains(word), "\(word)")
            }
            let sent = try await telling.send()
            #expect(sent.status == 303 && sent.location == "/ask/sent")
            let page = try await telling.web.get("/ask/sent")
            let key = try #require(Followed(telling.web.cookies["concern"]))
            #expect(page.text.contains(key.number) && page.text.contains(key.code))
            #expect(page.text.contains("<svg xmlns") && page.text.contains("依据："))
            #expect(page.header("Clear-Site-Data") == "\"cache\"")
            let view = try await sample.intake.follow(key.number, code: key.code)
            #expect(view.title == Telling.title && view.content == Telling.words)
            #expect(view.kind == .dispute)
        }
    }

    @Test func `sent twice is registered once, and other words are not swallowed`() async throws {
        try await withCentre(.sqlite) { sample in
            var telling = try await Telling(sample)
            try await telling.toCheck()
            let form = try telling.page.fields()
            _ = try await telling.send()
            let first = telling.web.cookies["concern"]
            let again = try await telling.web.post("/ask/send", form)
            #expect(again.status == 303 && telling.web.cookies["concern"] == first)
            let other = try await telling.web.post(
                "/ask/send",
                form.merging(["title": "另一件事"]) { $1 }
            )
            #expect(other.status == 409 && other.text.contains("另一件事"))
            let count: Int? = try await sample.house.database.read {
                try $0.value("SELECT COUNT(*) FROM concerns")
            }
            #expect(count == 1)
        }
    }

    @Test func `stops at a danger, shows the numbers to call, and goes on`() async throws {
        try await withCentre(.sqlite) { sample in
            var telling = try await Telling(sample)
            try await telling.answer(["dangerNow": "yes"])
            for number in ["110", "119", "120"] {
                #expect(telling.page.text.contains("href=\"tel:\(number)\""))
            }
            try await telling.answer([:])
            #expect(telling.page.text.contains("value=\"dispute\""))
            try await telling.answer(["kind": "help"])
            try await telling.answer(["title": "有人被困", "content": "三楼"])
            try await telling.answer([:])
            try await telling.answer(files: [])
            try await telling.answer(["requester.mode": "anonymous"])
            try await telling.answer([:])
            _ = try await telling.send()
            let key = try #require(Followed(telling.web.cookies["concern"]))
            let danger: Int? = try await sample.house.database.read {
                try $0.value("SELECT danger_now FROM matters")
            }
            #expect(danger == 1 && !key.number.isEmpty)
        }
    }

    @Test func `without a name keeps no name, even one typed before`() async throws {
        try await withCentre(.sqlite) { sample in
            var telling = try await Telling(sample)
            try await telling.toCheck()
            try await telling.answer(["go": "mode"])
            try await telling.answer(["requester.mode": "anonymous"])
            #expect(!telling.page.text.contains("欧阳翠柳"))
            try await telling.answer(["requester.phones[]": ""])
            _ = try await telling.send()
            let key = try #require(Followed(telling.web.cookies["concern"]))
            let contacts = ContactsDesk(house: sample.house)
            let data = try await contacts.mine(key.number, code: key.code)
            #expect(data.requester?.name == nil && data.requester?.phones == [])
        }
    }

    static let wrongAnswers: [(String, [String: String], String)] = [
        ("words", ["title": "", "content": "只写了这里"], "f-title-problem"),
        ("place", ["place.areaCode": "442000007999"], "f-place-areaCode-problem"),
        (
            "reach", ["requester.name": "", "requester.phones[]": "13800138000"],
            "f-requester-name-problem"
        ),
        (
            "reach", ["requester.name": "吴", "requester.phones[]": "12"],
            "f-requester-phones---problem"
        ),
    ]

    @Test(arguments: wrongAnswers)
    func `a wrong answer stays at its question with a sentence, and nothing is lost`(
        step: String,
        wrong: [String: String],
        place: String
    ) async throws {
        try await withCentre(.sqlite) { sample in
            var telling = try await Telling(sample)
            try await telling.toCheck()
            try await telling.answer(["go": step])
            try await telling.answer(wrong, status: 422)
            #expect(
                telling.page.text.contains("id=\"\(place)\""),
                "\(telling.page.text.suffix(3000))"
            )
            let kept = try telling.page.fields()
            #expect(kept["kind"] == "dispute")
            for value in wrong.values where !value.isEmpty && step != "place" {
                #expect(telling.page.text.contains(value))
            }
        }
    }

    @Test func `the way back keeps what was typed on the page it leads from`() async throws {
        try await withCentre(.sqlite) { sample in
            var telling = try await Telling(sample)
            try await telling.answer(["dangerNow": "no"])
            try await telling.answer(["kind": "consult"])
            try await telling.answer(["title": "只写了一半", "go": "kind"])
            #expect(telling.page.text.contains("value=\"consult\""))
            try await telling.answer(["kind": "help"])
            #expect(telling.page.text.contains("value=\"只写了一半\""))
            #expect(telling.page.header("Cache-Control") == "private, no-cache")
        }
    }

    @Test func `a form from a page that stood open too long comes back whole`() async throws {
        try await withCentre(.sqlite) { sample in
            var telling = try await Telling(sample)
            try await telling.toCheck()
            let form = try telling.page.fields()
            telling.web.forget("stranger")
            telling.page = try await telling.web.post("/ask/send", form)
            #expect(telling.page.status == 403)
            telling.page = try await telling.web.post("/ask/send", try telling.page.fields())
            #expect(telling.page.status == 200 && telling.page.text.contains(Telling.title))
            #expect(try await telling.send().status == 303)
        }
    }
}

@Suite struct `Photographs at the pages` {
    @Test(arguments: [("墙.jpg", Photo.jpeg), ("b.png", Photo.png)])
    func `lose where they were taken`(name: String, bytes: [UInt8]) async throws {
        try await withCentre(.sqlite) { sample in
            var telling = try await Telling(sample)
            try await telling.toCheck(photos: [(name, bytes)])
            _ = try await telling.send()
            let key = try #require(Followed(telling.web.cookies["concern"]))
            let desk = AttachmentsDesk(house: sample.house)
            let lines = try await desk.lines(ofConcern: key.number, code: key.code)
            #expect(lines.map(\.name) == [name])
            for line in lines {
                let path = "/concerns/\(key.number)/attachments/\(line.id)"
                let reply = try await telling.web.get(path)
                #expect(reply.status == 200 && reply.header("Content-Type") == line.mediaType)
                #expect(reply.body.firstRange(of: Photo.secret) == nil)
                #expect(reply.header("X-Content-Type-Options") == "nosniff")
                #expect(reply.header("Content-Security-Policy")?.contains("sandbox") == true)
                #expect(reply.header("Content-Disposition")?.hasPrefix("inline;") == true)
                var stranger = PageBrowser(telling.site)
                #expect(try await stranger.get(path).status == 404)
            }
        }
    }

    @Test func `of a wrong kind or too large are refused with a sentence, the good ones stay`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            var telling = try await Telling(sample)
            try await telling.toCheck()
            try await telling.answer(["go": "photos"])
            let large = Photo.jpeg + [UInt8](repeating: 0, count: Attachment.largest)
            try await telling.answer(
                files: [("好.jpg", Photo.jpeg), ("动.heic", Photo.heic)],
                status: 422
            )
            #expect(telling.page.text.contains("第 2 个文件不能收"))
            #expect(
                telling.page.text.contains("好.jpg")
                    && telling.page.text.contains("id=\"f-photos-problem\"")
            )
            try await telling.answer(files: [("大.jpg", large)], status: 422)
            #expect(telling.page.text.contains("不超过 5 MB") && telling.page.text.contains("好.jpg"))
            let kept = try telling.page.fields()
            #expect(kept["title"] == Telling.title && kept["photos[]"] != nil)
            try await telling.answer(["go": try #require(kept["photos[]"])])
            #expect(!telling.page.text.contains("好.jpg"))
        }
    }

    @Test func `that waited too long are asked for again, and the words are kept`() async throws {
        try await withCentre(.sqlite) { sample in
            var telling = try await Telling(sample)
            try await telling.toCheck(photos: [("墙.jpg", Photo.jpeg)])
            sample.clock.move(hours: 4)
            _ = try await AttachmentsDesk(house: sample.house)
                .hold(try AttachmentFile(Photo.png, named: "b.png"))
            let refused = try await telling.send()
            #expect(refused.status == 422 && refused.text.contains("没有留住"))
            #expect(try refused.fields()["title"] == Telling.title)
        }
    }
}

/// The least that passes for a photograph.
enum Photo {
    static let secret = Array("22.6187N 113.4812E".utf8)
    static let heic: [UInt8] = [0, 0, 0, 0x18] + Array("ftypheic".utf8)

    static let jpeg: [UInt8] = {
        let exif = Array("Exif\0\0".utf8) + secret
        var bytes: [UInt8] = [0xff, 0xd8, 0xff, 0xe1, 0, UInt8(exif.count + 2)]
        bytes += exif
        bytes += [0xff, 0xda, 0, 2, 0x12, 0x34, 0xff, 0xd9]
        return bytes + secret
    }()

    static let png: [UInt8] = {
        var bytes: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
        bytes += chunk("IHDR", [UInt8](repeating: 0, count: 13))
        bytes += chunk("tEXt", secret)
        bytes += chunk("IDAT", [1])
        return bytes + chunk("IEND", [])
    }()

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        [0, 0, 0, UInt8(content.count)] + Array(name.utf8) + content + [0, 0, 0, 0]
    }
}
