import Storage

/// What the keepers and the units see coming: gaps, swaps that wait, who sits today.
package struct RotaToday: Codable, Sendable, Equatable {
    /// Today's places that hold.
    package let sittings: [SittingView]
    package let gaps: [RotaGap]
    /// Swaps that wait for the viewer, counted up to a hundred.
    package let swaps: Int
}

extension RotaDesk {
    /// The gaps of the days ahead.
    package func gaps(for viewer: Viewer) async throws -> [RotaGap] {
        try viewer.require(.readTown)
        return try await house.look { try $0.gaps() }
    }

    package func today(for viewer: Viewer) async throws -> RotaToday {
        try viewer.require(.readTown)
        return try await house.look { try $0.rotaToday(for: viewer) }
    }
}

extension Turn {
    func rotaToday(for viewer: Viewer) throws -> RotaToday {
        let today = at.day(in: town.offset)
        let isWorking = town.calendar.isWorking(today)
        let sittings =
            isWorking
            ? try SittingRecords.inForce(
                from: HalfDay(today, .morning),
                to: HalfDay(today, .afternoon),
                in: self
            ) : []
        return RotaToday(
            sittings: try views(of: sittings),
            gaps: viewer.keepsRota ? try gaps() : [],
            swaps: try swapsWaiting(for: viewer)
        )
    }

    /// Those that wait for the centre's decision, or for the unit's answer.
    private func swapsWaiting(for viewer: Viewer) throws -> Int {
        guard viewer.keepsRota || viewer.may(.swapSittings) else { return 0 }
        let own = Set(viewer.posts(holding: .swapSittings).map(\.unit))
        let open = try SwapRecords.page(
            openOnly: true,
            of: viewer.keepsRota ? nil : own.sorted(),
            below: nil,
            limit: 100,
            in: tx
        )
        let wanted: (SittingSwap) -> Bool = { swap in
            viewer.may(.keepRota)
                ? swap.state == .agreed : swap.state == .asked && own.contains(swap.otherUnit)
        }
        let now = HalfDay(at: at, in: town.offset)
        return try open.filter(wanted).filter { swap in
            try [swap.asked, swap.other].allSatisfy { id in
                try SittingRecords.find(id, in: self).halfDay >= now
            }
        }.count
    }

    func gaps() throws -> [RotaGap] {
        guard !town.rota.rotatingSeats.isEmpty else { return [] }
        let now = HalfDay(at: at, in: town.offset)
        let last = now.day.adding(RotaGap.daysAhead - 1)
        let halfDays = HalfDay.working(from: now.day, to: last, in: town.calendar)
            .filter { $0 >= now }
        guard let first = halfDays.first, let end = halfDays.last else { return [] }
        let rotas = try RotaRecords.published(from: first.day, to: end.day, in: tx)
        let newest = rotas.map(\.id).max()
        let outlook = RotaOutlook(
            halfDays: halfDays,
            seats: town.rota.rotatingSeats.map(\.code),
            sittings: try SittingRecords.inForce(from: first, to: end, in: self),
            absences: try RotaRecords.absences(from: first, to: end, in: tx),
            demand: try newest.map { try RotaRecords.demand(of: $0, in: tx) } ?? [],
            weeks: rotas.first { $0.id == newest }?.weeks ?? town.rota.weeks,
            missed: town.rota.missed,
            town: town
        )
        return outlook.gaps
    }
}
