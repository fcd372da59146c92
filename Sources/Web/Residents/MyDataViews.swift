import Centre

/// What is kept about a resident, masked until it is asked for.
struct MyDataView: PageView {
    static let template = "Residents/my-data"

    let title: String
    let number: String
    let isErased: Bool
    let facts: Facts
    /// Where the full values are; nil when they are shown.
    let full: String?
    let looks: [Look]

    struct Look: Sendable {
        let machine: String
        let at: String
        let words: String
    }
}

extension MyDataView {
    init(_ data: OwnData, isFull: Bool, _ say: Wording) {
        title = say("my-data")
        number = data.number
        isErased = data.requester == nil
        full = isFull || data.requester == nil ? nil : "/my-data?full=1"
        let details = isFull ? data.requester : data.requester?.masked
        facts = MyDataView.facts(of: details, say)
        looks = data.looks.reversed().map { look in
            let role = "role-\(look.role)"
            return Look(
                machine: say.machine(look.at),
                at: say.moment(look.at),
                words: say(
                    "look-was",
                    [
                        "roleWord": say(say.knows(role) ? role : "look-by-\(look.role)"),
                        "purposeWord": say("look-for-\(look.purpose.rawValue)"),
                    ]
                )
            )
        }
    }

    private static func facts(of details: ContactDetails?, _ say: Wording) -> Facts {
        guard let details else { return Facts([]) }
        let nothing = say("data-nothing")
        func given(_ texts: [String]) -> String { texts.isEmpty ? nothing : say.list(texts) }
        return Facts([
            (say("data-name"), details.name ?? nothing),
            (say("data-phone"), given(details.phones)),
            (say("data-identity"), details.idNumber),
            (say("data-address"), details.address ?? nothing),
            (say("data-language"), details.language),
            (say("data-needs"), details.needs.isEmpty ? nil : say.list(details.needs)),
            (
                say("data-parties"),
                details.parties.isEmpty ? nil : say.list(details.parties.map(\.name))
            ),
        ])
    }
}

/// Putting right or erasing: what it means, and the form for it.
struct DataActView: PageView {
    static let template = "Residents/data-act"

    let title: String
    let lead: String
    let then: [String]
    let form: FormHead
    let address: String
    let number: String
    let fields: [Field]
    let button: String
    let isGrave: Bool
    let back: String
}

extension ContactDetails {
    /// What the boxes of the correction begin with.
    var boxes: [String: String] {
        ["name": name ?? "", "phones[]": phones.first ?? "", "address": address ?? ""]
    }
}
