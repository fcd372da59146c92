extension DemoPlayer {
    /// Enters the next so many of a scenario's people, and makes the matter a group's first.
    func enterGroup(_ act: DemoAct, by viewer: Viewer, _ dice: inout SeedDice) async throws {
        let desk = GroupDesk(house: house)
        if try await !desk.isGroup(act.matter, for: viewer) {
            _ = try await desk.open(
                act.matter,
                nil,
                by: viewer,
                operation: act.operation.part(100)
            )
        }
        let before = try await desk.group(act.matter, for: viewer).members
        let lines = (1...(Int(act.step.details[0]) ?? 1)).map { place in
            GroupTable.Row(number: place, cells: act.claim(before + place, plan, &dice))
        }
        let town = house.town.town
        let reading = try MemberReading(
            GroupTable(columns: ["name", "phone", "amount"], rows: lines),
            in: town,
            on: act.event.at.day(in: town.offset)
        )
        if let fault = reading.faults.first { throw fault }
        _ = try await desk.enter(
            reading,
            keepingGood: false,
            into: act.matter,
            by: viewer,
            operation: act.operation
        )
    }

    /// The first of the list speak for all; everybody is told; money is paid out.
    func moveGroup(_ act: DemoAct, by viewer: Viewer) async throws {
        let desk = GroupDesk(house: house)
        switch act.step.verb {
        case .speak:
            _ = try await desk.nameRepresentatives(
                Array(1...(act.concern.scenario.representatives ?? 1)),
                of: act.matter,
                by: viewer,
                operation: act.operation
            )
        case .inform:
            _ = try await desk.tell(
                act.event.words,
                to: act.matter,
                by: viewer,
                operation: act.operation
            )
        default: try await pay(act, by: viewer)
        }
    }

    /// Each gets the same share of what is still owed, to the cent.
    private func pay(_ act: DemoAct, by viewer: Viewer) async throws {
        let desk = GroupDesk(house: house)
        let total = Int64(act.step.details[0]).map { $0 * 100 } ?? 0
        let rests = try await rests(of: act.matter)
        let owed = rests.total.fen
        guard owed > 0, total <= owed else { throw DemoRefusal.nothing("sum to pay") }
        var shares = rests.map { $0.fen * total / owed }
        var left = total - shares.reduce(0, +)
        for place in shares.indices where left > 0 && shares[place] < rests[place].fen {
            shares[place] += 1
            left -= 1
        }
        let lines = zip(rests, shares).map { rest, share in
            PaymentOrder.Line(row: rest.serial, serial: rest.serial, sum: Money(fen: share))
        }
        let order = PaymentOrder(
            paidOn: act.event.at.day(in: house.town.town.offset),
            total: Money(fen: total),
            lines: .each(lines)
        )
        _ = try await desk.pay(order, to: act.matter, by: viewer, operation: act.operation)
    }

    private func rests(of matter: ID<Matter>) async throws -> [GroupLine] {
        try await house.look { try GroupMemberRecords.unpaid(of: matter, in: $0.tx) }
    }
}

extension DemoAct {
    /// An invented worker with an invented phone, and a share of the scenario's sum: all shares
    /// together are the sum, to the cent.
    fileprivate func claim(
        _ serial: Int,
        _ plan: DemoPlan,
        _ dice: inout SeedDice
    ) -> [String] {
        let people = max(1, concern.scenario.people)
        let sum = (concern.order.amountFen ?? 0)
        let even = sum / Int64(people)
        // What one gets more, the next one gets less; the first bears what does not divide.
        let pair = Int64((serial + 1) / 2 * 7919 % 300_000)
        let isPaired = serial < people || people % 2 == 0
        var fen = even + (isPaired ? (serial % 2 == 1 ? pair : -pair) : 0)
        if serial == 1 { fen += sum - even * Int64(people) }
        let names = plan.names
        let given = (0..<2).map { _ in dice.pick(names["givenNames"] ?? [""]) }.joined()
        let phone = "139\(10_000_000 + serial * 31)"
        return [dice.pick(names["surnames"] ?? [""]) + given, phone, Money(fen: fen).text]
    }
}
