import Storage

extension MattersDesk {
    /// All that one screen shows of a matter.
    package func screen(
        _ id: ID<Matter>,
        for viewer: Viewer,
        _ extent: MatterScreen.Extent = .init()
    ) async throws -> MatterScreen {
        try await house.look { turn in
            try file(id, for: viewer, in: turn).screen(for: viewer, extent)
        }
    }
}

extension File {
    fileprivate func screen(
        for viewer: Viewer,
        _ extent: MatterScreen.Extent
    ) throws -> MatterScreen {
        let clocks = try Clock.clocks(of: matter.id, in: turn.tx)
        let alarms = try AlarmRecords.marks(of: matter.id, in: turn.tx)
        let limits = clocks.running + clocks.filter { !$0.isOpen }
        let steps = try partsOfSteps(among: clocks)
        return MatterScreen(
            matter: try view(for: viewer),
            limits: limits.compactMap { clock in
                ClockLine(clock, in: self, steps: steps).map { line in
                    MatterScreen.Limit(line: line, clock: clock, alarms: alarms[clock.place] ?? [])
                }
            },
            timeline: try timelinePage(
                after: extent.after,
                limit: extent.limit,
                newestFirst: extent.newestFirst
            ),
            papers: try MatterPaper.all(of: self),
            points: try points(),
            place: matter.grid ?? matter.village,
            amounts: try amounts(),
            ownParts: ownParts(of: viewer),
            askedTime: try askedTime(for: viewer),
            suspendedUntil: try SuspensionRecords.end(of: matter.id, in: turn.tx),
            supervision: try shownSupervision(to: viewer),
            whistles: try whistleViews(for: viewer),
            messages: try MessageRecords.page(of: matter.id, below: nil, limit: 10, in: turn.tx),
            isJoint: try JointRecords.isAny(of: matter.id, in: turn.tx),
            isDisputed: try isDisputed(),
            hasLevels: try hasLevels(for: viewer),
            isGroup: try GroupRecords.totals(of: matter.id, in: turn.tx) != nil,
            incomplete: completeness(),
            bars: bars(for: viewer)
        )
    }

    private func points() throws -> [Point] {
        try turn.tx.rows(
            """
            SELECT lng, lat FROM concerns
            WHERE matter = \(matter.id) AND lng IS NOT NULL AND lat IS NOT NULL
            ORDER BY registered_at, id LIMIT 50
            """
        ).map { Point(lng: try $0["lng"], lat: try $0["lat"], crs: .cgcs2000) }
    }

    private func amounts() throws -> [String: Int64] {
        let rows = try turn.tx.rows(
            """
            SELECT number, amount_fen FROM concerns
            WHERE matter = \(matter.id) AND amount_fen IS NOT NULL
            """
        )
        let pairs: [(String, Int64)] = try rows.map { (try $0["number"], try $0["amount_fen"]) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private func ownParts(of viewer: Viewer) -> Set<ID<Assignment>> {
        let sight = Sight(viewer, using: .reply, in: turn.town)
        return Set(assignments.filter { sight.units.contains($0.unit) }.map(\.id))
    }

    private func askedTime(for viewer: Viewer) throws -> MatterScreen.AskedTime? {
        let row = try turn.tx.row(
            """
            SELECT rule, amount, reason_box, asked_by, asked_at FROM extensions
            WHERE matter = \(matter.id) AND decided_at IS NULL ORDER BY id DESC LIMIT 1
            """
        )
        guard let row else { return nil }
        let asker: ID<Officer> = try row["asked_by"]
        return MatterScreen.AskedTime(
            rule: try row["rule"],
            amount: try row["amount"],
            reason: try vault.open(try row["reason_box"], as: "extension.reason"),
            askedAt: try row["asked_at"],
            isOwn: asker == viewer.officer
        )
    }

    private func bars(for viewer: Viewer) -> MatterScreen.Bars {
        let officer = viewer.officer
        return MatterScreen.Bars(
            verifying: Separation.bar { () throws(Separation) in
                try Separation.checkVerifier(officer, handlers: handlers, dispatchers: dispatchers)
            },
            terminating: Separation.bar { () throws(Separation) in
                try Separation.checkTerminator(
                    officer,
                    handlers: handlers,
                    dispatchers: dispatchers
                )
            },
            visiting: Separation.bar { () throws(Separation) in
                try Separation.checkVisitor(officer, handlers: handlers, verifiers: verifiers)
            }
        )
    }
}

extension Separation {
    /// What the check says against it.
    fileprivate static func bar(_ check: () throws(Separation) -> Void) -> Separation? {
        do {
            try check()
            return nil
        } catch {
            return error
        }
    }
}
