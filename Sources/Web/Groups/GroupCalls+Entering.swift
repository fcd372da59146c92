import Centre
import Hummingbird

/// Members and rosters, as lines of a call or as a sheet.
extension GroupCalls {
    func sheets(in officers: RouterGroup<OfficerContext>) {
        officers.post("/matters/{id}/group/membersSheet", use: enterSheet)
        officers.post("/matters/{id}/group/roster") { request, context in
            try await admit(context, .recordPayments)
            var write = try await Write(request, by: context.caller)
            let table = try GroupTable(&write.fields, upTo: MemberReading.most)
            try write.fields.nothingElse()
            return try await enterRoster(table, context, write.operation)
        }
        officers.post("/matters/{id}/group/rosterSheet") { request, context in
            try await admit(context, .recordPayments)
            let (table, operation) = try await SheetBody.read(request, by: context.caller)
            return try await enterRoster(table, context, operation)
        }
    }

    private func admit(_ context: OfficerContext, _ right: Right) async throws {
        try await desk.admit(context.viewer, to: try context.id(), using: right)
    }

    @Sendable func enter(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MembersEntered> {
        try await admit(context, .keepGroup)
        var write = try await Write(request, by: context.caller)
        let table = try GroupTable(&write.fields, upTo: MemberReading.most)
        let keepsGood = try write.fields.optionalFlag("keepGood") ?? false
        try write.fields.nothingElse()
        return try await enter(table, keepsGood, context, write.operation)
    }

    @Sendable private func enterSheet(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MembersEntered> {
        try await admit(context, .keepGroup)
        var query = try Query(request)
        let keepsGood = try query.flag("keepGood") ?? false
        try query.nothingElse()
        let (table, operation) = try await SheetBody.read(request, by: context.caller)
        return try await enter(table, keepsGood, context, operation)
    }

    private func enter(
        _ table: GroupTable,
        _ keepsGood: Bool,
        _ context: OfficerContext,
        _ operation: Operation
    ) async throws -> Answer<MembersEntered> {
        let done = try await desk.enter(
            try reading(table),
            keepingGood: keepsGood,
            into: try context.id(),
            by: context.viewer,
            operation: operation
        )
        return .done(done.answer, replayed: done.replayed)
    }

    private func enterRoster(
        _ table: GroupTable,
        _ context: OfficerContext,
        _ operation: Operation
    ) async throws -> Answer<GroupView> {
        let reading = try reading(table)
        if let fault = reading.faults.first { throw fault }
        let done = try await desk.enterRoster(
            reading.lines,
            of: try context.id(),
            by: context.viewer,
            operation: operation
        )
        return .done(done.answer, replayed: done.replayed)
    }

    @Sendable func setSum(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<GroupView> {
        var write = try await Write(request, by: context.caller)
        let sum = Money(fen: try write.fields.fen("amount"))
        let words = try write.fields.text("words", 1...2000, .lines)
        try write.fields.nothingElse()
        let done = try await desk.setSum(
            of: try context.id(),
            to: sum,
            because: words,
            by: context.viewer,
            operation: write.operation
        )
        return .done(done.answer, replayed: done.replayed)
    }
}

/// A member's own line, by number and code.
struct OwnLineCalls: Sendable {
    let desk: GroupDesk
    let gate: PublicGate

    func routes(in api: RouterGroup<SiteContext>) {
        api.get("/memberLines/{number}") { request, context in
            try gate.pass(request, context)
            let key = try ResidentKey.required(request, number: try context.number())
            return Answer(try await desk.ownLine(key.number, code: key.queryCode))
        }
        api.post("/memberLines/{number}/erasure") { request, context in
            let (key, write) = try await gate.resident(request, context)
            try write.fields.nothingElse()
            let done = try await desk.erase(
                key.number,
                code: key.queryCode,
                operation: write.operation
            )
            return Answer.done(done.answer, replayed: done.replayed)
        }
    }
}

extension Desks {
    var groups: GroupDesk { GroupDesk(house: house) }

    func groupCalls(in officers: RouterGroup<OfficerContext>) {
        GroupCalls(desk: groups, town: town, world: house.world).routes(in: officers)
    }

    func ownLines(in api: RouterGroup<SiteContext>) {
        OwnLineCalls(desk: groups, gate: gate).routes(in: api)
    }
}
