import Centre
import TestSupport

@testable import Web

extension Samples {
    static func frame() throws -> [any View] {
        let say = Wording(try Sentences.sample(), in: .chinese)
        var chrome = Chrome(language: .chinese, wording: say)
        chrome.visit.said = "done-signed-out"
        let frame = PageFrame("a", "b", chrome)
        let form = FormHead(
            ticket: "t",
            operation: "o",
            problem: FormProblem(Samples.wrong, say)
        )
        return [
            ResidentLayout.sample(frame), StaffLayout.sample(frame, say), WallLayout(frame: frame),
            ErrorView.sample(say),
            ResumeView(title: "a", text: "b", [FormPair("c", "d")], to: "/", say, ticket: "t"),
            ComponentsView(form, Samples.wrong, say, Moment(milliseconds: 0)),
            SignInView.sample(form, say),
        ]
    }

    /// Something typed, and something wrong about it.
    static var wrong: Typed {
        var typed = Typed(["title": "a"])
        typed.problem = Problem(Fault(.missing, "title"))
        return typed
    }
}

extension ResidentLayout {
    fileprivate static func sample(_ frame: PageFrame) -> ResidentLayout {
        ResidentLayout(
            frame: frame,
            notice: "n",
            phones: [Phone(name: "p", number: "110")],
            isStaff: true
        )
    }
}

extension StaffLayout {
    fileprivate static func sample(_ frame: PageFrame, _ say: Wording) -> StaffLayout {
        let entry = StaffNavigation.Entry(label: "a", address: "/desk", icon: "today", isHere: true)
        return StaffLayout(
            frame: frame,
            isSignedIn: true,
            officer: "a",
            post: "b",
            ticket: "t",
            maySearch: true,
            groups: [StaffNavigation.Group(entries: [entry])]
        )
    }
}

extension ErrorView {
    fileprivate static func sample(_ say: Wording) -> ErrorView {
        var problem = Problem(WebRefusal.breakage)
        problem.reference = "r"
        return ErrorView(problem, say, isDesk: true)
    }
}

extension SignInView {
    fileprivate static func sample(_ form: FormHead, _ say: Wording) -> SignInView {
        func field(_ kind: Field.Kind) -> Field {
            Field("title", "l", kind, in: Samples.wrong, say, hint: "h")
        }
        return SignInView(
            title: "a",
            form: form,
            login: field(.line(upTo: 5)),
            password: field(.secret),
            code: field(.number),
            to: "/desk",
            carried: "c"
        )
    }
}
