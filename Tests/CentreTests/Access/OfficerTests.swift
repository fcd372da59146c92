import Testing

@testable import Centre

struct OfficerTests {
    @Test(arguments: [
        ("chen", "chen"), ("  Chen.Wei ", "chen.wei"), ("a1", "a1"), ("grid-07_b", "grid-07_b"),
    ])
    func `a login is small letters, digits and three signs`(_ typed: String, _ kept: String) throws
    {
        #expect(try Officer.checked(login: typed) == kept)
    }

    @Test(arguments: ["a", "1chen", "chen wei", "陈", "chen@x", String(repeating: "a", count: 65)])
    func `other logins are refused`(_ typed: String) {
        #expect(throws: OfficerRefusal.loginMalformed) { try Officer.checked(login: typed) }
    }

    @Test func `login and name are asked for`() {
        #expect(throws: Fault(.empty, "login")) { try Officer.checked(login: "  ") }
        #expect(throws: Fault(.empty, "name")) { try Officer.checked(name: " ") }
        #expect(throws: Fault(.control, "name")) { try Officer.checked(name: "陈\u{7}") }
        #expect(throws: Fault(.tooLong, "name", ["most": "80"])) {
            try Officer.checked(name: String(repeating: "陈", count: 81))
        }
    }

    @Test func `words of refusals are stable and differ`() {
        let words =
            OfficerRefusal.allCases.map(\.word) + PostRefusal.allCases.map(\.word)
            + PasswordRefusal.allCases.map(\.word) + SignInRefusal.allCases.map(\.word)
            + SecondFactorRefusal.allCases.map(\.word)
            + ComeBackLater.Reason.allCases.map(\.rawValue)
        #expect(Set(words).count == words.count)
    }
}
