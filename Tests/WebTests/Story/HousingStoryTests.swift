import Centre
import TestSupport
import Testing

@testable import Web

/// The article's housing estate, played through the pages: from September 2023 four months with
/// twenty-four meetings, then the closing, and a question that goes on.
@Suite struct `The housing estate, through the pages` {
    private static let meetings = 24

    @Test func `twenty-four meetings read as one line of what was decided, promised and kept`()
        async throws
    {
        try await withCentre(.sqlite, at: "2023-09-04T08:40:00+08:00") { sample in
            let site = try sample.site()
            let stage = try await Stage(sample)
            let page = "/desk/matters/\(stage.id)"
            try await giveOut(stage, page, site)
            for number in 1...Self.meetings {
                try await meet(number, page, sample, site)
                sample.clock.move(hours: 24 * 5 - 2)
            }
            let read = try await web(.dispatcher, named: "reader", sample, site) { web in
                try await web.get("\(page)/joint").text
            }
            #expect(read.contains("会议 24 次，决定 24 项，承诺 24 项；已兑现 24 项"))
            for number in 1...Self.meetings { #expect(read.contains("第\(number)项决定。")) }
            try await end(stage, page, sample, site)
        }
    }

    private func web<Answer>(
        _ role: Role,
        _ unit: String = "centre",
        named name: String,
        _ sample: SampleCentre,
        _ site: Site,
        _ body: (inout PageBrowser) async throws -> Answer
    ) async throws -> Answer {
        var web = PageBrowser(site)
        try await web.signIn(sample, role, unit, named: name)
        return try await body(&web)
    }

    /// Opens the form of a step that the page offers, and sends it.
    private func take(
        _ step: String,
        _ fields: [String: String],
        on page: String,
        _ web: inout PageBrowser
    ) async throws {
        let text = try await web.get("\(page)/joint").text
        let pattern = try Regex("/desk/joint/\(step)/[0-9a-f-]+")
        // The newest stands last.
        let found = try #require(text.matches(of: pattern).last, "\(step)")
        let done = try await web.submit(String(text[found.range]), fields)
        try #require(done.status == 303, "\(step): \(done.status) \(done.text.alerts)")
    }

    // MARK: Given out, and joint handling opened

    private func giveOut(_ stage: Stage, _ page: String, _ site: Site) async throws {
        let sample = stage.sample
        try await web(.dispatcher, named: "first", sample, site) { web in
            let given = try await web.submit(
                "/desk/dispatch/\(stage.id)",
                [
                    "class": "0202-B", "route": "mediation", "unit": "housing",
                    "instruction": "牵头推动竣工验收备案", "assist[]": "police",
                ]
            )
            try #require(given.status == 303)
            try await take("open", ["words": "开发商账户被封，业主收不了楼"], on: page, &web)
        }
        for unit in ["housing", "police"] {
            try await web(.liaison, unit, named: "first", sample, site) { web in
                let part = try await stage.view().assignments.first { $0.unit.code == unit }
                let id = try #require(part).id
                let signed = try await web.submit("\(page)/steps/sign/\(id)", [:])
                #expect(signed.status == 303)
            }
        }
    }

    // MARK: One meeting

    private func meet(
        _ number: Int,
        _ page: String,
        _ sample: SampleCentre,
        _ site: Site
    ) async throws {
        let today = sample.clock.now.day()
        try await web(.dispatcher, named: "m\(number)", sample, site) { web in
            let call = [
                "agenda": "第\(number)次推进会", "place": "综治中心二楼会议室",
                "meetsDay": "\(today)", "meetsTime": "09:30", "units[]": "housing,police",
            ]
            try await take("callMeeting", call, on: page, &web)
            sample.clock.move(hours: 2)
            try await take("hold", ["words": "第\(number)次会议纪要"], on: page, &web)
            try await take("decide", ["words": "第\(number)项决定。"], on: page, &web)
            let promise = [
                "unit": "police", "words": "调取第\(number)批查封资料", "evidence": "资料清单",
                "day": "\(today.adding(4))",
            ]
            try await take("pledgeAt", promise, on: page, &web)
        }
        try await web(.liaison, "police", named: "m\(number)", sample, site) { web in
            try await take("keep", ["words": "资料已送达"], on: page, &web)
        }
    }

    // MARK: Signed by all, closed, and watched

    private func end(
        _ stage: Stage,
        _ page: String,
        _ sample: SampleCentre,
        _ site: Site
    ) async throws {
        for unit in ["police", "housing"] {
            try await web(.liaison, unit, named: "last", sample, site) { web in
                let part = try await stage.view().assignments.first { $0.unit.code == unit }
                let id = try #require(part).id
                let words = ["outcome": "settled", "text": "已通过验收", "publicText": "可以收楼"]
                let replied = try await web.submit("\(page)/steps/reply/\(id)", words)
                try #require(replied.status == 303, "\(replied.text.suffix(1200))")
                if unit == "housing" {
                    try await take("askSignOff", ["words": "已通过综合竣备验收"], on: page, &web)
                }
            }
        }
        try await web(.liaison, "police", named: "signer", sample, site) { web in
            try await take("sign", [:], on: page, &web)
        }
        try await web(.supervisor, named: "last", sample, site) { web in
            let path = "/desk/verification/\(stage.id)"
            let judged = ["verdict": "accepted", "note": "材料齐全"]
            #expect(try await web.submit(path, judged).status == 303)
            let kind = ["kind": "mediatedWritten"]
            let closed = try await web.submit("\(path)/closure", kind, from: path)
            #expect(closed.status == 303, "\(closed.text.suffix(1200))")
        }
        #expect(try await stage.view().stage == .closed)
        try await web(.dispatcher, named: "watch", sample, site) { web in
            let question = [
                "words": "业主的房产证是否已办理", "day": "\(sample.clock.now.day().adding(30))",
                "interval": "30",
            ]
            try await take("follow", question, on: page, &web)
            #expect(try await web.get("\(page)/joint").text.contains("业主的房产证是否已办理"))
        }
    }
}

extension String {
    /// What a form says above and beside its boxes.
    fileprivate var alerts: String {
        matches(of: /(?:class="beside"|role="alert")[\s\S]{0,400}?<\/(?:div|p)>/)
            .map { String($0.output) }.joined()
    }
}
