import Centre
import Hummingbird

/// The forms of a group matter, each on a page of its own.
struct GroupFormPages: Sendable {
    let front: Front
    let desks: Desks

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/matters/{id}/group/do/{part}", use: ask)
        pages.post("/matters/{id}/group/do/{part}", use: take)
    }

    private var desk: GroupDesk { desks.groups }

    private func part(_ context: OfficerContext) throws(NotFound) -> GroupPart {
        guard let part = context.parameters.get("part").flatMap({ GroupPart(rawValue: $0) })
        else { throw NotFound() }
        return part
    }

    @Sendable private func ask(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let part = try part(context)
        var typed = Typed.nothing
        if part == .facts {
            let group = try await desk.group(try context.id(), for: context.viewer)
            typed = Typed(group.facts.boxes)
        }
        return try front.show(try await sheet(part, typed, [], context), in: context)
    }

    @Sendable private func take(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let part = try part(context)
        let id: ID<Matter> = try context.id()
        try await desk.admit(context.viewer, to: id, using: part.right)
        var faults: [MembersEntered.Fault] = []
        var entered: MembersEntered?
        let onwards = try await front.take(context) { typed in
            try await sheet(part, typed, faults, context)
        } _: { form, operation in
            if part == .members {
                let done = try await enter(&form, id, context.viewer, operation)
                if done.entered + done.known == 0 { faults = done.faults } else { entered = done }
            } else {
                faults = try await act(part, &form, id, context.viewer, operation)
            }
            guard faults.isEmpty else { throw GroupFormRefusal.rowsAtFault }
            return .to("/desk/matters/\(id)/group", saying: "done-group-\(part.rawValue)")
        }
        guard let entered, !entered.faults.isEmpty else { return onwards }
        let view = GroupAsideView(entered, of: id, front.wording(context))
        return try front.show(Sheet(view, .staff(.worklist)), in: context)
    }

    private func enter(
        _ form: inout Form,
        _ id: ID<Matter>,
        _ viewer: Viewer,
        _ operation: Operation
    ) async throws -> MembersEntered {
        let reading = try desks.memberReading(try table(form))
        let keepsGood = try form.fields.ticked("keepGood")
        try form.fields.nothingElse()
        return try await desk.enter(
            reading,
            keepingGood: keepsGood,
            into: id,
            by: viewer,
            operation: operation
        ).answer
    }

    /// - Returns: what is wrong with rows, where nothing was stored for it.
    private func act(
        _ part: GroupPart,
        _ form: inout Form,
        _ id: ID<Matter>,
        _ viewer: Viewer,
        _ operation: Operation
    ) async throws -> [MembersEntered.Fault] {
        switch part {
        case .members: return try await enter(&form, id, viewer, operation).faults
        case .roster: return try await compare(&form, id, viewer, operation)
        case .payment: return try await pay(&form, id, viewer, operation)
        case .facts:
            let facts = try WageFacts(&form.fields)
            try form.fields.nothingElse()
            _ = try await desk.setFacts(facts, of: id, by: viewer, operation: operation)
        case .representatives:
            let serials = try form.fields.typedSerials("members")
            try form.fields.nothingElse()
            _ = try await desk.nameRepresentatives(
                serials,
                of: id,
                by: viewer,
                operation: operation
            )
        case .meeting:
            let day = try form.fields.day("day")
            let present = try form.fields.typedSerials("present")
            let words = try form.fields.text("words", 1...5000, .lines)
            try form.fields.nothingElse()
            _ = try await desk.meet(
                present,
                on: day,
                words,
                of: id,
                by: viewer,
                operation: operation
            )
        case .bulletin:
            let words = try form.fields.text("words", 1...2000, .lines)
            try form.fields.nothingElse()
            _ = try await desk.tell(words, to: id, by: viewer, operation: operation)
        }
        return []
    }

    private func compare(
        _ form: inout Form,
        _ id: ID<Matter>,
        _ viewer: Viewer,
        _ operation: Operation
    ) async throws -> [MembersEntered.Fault] {
        let reading = try desks.memberReading(try table(form))
        try form.fields.nothingElse()
        guard reading.faults.isEmpty else { return reading.told }
        _ = try await desk.enterRoster(
            reading.lines,
            of: id,
            by: viewer,
            operation: operation
        )
        return []
    }

    private func pay(
        _ form: inout Form,
        _ id: ID<Matter>,
        _ viewer: Viewer,
        _ operation: Operation
    ) async throws -> [MembersEntered.Fault] {
        let day = try form.fields.day("day")
        let total = try form.fields.typedSum("total")
        let isRest = try form.fields.ticked("rest")
        try form.fields.nothingElse()
        var lines = PaymentOrder.Lines.rest
        if !isRest {
            let read = try PaymentOrder.lines(try table(form))
            guard read.faults.isEmpty else { return read.faults.map(MembersEntered.Fault.init) }
            lines = .each(read.lines)
        }
        let order = PaymentOrder(paidOn: day, total: total, lines: lines)
        do {
            _ = try await desk.pay(order, to: id, by: viewer, operation: operation)
        } catch let fault as RowFault {
            return [MembersEntered.Fault(fault)]
        }
        return []
    }

    private func table(_ form: Form) throws -> GroupTable {
        guard let file = form.files.first(where: { $0.field == "sheet" }), !file.bytes.isEmpty
        else { throw Fault(.missing, "sheet") }
        return try Workbook.table(file.bytes)
    }

    private func sheet(
        _ part: GroupPart,
        _ typed: Typed,
        _ faults: [MembersEntered.Fault],
        _ context: OfficerContext
    ) async throws -> Sheet {
        let id: ID<Matter> = try context.id()
        try await desk.admit(context.viewer, to: id, using: part.right)
        guard try await desk.isGroup(id, for: context.viewer) else { throw NotFound() }
        let say = front.wording(context)
        let view = GroupFormView(
            title: say("group-do-\(part.rawValue)"),
            hint: say("group-do-\(part.rawValue)-hint"),
            back: Link(say("group"), to: "/desk/matters/\(id)/group"),
            form: front.head(typed, in: context),
            problems: faults.prefix(200).map { RowProblem($0, say) },
            sheet: part.takesSheet ? say("group-sheet-\(part.rawValue)") : nil,
            progress: part == .members
                ? GroupProgressView(nil, of: id, say, isAwaited: true) : nil,
            fields: GroupFields(typed: typed, say: say).fields(of: part),
            button: say("group-do-\(part.rawValue)")
        )
        return Sheet(view, .staff(.worklist))
    }
}

/// What a sheet's form is told as a whole; the rows stand below it.
enum GroupFormRefusal: String, Refusal, CaseIterable {
    case rowsAtFault = "group-rows-at-fault"
}

extension MemberReading {
    var told: [MembersEntered.Fault] { faults.map(MembersEntered.Fault.init) }
}

extension Desks {
    func memberReading(_ table: GroupTable) throws -> MemberReading {
        let town = town.town
        return try MemberReading(table, in: town, on: house.world.now().day(in: town.offset))
    }
}

extension WageFacts {
    /// As the boxes of the form say it.
    var boxes: [String: String] {
        var boxes: [String: String] = [:]
        boxes["project"] = project
        boxes["owner"] = owner
        boxes["generalContractor"] = generalContractor
        boxes["crew"] = crew
        boxes["specialAccount"] = specialAccount?.rawValue
        boxes["deposit"] = deposit?.rawValue
        boxes["rosterKept"] = rosterKept?.rawValue
        return boxes
    }
}
