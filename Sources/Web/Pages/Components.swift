/// How pressing something is: said by a word and a picture, and by a colour only beside them.
package enum Tone: String, Sendable {
    case plain
    case good
    /// Due soon.
    case soon
    /// Overdue, or dangerous.
    case grave

    /// A picture of `icons.svg`.
    var icon: String {
        switch self {
        case .plain: "dot"
        case .good: "check"
        case .soon: "clock"
        case .grave: "warning"
        }
    }
}

/// A word in a small frame: a stage, a limit.
///
/// Partial `Frame/badge`.
package struct Badge: Sendable {
    let text: String
    let tone: String
    let icon: String

    package init(_ text: String, _ tone: Tone = .plain) {
        self.text = text
        self.tone = tone.rawValue
        icon = tone.icon
    }
}

/// A sentence the reader must see, in a frame of its own.
///
/// Partial `Frame/alert`.
package struct Notice: Sendable {
    let text: String
    let tone: String
    let icon: String
    /// Where to go from here.
    let link: Link?

    package init(_ text: String, _ tone: Tone = .plain, link: Link? = nil) {
        self.text = text
        self.tone = tone.rawValue
        icon = tone.icon
        self.link = link
    }
}

package struct Link: Sendable {
    let address: String
    let label: String

    package init(_ label: String, to address: String) {
        self.label = label
        self.address = address
    }
}

/// What stands where a list has nothing: why, and what to do next.
///
/// Partial `Frame/empty`.
package struct EmptyState: Sendable {
    let title: String
    let text: String
    let link: Link?

    package init(_ title: String, _ text: String, link: Link? = nil) {
        self.title = title
        self.text = text
        self.link = link
    }
}

/// Onward to the next part of a list, and back to its beginning.
///
/// Partial `Frame/pager`.
package struct Pager: Sendable {
    let first: String?
    let next: String?

    /// - Parameters:
    ///   - address: the list's own, with its filters.
    ///   - next: the cursor of the next part.
    package init(at address: String, next: String?, isFirst: Bool) {
        let local = LocalAddress(address)
        first = isFirst ? nil : local?.with("after", nil)
        self.next = next.flatMap { local?.with("after", $0) }
    }
}

/// Where something stands on its way, like a parcel.
///
/// Partial `Frame/steps`.
package struct Steps: Sendable {
    package struct Step: Sendable {
        let label: String
        let note: String?
        let isDone: Bool
        let isNow: Bool
        let isAhead: Bool
    }

    let steps: [Step]

    /// - Parameter now: the step at hand, from nought; past the last when all are done.
    package init(_ labels: [(label: String, note: String?)], now: Int) {
        steps = labels.enumerated().map { place, step in
            Step(
                label: step.label,
                note: step.note,
                isDone: place < now,
                isNow: place == now,
                isAhead: place > now
            )
        }
    }
}

/// Names and values in two columns.
///
/// Partial `Frame/facts`.
package struct Facts: Sendable {
    package struct Fact: Sendable {
        let name: String
        let value: String
        let link: String?
    }

    let facts: [Fact]

    /// A fact without a value is left out.
    package init(_ facts: [(name: String, value: String?)]) {
        self.facts = facts.compactMap { fact in
            fact.value.map { Fact(name: fact.name, value: $0, link: nil) }
        }
    }

    package init(linked facts: [(name: String, value: String, address: String?)]) {
        self.facts = facts.map { Fact(name: $0.name, value: $0.value, link: $0.address) }
    }
}

/// A table of plain texts whose rows lead somewhere.
///
/// Partial `Frame/table`.
package struct PlainTable: Sendable {
    package struct Row: Sendable {
        let head: Link
        let cells: [String]

        package init(_ head: Link, _ cells: [String]) {
            self.head = head
            self.cells = cells
        }
    }

    let caption: String
    let columns: [String]
    let rows: [Row]

    package init(_ caption: String, columns: [String], rows: [Row]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }
}
