import Centre
import Hummingbird

/// Group matters for programs: members, roster, payments, what all are told.
struct GroupCalls: Sendable {
    let desk: GroupDesk
    let town: TownInForce
    let world: World

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.post("/groups", use: register)
        officers.get("/matters/{id}/group", use: group)
        officers.post("/matters/{id}/group", use: open)
        officers.get("/matters/{id}/group/members", use: members)
        officers.get("/matters/{id}/group/slips", use: slips)
        officers.get("/matters/{id}/group/check", use: check)
        writes(in: officers)
        sheets(in: officers)
    }

    private func writes(in officers: RouterGroup<OfficerContext>) {
        officers.post("/matters/{id}/group/facts") { request, context in
            try await change(request, context) { id, fields, viewer, operation in
                try fields.something()
                let facts = try WageFacts(&fields)
                try fields.nothingElse()
                return try await desk.setFacts(facts, of: id, by: viewer, operation: operation)
            }
        }
        officers.post("/matters/{id}/group/representatives") { request, context in
            try await change(request, context) { id, fields, viewer, operation in
                let serials = try fields.serials("members")
                try fields.nothingElse()
                return try await desk.nameRepresentatives(
                    serials,
                    of: id,
                    by: viewer,
                    operation: operation
                )
            }
        }
        officers.post("/matters/{id}/group/meetings") { request, context in
            try await change(request, context) { id, fields, viewer, operation in
                let (present, day) = (try fields.serials("present"), try fields.day("day"))
                let words = try fields.text("words", 1...5000, .lines)
                try fields.nothingElse()
                return try await desk.meet(
                    present,
                    on: day,
                    words,
                    of: id,
                    by: viewer,
                    operation: operation
                )
            }
        }
        officers.post("/matters/{id}/group/bulletins") { request, context in
            try await change(request, context) { id, fields, viewer, operation in
                let words = try fields.text("words", 1...2000, .lines)
                try fields.nothingElse()
                return try await desk.tell(words, to: id, by: viewer, operation: operation)
            }
        }
        officers.post("/matters/{id}/group/payments") { request, context in
            try await change(request, context) { id, fields, viewer, operation in
                let order = try PaymentOrder(&fields)
                try fields.nothingElse()
                return try await desk.pay(order, to: id, by: viewer, operation: operation)
            }
        }
        officers.post("/matters/{id}/group/members", use: enter)
        officers.post("/groupMembers/{id}/sum", use: setSum)
    }

    private func change(
        _ request: Request,
        _ context: OfficerContext,
        _ act: (ID<Matter>, inout Fields, Viewer, Operation) async throws -> Performed<GroupView>
    ) async throws -> Answer<GroupView> {
        var write = try await Write(request, by: context.caller)
        let id: ID<Matter> = try context.id()
        let done = try await act(id, &write.fields, context.viewer, write.operation)
        return .done(done.answer, replayed: done.replayed)
    }

    @Sendable private func register(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Receipt> {
        var write = try await Write(request, by: context.caller)
        let order = try write.fields.object("order") { try WorkOrder(&$0) }
        let facts = try write.fields.optionalObject("facts") { try WageFacts(&$0) }
        let reading = try reading(try GroupTable(&write.fields, upTo: 500))
        try write.fields.nothingElse()
        if let fault = reading.faults.first { throw fault }
        let crowd = CounterOrder(order: order, facts: facts, lines: reading.lines)
        let done = try await desk.register(
            crowd,
            by: context.viewer,
            operation: write.operation
        )
        let place = "/api/v1/matters/\(done.answer.matter)/group"
        return .made(done.answer, at: place, replayed: done.replayed)
    }

    @Sendable private func group(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<GroupView> {
        Answer(try await desk.group(try context.id(), for: context.viewer))
    }

    @Sendable private func open(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<GroupView> {
        var write = try await Write(request, by: context.caller)
        let facts = try write.fields.optionalObject("facts") { try WageFacts(&$0) }
        try write.fields.nothingElse()
        let id: ID<Matter> = try context.id()
        let done = try await desk.open(
            id,
            facts,
            by: context.viewer,
            operation: write.operation
        )
        return .made(done.answer, at: "/api/v1/matters/\(id)/group", replayed: done.replayed)
    }

    @Sendable private func members(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<GroupView.Member>> {
        var query = try Query(request)
        let list = try MemberList(&query)
        try query.nothingElse()
        let found = try await desk.members(list, of: try context.id(), for: context.viewer)
        return Answer(Page(items: found.items, next: found.next.map(MemberList.cursor)))
    }

    @Sendable private func slips(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<MemberSlip>> {
        var query = try Query(request)
        let list = try MemberList(&query)
        try query.nothingElse()
        let found = try await desk.slips(
            of: try context.id(),
            after: list.after,
            limit: list.limit,
            for: context.viewer
        )
        return Answer(Page(items: found.items, next: found.next.map(MemberList.cursor)))
    }

    @Sendable private func check(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<GroupCheck> {
        Answer(try await desk.check(try context.id(), for: context.viewer))
    }

    func reading(_ table: GroupTable) throws -> MemberReading {
        let town = town.town
        return try MemberReading(table, in: town, on: world.now().day(in: town.offset))
    }
}
