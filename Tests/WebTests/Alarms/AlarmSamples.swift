@testable import Web

extension AlarmsView {
    static var sample: AlarmsView {
        let choice = Choice(value: "a", label: "b", isChosen: true)
        return AlarmsView(
            title: "a",
            hint: "b",
            kinds: [choice],
            states: [choice],
            units: [choice],
            rows: [
                Row(
                    kind: Badge("a", .grave),
                    number: "b",
                    address: "/desk",
                    rule: "c",
                    unit: "d",
                    due: Badge("e", .soon),
                    dueOn: "f",
                    machine: "g",
                    raised: "h"
                )
            ],
            hasRows: true,
            empty: EmptyState("a", "b", link: Link("c", to: "/desk")),
            pager: Pager(at: "/desk", next: "x", isFirst: false)
        )
    }
}
