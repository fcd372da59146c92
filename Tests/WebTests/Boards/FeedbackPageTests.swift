import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `Verification and return visits` {
    private func atTheDesk(
        _ role: Role,
        _ body: (inout PageBrowser, SampleCentre, Stage) async throws -> Void
    ) async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, role)
            try await body(&web, sample, try await Stage(sample))
        }
    }

    @Test func `a reply is read beside what was asked, accepted, and the matter closed`()
        async throws
    {
        try await atTheDesk(.supervisor) { web, _, stage in
            try await stage.toReplied()
            #expect(try await web.get("/desk/verification").text.contains(stage.number))
            let path = "/desk/verification/\(stage.id)"
            let page = try await web.get(path).text
            #expect(page.contains("宅基地界址不明") && page.contains("双方已达成协议"))
            let judged = ["verdict": "accepted", "note": "材料齐全"]
            #expect(try await web.submit(path, judged).location == path)
            #expect(
                try await web.get("/desk/verification?queue=toClose").text.contains(stage.number)
            )
            let closed = try await web.submit(
                "\(path)/closure",
                ["kind": "mediatedWritten"],
                from: path
            )
            #expect(closed.status == 303)
            #expect(try await stage.view().stage == .closed)
        }
    }

    @Test func `a reply goes back with what is missing`() async throws {
        try await atTheDesk(.supervisor) { web, _, stage in
            try await stage.toReplied()
            let path = "/desk/verification/\(stage.id)"
            let empty = try await web.submit(path, ["verdict": "rework"])
            #expect(empty.status == 400 && empty.text.contains("f-note-problem"))
            let reply = try await web.submit(path, ["verdict": "rework", "note": "没有写依据"])
            #expect(reply.location == "/desk/verification")
            #expect(try await stage.view().assignments.last?.state == .rework)
        }
    }

    @Test func `who handled it is told that somebody else verifies`() async throws {
        try await withCentre(.sqlite) { sample in
            let stage = try await Stage(sample)
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .supervisor)
            let token = try #require(web.cookies["session"])
            let supervisor = try await sample.access.viewer(ofToken: token)
            let both = Viewer(
                officer: supervisor.officer,
                name: "",
                login: "",
                posts: supervisor.posts + (try sample.officer(.liaison, "justice").posts)
            )
            try await stage.accepted()
            try await stage.assigned()
            try await stage.signed(by: both)
            try await stage.replied()
            let page = try await web.get("/desk/verification/\(stage.id)").text
            #expect(page.contains("必须是三个人") && !page.contains("name=\"verdict\""))
        }
    }

    @Test func `a visit asks two questions and keeps the person's words`() async throws {
        try await atTheDesk(.visitor) { web, _, stage in
            try await stage.toClosed()
            #expect(try await web.get("/desk/visits").text.contains("/desk/visits/\(stage.number)"))
            let path = "/desk/visits/\(stage.number)"
            let half = try await web.submit(
                path,
                ["reached": "yes", "solved": "yes", "words": "还行吧"]
            )
            #expect(half.status == 400 && half.text.contains("f-fair-problem"))
            #expect(half.text.contains("还行吧"))
            let whole = ["reached": "yes", "solved": "yes", "fair": "partly", "words": "还行吧"]
            #expect(try await web.submit(path, whole).status == 303)
            #expect(try await stage.view().concerns.first?.visitedAt != nil)
            #expect(try await !web.get("/desk/visits").text.contains(stage.number))
        }
    }

    @Test func `not solved opens the matter again`() async throws {
        try await atTheDesk(.visitor) { web, _, stage in
            try await stage.toClosed()
            let said = ["reached": "yes", "solved": "no", "fair": "yes"]
            #expect(try await web.submit("/desk/visits/\(stage.number)", said).status == 303)
            #expect(try await stage.view().stage == .reopened)
        }
    }

    @Test func `name and phone are shown by an act, which the person can read`() async throws {
        try await atTheDesk(.visitor) { web, sample, stage in
            try await stage.toClosed()
            let path = "/desk/visits/\(stage.number)"
            #expect(try await !web.get(path).text.contains("13800138000"))
            let form = try await web.get(path).form()
            let shown = try await web.post("\(path)/phone", form)
            #expect(shown.text.contains("13800138000") && shown.text.contains("吴大明"))
            let contacts = ContactsDesk(house: sample.house)
            let own = try await contacts.mine(stage.number, code: stage.receipt.queryCode)
            #expect(own.looks.map(\.purpose) == [.callBack])
        }
    }
}
