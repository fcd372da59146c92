@testable import Centre
@testable import Web

extension BoardSamples {
    func boards() throws -> [any View] {
        let column = try BoardColumn(.returned, lines(.returned), hasMore: true, say)
        let nothing = BoardColumn(.conference, [], hasMore: false, say)
        let pager = Pager(at: "/desk/dispatch", next: "n", isFirst: false)
        let unsigned = Portion<PartLine, PartLine.Cursor>(
            items: [PartLine(part: part(.pending), line: try line(.assigned, in: .toVisit).line)],
            next: PartLine.Cursor(key: 1, part: World.real.newID())
        )
        return [
            BoardView(
                title: "a",
                columns: [column, nothing],
                unsigned: UnsignedParts(unsigned, town, say, now: now),
                receipts: form,
                slips: form
            ),
            BoardColumnView(
                title: "a",
                back: Link("b", to: "/"),
                column: column,
                pager: pager,
                receipts: form
            ),
            try step(.registered, .unassigned), try step(.accepted, .returned),
            try step(.accepted, .conference),
        ]
    }

    private func lines(_ queue: Queue) throws -> [BoardLine] {
        [try line(.accepted, in: queue)].map { line in
            BoardLine(line, in: queue, town, say, now: now, viewer: viewer, mayPrint: true) { form }
        }
    }

    private func step(_ stage: Matter.Stage, _ queue: Queue) throws -> DispatchStepView {
        DispatchStepView(
            try line(stage, in: queue),
            matter(stage),
            Samples.wrong,
            town,
            say,
            form: form,
            viewer: viewer,
            now: now
        )
    }

    private func list(_ queue: Queue) throws -> QueueList {
        QueueList(
            caption: "c",
            hint: "h",
            lines: [
                QueueListLine(try line(.closed, in: queue), queue, town, say, now: now, at: "/")
            ],
            hasLines: true,
            empty: EmptyState("a", "b", link: Link("c", to: "/")),
            pager: Pager(at: "/", next: "n", isFirst: false)
        )
    }

    func verification() throws -> [any View] {
        [
            VerificationQueueView(
                title: "a",
                tabs: [QueueTab(label: "a", address: "/", isHere: true)],
                list: try list(.toVerify)
            ),
            try verification(verified: false), try verification(verified: true),
            try verification(verified: true, barred: true),
        ]
    }

    private func verification(
        verified: Bool,
        barred: Bool = false
    ) throws -> VerificationView {
        let found = try line(.replied, in: .toVerify)
        let line = QueueLine(
            line: found.line,
            matter: found.matter,
            concerns: found.concerns,
            routing: nil,
            returned: nil,
            bar: barred ? .dispatcherVerifies : nil
        )
        return VerificationView(
            line,
            matter(.replied, verified: verified),
            Samples.wrong,
            town,
            say,
            form: form,
            viewer: viewer,
            now: now
        )
    }

    func visits() throws -> [any View] {
        [
            VisitQueueView(title: "a", list: try list(.toVisit)),
            try sheet(nil, barred: false), try sheet(ContactDetails(name: "n"), barred: true),
        ]
    }

    private func sheet(_ contact: ContactDetails?, barred: Bool) throws -> VisitSheetView {
        let found = try line(.closed, in: .toVisit)
        let line = QueueLine(
            line: found.line,
            matter: found.matter,
            concerns: [QueueLine.Asked("MZ2"), QueueLine.Asked("MZ1")],
            routing: nil,
            returned: nil,
            bar: barred ? .verifierVisits : nil
        )
        return VisitSheetView(
            concern,
            of: matter(.closed),
            line,
            contact,
            Samples.wrong,
            town,
            say,
            form: form,
            look: form,
            now: now
        )
    }

    func unit() throws -> [any View] {
        let part = PartLine(part: part(.pending), line: try line(.assigned, in: .toVisit).line)
        let line = UnitPartRow(part, town, say, now: now) { form }
        let pager = Pager(at: "/desk/unit", next: "n", isFirst: false)
        let heading = town.units.first { $0.phone != nil }.map { unit in
            UnitHeading(unit, [UnitMember(name: "n", role: .liaison)], say)
        }
        return [
            UnitView(
                title: "a",
                heading: heading,
                back: Link("b", to: "/"),
                problem: Notice("p", .grave),
                tabs: [UnitView.Tab(label: "a", figure: "1", address: "/", isHere: true)],
                empty: EmptyState("a", "b"),
                hasLines: true,
                heaps: [
                    UnitHeap(.toSign, [line], hasMore: true, pager: nil, say),
                    UnitHeap(.overdue, [line], hasMore: false, pager: pager, say),
                ],
                slips: form,
                toAnswer: SupervisionSamples.toAnswer(town, say, now: now),
                whistled: WhistleSamples.atUnit(form)
            )
        ]
    }

    func notices() -> NoticesView {
        let rows = [nil, now].map { readAt in
            let line = NoticeLine(
                id: World.real.newID(),
                kind: .assignmentReturned,
                at: now,
                readAt: readAt,
                matter: World.real.newID(),
                number: "MZ1",
                facts: ["unit": town.units[1].code, "reason": "notMyDuty", "role": "lead"]
            )
            return NoticeRow(line, town, say, now: now) { form }
        }
        return NoticesView(
            title: "a",
            lines: rows,
            empty: EmptyState("a", "b", link: Link("c", to: "/")),
            pager: Pager(at: "/", next: "n", isFirst: false)
        )
    }

    func find() -> FindView {
        FindView(title: "a", empty: EmptyState("a", "b", link: Link("c", to: "/")))
    }
}

extension QueueLine.Asked {
    fileprivate init(_ number: String) {
        self.init(
            number: number,
            kind: .dispute,
            mode: .named,
            state: .answered,
            visits: 0,
            visitedAt: nil
        )
    }
}

extension Samples {
    static func boards() throws -> [any View] { try BoardSamples().all }
}
