@testable import Centre
@testable import Web

extension Samples {
    static func shifts() throws -> [any View] {
        let boards = try BoardSamples()
        let (say, town, now) = (boards.say, boards.town, boards.now)
        let hand = ShiftNote.Hand(officer: World.real.newID(), name: "n")
        let notes = [nil, hand].map { taker in
            let note = ShiftNote(
                id: World.real.newID(),
                unit: town.units[0].id,
                desk: .window,
                day: now.day(in: town.offset),
                shift: .morning,
                words: "w",
                openEnds: [.init(number: "MZ1", matter: World.real.newID(), words: "w")],
                writtenBy: hand,
                writtenAt: now,
                takenBy: taker,
                takenAt: taker.map { _ in now },
                seat: "T1",
                next: .init(unit: town.units[0].id, halfDay: HalfDay(at: now, in: town.offset))
            )
            return ShiftNoteRow(note, town, say, viewer: boards.viewer) { boards.form }
        }
        let typed = Typed.shift(for: boards.viewer, at: now, in: town)
        return [
            ShiftView(
                title: "a",
                notes: notes,
                empty: EmptyState("a", "b", link: Link("c", to: "/")),
                pager: Pager(at: "/", next: "n", isFirst: false),
                writing: ShiftForm(typed, boards.viewer, town, say, form: boards.form)
            )
        ]
    }
}
