import Foundation
import TestSupport

@testable import Centre
@testable import Web

/// A town, a matter in every queue, and what the boards' templates are held against.
struct BoardSamples {
    let town: Town
    let say: Wording
    let now = Moment(milliseconds: 1_770_000_000_000)
    let viewer: Viewer

    init() throws {
        let pack = try SamplePack.pack()
        var identities = TownIdentities()
        identities.complete(for: pack, world: .real)
        town = try Town(pack, version: 1, identities: identities)
        say = Wording(try Sentences.sample(), in: .chinese)
        let unit = town.units[0].id
        let posts = [Role.clerk, .dispatcher, .director, .supervisor, .visitor, .liaison].map {
            role in
            Post(
                id: World.real.newID(),
                officer: World.real.newID(),
                unit: unit,
                role: role,
                validFrom: Moment(milliseconds: 0)
            )
        }
        viewer = Viewer(officer: World.real.newID(), name: "a", login: "a", posts: posts)
    }

    var form: FormHead {
        FormHead(ticket: "t", operation: "o", problem: FormProblem(Samples.wrong, say))
    }

    var all: [any View] {
        get throws {
            try boards() + verification() + visits() + unit() + [notices(), find()]
        }
    }

    func line(_ stage: Matter.Stage, in queue: Queue) throws -> QueueLine {
        var matter = Matter(
            id: World.real.newID(),
            stage: stage,
            classCode: "0203-N",
            village: nil,
            grid: nil,
            urgency: .urgent,
            dangerNow: true,
            confidential: true,
            lock: LockedVault(box: [], version: 1),
            createdAt: now,
            touchedAt: now
        )
        matter.conference = queue == .conference ? .called : .none
        return QueueLine(
            line: WorklistLine(
                id: matter.id,
                number: "MZ1",
                title: "t",
                stage: stage,
                class: .init(code: "0203-N", name: "c"),
                area: nil,
                urgency: .urgent,
                dangerNow: true,
                confidential: true,
                lead: nil,
                createdAt: now,
                updatedAt: now,
                due: now,
                overdue: false
            ),
            matter: matter,
            concerns: [asked, asked],
            routing: .suggestion(
                Suggestion(
                    lead: town.units[1].code,
                    assist: [town.units[2].code],
                    rule: "R",
                    version: 1,
                    why: Bilingual(zh: "w", en: "w")
                )
            ),
            returned: queue == .returned ? part(.returned) : nil,
            bar: .handlerVerifies
        )
    }

    private var asked: QueueLine.Asked {
        QueueLine.Asked(
            number: "MZ1",
            kind: .dispute,
            mode: .named,
            state: .answered,
            visits: 1,
            visitedAt: nil
        )
    }

    func part(_ state: Assignment.State) -> Assignment {
        Assignment(
            id: World.real.newID(),
            matter: World.real.newID(),
            unit: town.units[1].id,
            role: .lead,
            state: state,
            round: 1,
            designated: false,
            assignedBy: viewer.officer,
            assignedAt: now,
            rule: nil,
            why: "w",
            returnReason: "notMyDuty",
            betterUnit: town.units[2].id,
            dueAt: now
        )
    }

    func matter(_ stage: Matter.Stage, verified: Bool = false) -> MatterView {
        MatterView(
            id: World.real.newID(),
            stage: stage,
            class: nil,
            item: nil,
            route: nil,
            area: nil,
            urgency: .normal,
            dangerNow: false,
            confidential: false,
            round: 1,
            returns: 0,
            conference: .none,
            verified: verified,
            closure: nil,
            linkedInto: nil,
            createdAt: now,
            updatedAt: now,
            due: nil,
            concerns: [concern, concern],
            assignments: [replied],
            promises: [],
            steps: []
        )
    }

    var concern: MatterView.ConcernLine {
        MatterView.ConcernLine(
            number: "MZ1",
            state: .answered,
            kind: .dispute,
            channel: .walkin,
            mode: .named,
            people: 1,
            title: "t",
            content: "c",
            additions: ["a"],
            requester: nil,
            linked: false,
            registeredAt: now,
            answer: "a",
            answeredAt: now,
            visits: 1,
            visitedAt: nil,
            rating: nil
        )
    }

    private var replied: MatterView.Part {
        MatterView.Part(
            id: World.real.newID(),
            matter: World.real.newID(),
            unit: .init(code: town.units[1].code, name: "u"),
            role: .lead,
            state: .submitted,
            round: 1,
            designated: false,
            instruction: nil,
            rule: nil,
            why: "w",
            assignedAt: now,
            signedAt: now,
            due: nil,
            outcome: .settled,
            text: "t",
            publicText: "p",
            repliedAt: now,
            returnReason: nil,
            returnBasis: nil,
            betterUnit: nil
        )
    }
}
