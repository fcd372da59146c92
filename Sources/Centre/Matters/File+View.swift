import Storage

extension File {
    /// The matter as one officer sees it.
    ///
    /// A unit works on the substance and sees the requester masked; a confidential or anonymous
    /// requester is shown to nobody in a list or a file.
    func view(for viewer: Viewer) throws -> MatterView {
        let vault = try vault
        return MatterView(
            id: matter.id,
            stage: matter.stage,
            class: turn.town.disputeClass(matter.classCode ?? "").map {
                .init(code: $0.code, name: $0.name.zh)
            },
            item: turn.town.item(matter.item ?? "").map { .init(code: $0.code, name: $0.name.zh) },
            route: matter.route,
            area: (matter.grid ?? matter.village).flatMap { turn.town.area($0) }.map {
                .init(code: $0.code, name: $0.name.zh)
            },
            urgency: matter.urgency,
            dangerNow: matter.dangerNow,
            confidential: matter.confidential,
            round: matter.round,
            returns: matter.returns,
            conference: matter.conference,
            verified: matter.verifiedBy != nil,
            closure: matter.closure,
            linkedInto: matter.linkedInto,
            createdAt: matter.createdAt,
            updatedAt: matter.touchedAt,
            due: matter.dueAt.ifAny,
            concerns: try concerns.map(line),
            assignments: try assignments.map { try part($0, opening: vault) },
            promises: try concerns.first.map(promises) ?? [],
            steps: steps(for: viewer)
        )
    }

    private func line(_ concern: Concern) throws -> MatterView.ConcernLine {
        let own = try ResidentWords(of: concern, in: turn)
        return MatterView.ConcernLine(
            number: concern.number,
            state: concern.state,
            kind: concern.kind,
            channel: concern.channel,
            mode: concern.mode,
            people: concern.people,
            title: own.title,
            content: own.content,
            additions: own.additions,
            requester: try masked(concern),
            linked: concern.home != matter.id,
            registeredAt: concern.registeredAt,
            answer: own.answer,
            answeredAt: concern.answeredAt,
            visits: concern.visits,
            visitedAt: concern.visitedAt,
            rating: own.rating
        )
    }

    private func masked(_ concern: Concern) throws -> ContactDetails? {
        guard concern.mode == .named else { return nil }
        return try Contact.details(of: concern.contact, in: turn).details?.masked
    }

    private func part(_ part: Assignment, opening vault: Vault) throws -> MatterView.Part {
        MatterView.Part(
            id: part.id,
            matter: part.matter,
            unit: named(part.unit),
            role: part.role,
            state: part.state,
            round: part.round,
            designated: part.designated,
            instruction: try part.instruction.map {
                try vault.open($0, as: "assignment.instruction")
            },
            rule: part.rule,
            why: part.why,
            assignedAt: part.assignedAt,
            signedAt: part.signedAt,
            due: part.dueAt.ifAny,
            outcome: part.outcome,
            text: try part.reply.map { try vault.open($0, as: "assignment.reply") },
            publicText: try part.publicReply.map { try vault.open($0, as: "assignment.public") },
            repliedAt: part.repliedAt,
            returnReason: part.returnReason,
            returnBasis: try part.returnBasis.map { try vault.open($0, as: "assignment.basis") },
            betterUnit: part.betterUnit.map(named)
        )
    }

    func named(_ id: ID<Unit>) -> MatterView.Named {
        let unit = turn.town.unit(id)
        return MatterView.Named(code: unit?.code ?? "", name: unit?.name.zh ?? "")
    }

    private func steps(for viewer: Viewer) -> [String] {
        Matter.machine.steps(from: matter.stage)
            .filter { transition in transition.right.map { viewer.may($0) } ?? false }
            .map(\.step.rawValue)
    }
}

extension Moment {
    /// The moment, unless it stands for "no limit runs".
    var ifAny: Moment? { self == .never ? nil : self }
}
