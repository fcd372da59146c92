import Centre
import TestSupport

@testable import Web

/// A page with nothing but its title.
struct BareView: PageView {
    static let template = "Intake/welcome"
    let title: String
}

extension Samples {
    static func residents() throws -> [any View] {
        let say = Wording(try Sentences.sample(), in: .chinese)
        let form = FormHead(
            ticket: "t",
            operation: "o",
            problem: FormProblem(Samples.wrong, say)
        )
        let field = Field("title", "t", .photos, in: Samples.wrong, say, hint: "h")
        return [
            WelcomeView.sample, AskView.sample(form, field), DangerView.sample(form),
            ReceiptView.sample, FollowKeyView.sample(form, field), FollowView.sample(form, field),
            ActView.sample(form, field), MyDataView.sample, DataActView.sample(form, field),
        ]
    }
}

extension WelcomeView {
    fileprivate static var sample: WelcomeView {
        WelcomeView(
            title: "a",
            doors: [.init(address: "/ask", icon: "intake", label: "a", hint: "b")],
            today: "a",
            isOpen: true,
            opening: "a",
            hours: "a",
            address: "a",
            phone: "1",
            desks: [.init(name: "a", phone: "1")],
            rotating: ["a"],
            others: "a",
            phones: [.init(name: "a", number: "110")]
        )
    }
}

extension AskView {
    fileprivate static func sample(_ form: FormHead, _ field: Field) -> AskView {
        AskView(
            title: "a",
            progress: "a",
            lead: "a",
            form: form,
            address: "/ask",
            step: "kind",
            carried: [.init(name: "a", value: "b")],
            isMultipart: true,
            taps: [
                .init(name: "a", value: "b", label: "c", hint: "d", isChosen: true, isGrave: true)
            ],
            fields: [field],
            map: .init(lng: "1", lat: "2"),
            photos: .init(held: [.init(token: "a", name: "b", size: "c")], field: field),
            check: .init(rows: [.init(name: "a", value: "b", step: "c")], privacy: ["a"]),
            next: "a",
            back: "b"
        )
    }
}

extension DangerView {
    fileprivate static func sample(_ form: FormHead) -> DangerView {
        DangerView(
            title: "a",
            calls: [.init(number: "110", name: "a")],
            form: form,
            carried: [.init(name: "a", value: "b")]
        )
    }
}

extension PromiseLine {
    static var sample: PromiseLine {
        PromiseLine(
            title: "a",
            due: "b",
            left: "c",
            isLate: true,
            basis: "d",
            provisional: true,
            days: ["e"]
        )
    }
}

extension ReceiptView {
    fileprivate static var sample: ReceiptView {
        ReceiptView(
            title: "a",
            lead: "a",
            number: "1",
            code: "2",
            picture: "<svg></svg>",
            registered: "a",
            promises: [.sample],
            paper: "/"
        )
    }
}

extension FollowKeyView {
    fileprivate static func sample(_ form: FormHead, _ field: Field) -> FollowKeyView {
        FollowKeyView(title: "a", form: form, to: "", number: field, code: field, phone: "1")
    }
}

extension FollowView {
    fileprivate static func sample(_ form: FormHead, _ field: Field) -> FollowView {
        let choice = RatingBox.Choice(value: "a", label: "b", isChosen: true)
        return FollowView(
            title: "a",
            number: "1",
            state: Badge("a"),
            registered: "a",
            content: ["a"],
            additions: ["a"],
            steps: Steps([("a", "b"), ("c", nil), ("d", nil)], now: 1),
            next: .sample,
            hasMore: true,
            more: [.sample],
            holder: "a",
            missing: ["a"],
            answer: .init(at: "a", words: ["b"]),
            rating: .init(
                form: form,
                number: "1",
                solved: [choice],
                fair: [choice],
                words: field
            ),
            rated: "a",
            acts: [.init(address: "/", label: "a", hint: "b", icon: "file")],
            way: [.init(machine: "a", at: "b", words: "c")],
            files: [.init(address: "/", name: "a", size: "b", isPicture: true)],
            notices: [.init(at: "a", words: "b")],
            receipt: "/",
            letter: "/",
            why: "/",
            leaving: form
        )
    }
}

extension ActView {
    fileprivate static func sample(_ form: FormHead, _ field: Field) -> ActView {
        ActView(
            title: "a",
            lead: "b",
            then: ["a"],
            missing: ["a"],
            form: form,
            address: "/",
            number: "1",
            isMultipart: true,
            fields: [field],
            button: "a",
            isGrave: true,
            back: "/"
        )
    }
}

extension MyDataView {
    fileprivate static var sample: MyDataView {
        MyDataView(
            title: "a",
            number: "1",
            isErased: false,
            facts: Facts(linked: [("a", "b", "/")]),
            full: "/",
            looks: [.init(machine: "a", at: "b", words: "c")]
        )
    }
}

extension DataActView {
    fileprivate static func sample(_ form: FormHead, _ field: Field) -> DataActView {
        DataActView(
            title: "a",
            lead: "b",
            then: ["a"],
            form: form,
            address: "/",
            number: "1",
            fields: [field],
            button: "a",
            isGrave: true,
            back: "/"
        )
    }
}
