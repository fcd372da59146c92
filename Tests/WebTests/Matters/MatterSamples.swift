import Centre
import TestSupport

@testable import Web

extension Samples {
    static func matters() throws -> [any View] {
        [
            TodayView.sample, WorklistView.sample, WaitingView.sample, MatterPageView.sample,
        ]
    }
}

extension TodayView {
    static var sample: TodayView {
        TodayView(
            title: "a",
            day: "b",
            greeting: "c",
            tiles: [.sample],
            due: [.sample],
            heaps: [
                Heap(
                    title: "a",
                    figure: "1",
                    address: "/desk",
                    lines: [
                        Line(
                            address: "/desk",
                            title: "a",
                            note: "b",
                            marks: [Badge("c")],
                            due: Badge("d", .soon)
                        )
                    ]
                )
            ],
            empty: EmptyState("a", "b", link: Link("c", to: "/desk")),
            duty: [Desk(unit: "a", people: [Desk.Person(name: "b", role: "c")])],
            hall: .sample,
            gaps: [.sample],
            swaps: Link("a", to: "/desk/rota/swaps"),
            intake: Link("a", to: "/desk/intake")
        )
    }
}

extension TodayView.Tile {
    static var sample: TodayView.Tile {
        TodayView.Tile(
            address: "/desk/matters",
            label: "a",
            figure: "99+",
            tone: "grave",
            icon: "warning",
            isNothing: false
        )
    }
}

extension MatterRow {
    static var sample: MatterRow {
        MatterRow(
            address: "/desk/matters/1",
            title: "a",
            number: "b",
            marks: [Badge("c", .grave)],
            kind: "d",
            place: "e",
            unit: "f",
            due: Badge("g", .soon),
            dueOn: "h",
            stage: Badge("i")
        )
    }
}

extension MatterList {
    static var sample: MatterList {
        MatterList(
            caption: "a",
            rows: [.sample],
            pager: Pager(at: "/desk", next: "x", isFirst: false),
            empty: EmptyState("a", "b", link: Link("c", to: "/desk")),
            hasRows: true
        )
    }
}

extension WorklistView {
    static var sample: WorklistView {
        let choice = FilterForm.Choice(value: "a", label: "b", isChosen: true)
        return WorklistView(
            title: "a",
            filter: FilterForm(
                search: "a",
                problem: "b",
                stages: .init([choice]),
                among: .init([choice]),
                channel: "web",
                channelSaid: "a",
                units: .init([choice]),
                areas: .init([choice]),
                classes: .init([FilterForm.Family(label: "a", choices: [choice])]),
                bands: .init([choice]),
                orders: .init([choice]),
                isNarrowed: true
            ),
            list: .sample,
            export: ExportForm(carried: [.init(name: "a", value: "b")], purposes: [choice])
        )
    }
}

extension WaitingView {
    static var sample: WaitingView { WaitingView(title: "a", hint: "b", list: .sample) }
}

extension MatterPageView {
    static var sample: MatterPageView {
        let facts = Facts(linked: [("a", "b", "/desk")])
        return MatterPageView(
            title: "a",
            number: "b",
            marks: [Badge("c")],
            facts: facts,
            notices: [Notice("a", .grave, link: Link("b", to: "/desk"))],
            next: "d",
            step: .sample,
            contact: ContactView(title: "a", facts: facts, parties: ["b"]),
            main: [.sample],
            more: [.sample],
            waits: ["a"],
            hasWaits: true,
            asked: "b",
            concerns: [.sample(facts)],
            moreConcerns: [.sample(facts)],
            concernsBehind: "c",
            limits: [.sample],
            ended: [.sample],
            hasEnded: true,
            parts: [.sample(facts)],
            formerParts: [.sample(facts)],
            supervision: SupervisionSamples.onMatter,
            whistles: WhistleSamples.onMatter,
            messages: MatterMessages(lines: [
                .init(what: "a", whom: "b", state: Badge("c"), when: "d", why: "e")
            ]),
            joint: Link("a", to: "/"),
            rulings: Link("a", to: "/"),
            levels: Link("a", to: "/"),
            group: Link("a", to: "/desk"),
            likeness: Link("a", to: "/desk"),
            timeline: .sample,
            papers: [Link("a", to: "/desk")],
            map: MapView(address: "/desk", sentence: "a", label: "b")
        )
    }
}

extension StepForm {
    static var sample: StepForm {
        let say: Wording
        do { say = Wording(try Sentences.sample(), in: .chinese) } catch {
            say = Wording(Sentences(tables: [:]), in: .chinese)
        }
        let form = FormHead(ticket: "t", operation: "o", problem: FormProblem(Samples.wrong, say))
        return StepForm(
            title: "a",
            hint: "b",
            advice: ["c"],
            address: "/desk",
            form: form,
            fields: [Field("title", "a", .photos, in: Samples.wrong, say, hint: "b")],
            button: "d",
            hasFiles: true,
            isGrave: true,
            close: "/desk"
        )
    }
}

extension StepLink {
    static var sample: StepLink {
        StepLink(
            label: "a",
            address: "/desk",
            isMain: true,
            isGrave: false,
            form: StepForm.sample.form,
            of: "b"
        )
    }
}

extension ConcernCard {
    static func sample(_ facts: Facts) -> ConcernCard {
        ConcernCard(
            number: "a",
            title: "b",
            state: Badge("c"),
            isOpen: true,
            content: ["d"],
            additions: ["e"],
            facts: facts,
            isAnswered: true,
            answer: ["f"],
            answeredAt: "g",
            rating: "h",
            disclose: Link("i", to: "/desk"),
            unlink: Link("j", to: "/desk")
        )
    }
}

extension LimitCard {
    static var sample: LimitCard {
        LimitCard(
            title: "a",
            of: "b",
            left: Badge("c"),
            due: "d",
            machine: "e",
            amount: "f",
            basis: "g",
            isProvisional: true,
            isOpen: true,
            runs: [Run(days: "a", count: "b", why: "c", isCounted: true)],
            more: "h",
            alarms: [AlarmNote(kind: Badge("i", .soon), raised: "j")]
        )
    }
}

extension PartCard {
    static func sample(_ facts: Facts) -> PartCard {
        PartCard(
            unit: "a",
            role: "b",
            state: Badge("c"),
            why: "d",
            due: Badge("e"),
            facts: facts,
            instruction: ["f"],
            outcome: "g",
            reply: ["h"],
            publicReply: ["i"],
            returned: "j",
            slip: Link("k", to: "/desk")
        )
    }
}

extension TimelineView {
    static var sample: TimelineView {
        TimelineView(
            lines: [
                Line(at: "a", machine: "b", who: "c", what: "d", words: ["e"], isQuoted: true)
            ],
            newest: Switch(label: "a", address: "/desk", isChosen: true),
            oldest: Switch(label: "b", address: "/desk", isChosen: false),
            pager: Pager(at: "/desk", next: "x", isFirst: false)
        )
    }
}
