import Centre
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `Following a concern` {
    @Test func `a wrong code and a number nobody has get the same sentence`() async throws {
        try await withCentre(.sqlite) { sample in
            let work = try await Work(sample)
            var web = PageBrowser(try sample.site())
            var pages: [String] = []
            for fields in [
                ["number": work.receipt.number, "code": "AAAAAAAAAA"],
                ["number": "MZ209900000001", "code": work.receipt.queryCode],
                ["number": "~'; DROP", "code": "~"],
            ] {
                let reply = try await web.submit("/follow", fields)
                #expect(reply.status == 422 && web.cookies["concern"] == nil)
                #expect(!reply.text.contains("value=\"\(fields["code"] ?? "")\""))
                pages.append(reply.text.contains("没有找到") ? "same" : reply.text)
            }
            #expect(Set(pages) == ["same"])
        }
    }

    @Test func `number and code stand in no address`() async throws {
        try await withCentre(.sqlite) { sample in
            let work = try await Work(sample)
            var following = try await Following(sample, work.receipt)
            let page = try await following.web.get("/follow")
            #expect(page.status == 200 && page.text.contains(work.receipt.number))
            #expect(!page.text.contains(work.receipt.queryCode))
            #expect(page.text.contains("依据："))
        }
    }

    @Test func `the square code leads to a form with the number filled in`() async throws {
        try await withCentre(.sqlite) { sample in
            let work = try await Work(sample)
            var web = PageBrowser(try sample.site())
            let page = try await web.get("/concerns/\(work.receipt.number)")
            #expect(page.text.contains("value=\"\(work.receipt.number)\""))
            #expect(page.text.contains("data-follow"))
            var following = try await Following(sample, work.receipt)
            let known = try await following.web.get("/concerns/\(work.receipt.number)")
            #expect(known.status == 303 && known.location == "/follow")
        }
    }

    @Test func `shows the way, who has it, the answer, and takes a rating in two taps`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            var following = try await Following.answered(sample)
            let page = try await following.web.get("/follow")
            for word in ["墙退后一米", "司法所", "已经签收", "两下就好"] {
                #expect(page.text.contains(word), "\(word)")
            }
            let form = try page.form(at: "/follow/rating")
            let unsaid = try await following.web.post(
                "/follow/rating",
                form.merging(["fair": "yes"]) { $1 }
            )
            #expect(unsaid.status == 400 && unsaid.text.contains("#f-solved"))
            let done = try await following.web.post(
                "/follow/rating",
                form.merging(["solved": "yes", "fair": "partly"]) { $1 }
            )
            #expect(done.status == 303)
            let after = try await following.web.get("/follow")
            #expect(after.text.contains("谢谢您的评价") && after.text.contains("解决了，一般"))
            #expect(!after.text.contains("/follow/rating"))
        }
    }

    @Test func `a contest with a reason opens the matter again`() async throws {
        try await withCentre(.sqlite) { sample in
            var following = try await Following.answered(sample)
            let empty = try await following.web.submit("/follow/contest", ["reason": ""])
            #expect(empty.status == 400 && empty.text.contains("f-reason-problem"))
            let done = try await following.web.submit("/follow/contest", ["reason": "墙还在"])
            #expect(done.status == 303)
            let page = try await following.web.get("/follow")
            #expect(page.text.contains("重新办理"))
            let view = try await sample.intake.follow(
                following.receipt.number,
                code: following.receipt.queryCode
            )
            #expect(view.state == .contested && view.stage == .reopened)
        }
    }

    @Test func `words and photographs are added, a bad file adds neither`() async throws {
        try await withCentre(.sqlite) { sample in
            let work = try await Work(sample)
            let following = try await Following(sample, work.receipt)
            var telling = try await Telling(sample)
            telling.web = following.web
            telling.page = try await telling.web.get("/follow/supplement")
            let address = "/follow/supplement"
            try await telling.answer(
                files: [("a.heic", Photo.heic)],
                at: address,
                ["content": "墙高两米"],
                status: 422
            )
            #expect(telling.page.text.contains("墙高两米"))
            #expect(telling.page.text.contains("f-photos-problem"))
            try await telling.answer(
                files: [("墙.jpg", Photo.jpeg)],
                at: address,
                ["content": "墙高两米"],
                status: 303
            )
            let page = try await telling.web.get("/follow")
            #expect(page.text.contains("墙高两米") && page.text.contains("墙.jpg"))
            let view = try await sample.intake.follow(
                work.receipt.number,
                code: work.receipt.queryCode
            )
            #expect(view.additions == ["墙高两米"])
        }
    }

    @Test func `a withdrawal needs no reason, and ends with leaving`() async throws {
        try await withCentre(.sqlite) { sample in
            let work = try await Work(sample)
            var following = try await Following(sample, work.receipt)
            #expect(try await following.web.submit("/follow/withdrawal", [:]).status == 303)
            let page = try await following.web.get("/follow")
            #expect(page.text.contains("您已撤回") && !page.text.contains("/follow/withdrawal"))
            let left = try await following.web.submit("/follow/leave", [:], from: "/follow")
            #expect(left.status == 303 && following.web.cookies["concern"] == nil)
            #expect(try await following.web.get("/follow").text.contains("name=\"code\""))
        }
    }

    @Test func `an act for a page of another concern is not carried out`() async throws {
        try await withCentre(.sqlite) { sample in
            let (first, second) = (try await Work(sample), try await Work(sample))
            var following = try await Following(sample, first.receipt)
            let form = try await following.web.get("/follow/withdrawal").form()
            _ = try await following.web.submit(
                "/follow",
                ["number": second.receipt.number, "code": second.receipt.queryCode],
                from: "/concerns/\(second.receipt.number)"
            )
            let refused = try await following.web.post("/follow/withdrawal", form)
            #expect(refused.status == 422)
            for receipt in [first.receipt, second.receipt] {
                let view = try await sample.intake.follow(receipt.number, code: receipt.queryCode)
                #expect(view.state == .registered)
            }
        }
    }
}

@Suite struct `My data` {
    @Test func `is masked until asked for, corrected, and erased after a tick`() async throws {
        try await withCentre(.sqlite) { sample in
            var telling = try await Telling(sample)
            try await telling.toCheck()
            _ = try await telling.send()
            var web = telling.web
            let masked = try await web.get("/my-data")
            #expect(masked.text.contains("欧**") && !masked.text.contains("13987654321"))
            #expect(try await web.get("/my-data?full=1").text.contains("13987654321"))
            let corrected = try await web.submit(
                "/my-data/correction",
                ["name": "欧阳柳", "phones[]": "13987654321", "address": "河边路 7 号"]
            )
            #expect(corrected.status == 303)
            #expect(try await web.get("/my-data?full=1").text.contains("欧阳柳"))
            let early = try await web.submit("/my-data/erasure", ["confirmed": "yes"])
            #expect(early.status == 422)
            _ = try await web.submit("/follow/withdrawal", [:])
            let unticked = try await web.submit("/my-data/erasure", [:])
            #expect(unticked.status == 422 && unticked.text.contains("f-confirmed-problem"))
            #expect(try await web.submit("/my-data/erasure", ["confirmed": "yes"]).status == 303)
            let gone = try await web.get("/my-data")
            #expect(gone.status == 200 && !gone.text.contains("欧"))
            #expect(!(try await web.get("/follow").text.contains(Telling.title)))
        }
    }

    @Test func `tells who looked and what for`() async throws {
        try await withCentre(.sqlite) { sample in
            let work = try await Work(sample)
            _ = try await ContactsDesk(house: sample.house).disclose(
                work.receipt.number,
                for: .callBack,
                to: try sample.officer(.clerk),
                operation: sample.operation()
            )
            var following = try await Following(sample, work.receipt)
            let page = try await following.web.get("/my-data")
            #expect(page.text.contains("窗口受理员，为了给您回电话"))
        }
    }

    @Test func `of one who follows nothing asks for number and code first`() async throws {
        try await withCentre(.sqlite) { sample in
            let work = try await Work(sample)
            var web = PageBrowser(try sample.site())
            for path in ["/my-data", "/my-data/erasure", "/follow/contest", "/ask/sent"] {
                let reply = try await web.get(path)
                #expect(reply.status == 303 && reply.location.hasPrefix("/follow"), "\(path)")
            }
            let found = try await web.submit(
                "/follow",
                ["number": work.receipt.number, "code": work.receipt.queryCode],
                from: "/follow?to=/my-data"
            )
            #expect(found.location == "/my-data")
            let elsewhere = try await web.get("/follow?to=//evil.example")
            #expect(!elsewhere.text.contains("value=\"//evil"))
            #expect(!elsewhere.text.contains("href=\"//evil"))
        }
    }
}
