import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The dispatch board` {
    private func atTheBoard(
        _ role: Role = .dispatcher,
        _ body: (inout PageBrowser, SampleCentre) async throws -> Void
    ) async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, role)
            try await body(&web, sample)
        }
    }

    @Test func `a new concern is accepted and given out in one step`() async throws {
        try await atTheBoard { web, sample in
            let stage = try await Stage(sample)
            #expect(try await web.get("/desk/dispatch").text.contains(stage.number))
            let fields = [
                "class": "相邻建房阻挠", "route": "mediation", "unit": "justice",
                "instruction": "请调解",
            ]
            let path = "/desk/dispatch/\(stage.id)"
            let reply = try await web.submit(path, fields)
            #expect(reply.status == 303, "\(reply.text.suffix(3000))")
            let view = try await stage.view()
            #expect(view.stage == .assigned && view.assignments.map(\.unit.code) == ["justice"])
            #expect(view.class?.code == "0202-B")
            let board = try await web.get("/desk/dispatch").text
            #expect(board.contains("已交办、未签收") && board.contains(view.assignments[0].id.description))
        }
    }

    @Test func `a step sent twice gives out once`() async throws {
        try await atTheBoard { web, sample in
            let stage = try await Stage(sample)
            let path = "/desk/dispatch/\(stage.id)"
            let fields = [
                "class": "0202-B", "route": "mediation", "unit": "justice", "instruction": "请调解",
                "assist[]": "landResources",
            ]
            let form = try await web.get(path).form().merging(fields) { $1 }
            #expect(try await web.post(path, form).status == 303)
            #expect(try await web.post(path, form).status == 303)
            #expect(try await stage.view().assignments.count == 2)
        }
    }

    @Test func `what is wrong comes back with what was typed, and nothing was done`() async throws {
        try await atTheBoard { web, sample in
            let stage = try await Stage(sample)
            let fields = [
                "class": "没有", "route": "mediation", "unit": "justice", "instruction": "请调解一下",
            ]
            let reply = try await web.submit("/desk/dispatch/\(stage.id)", fields)
            #expect(reply.status == 400 && reply.text.contains("f-class-problem"))
            #expect(reply.text.contains("请调解一下"))
            #expect(try await stage.view().stage == .registered)
        }
    }

    @Test func `the line of a returned matter names who gave it back and the better unit`()
        async throws
    {
        try await atTheBoard { web, sample in
            let stage = try await Stage(sample)
            try await stage.accepted()
            try await stage.assigned(to: "police")
            try await stage.returned(by: "police", better: "justice")
            let text = try await web.get("/desk/dispatch?queue=returned").text
            #expect(text.contains("公安分局退回") && text.contains("交办给司法所"))
            let hidden = ["unit": "justice", "instruction": "请办理"]
            let path = "/desk/dispatch/\(stage.id)"
            #expect(try await web.submit(path, hidden, from: path).status == 303)
            #expect(try await stage.view().assignments.last?.unit.code == "justice")
        }
    }

    @Test func `two returns call a conference, which the director holds`() async throws {
        try await atTheBoard(.director) { web, sample in
            let stage = try await Stage(sample)
            try await stage.accepted()
            try await stage.assigned(to: "police")
            try await stage.returned(by: "police", better: "justice")
            try await stage.assigned(to: "justice")
            try await stage.returned(by: "justice", better: "housing")
            #expect(try await web.get("/desk/dispatch").text.contains("记录会商"))
            let path = "/desk/dispatch/\(stage.id)"
            let met = try await web.submit("\(path)/conference", ["minutes": "由住建牵头"], from: path)
            #expect(met.location == path)
            let named = try await web.submit("\(path)/designation", ["unit": "housing"], from: path)
            #expect(named.status == 303)
            #expect(try await stage.view().assignments.last?.designated == true)
        }
    }

    @Test(arguments: [Role.clerk, .supervisor, .visitor])
    func `who does not dispatch has no board`(role: Role) async throws {
        try await atTheBoard(role) { web, sample in
            let stage = try await Stage(sample)
            #expect(try await web.get("/desk/dispatch").status == 404)
            #expect(try await web.get("/desk/dispatch/\(stage.id)").status == 404)
        }
    }
}
