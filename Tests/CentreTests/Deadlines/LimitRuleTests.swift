import Testing

@testable import Centre

@Suite struct `A limit as written` {
    typealias Sample = ClockSamples

    @Test func `is sound in all the samples`() throws {
        for rule in try Sample.rules() { #expect(rule.check().isEmpty, "\(rule.code)") }
    }

    @Test func `is refused for each combination that cannot be meant`() throws {
        let none = Bilingual(zh: "", en: " ")
        let empty = LimitRule(
            code: "",
            title: none,
            subject: .matter,
            starts: [],
            ends: [],
            amount: 0,
            unit: .workingDays,
            rollOver: true,
            condition: LimitCondition(kinds: ["a b"], roles: ["boss"]),
            pause: ["court", "court"],
            extension: ExtensionRule(max: 0, times: 0),
            basis: LegalBasis(law: none, article: ""),
            validFrom: Day(number: 0),
            version: 0
        )
        let crossed = LimitRule(
            code: "X",
            title: none,
            subject: .matter,
            starts: [.concernRegistered],
            ends: [.concernRegistered],
            amount: 90_000,
            unit: .hours,
            rollOver: true,
            pause: ["court"],
            basis: LegalBasis(law: none, article: ""),
            validFrom: Day(number: 0)
        )
        let silent = LimitRule(
            code: "Y",
            title: none,
            subject: .concern,
            starts: [.concernRegistered],
            ends: [.concernAnswered],
            amount: 3,
            unit: .workingDays,
            extension: ExtensionRule(max: 1, times: 2, tellsResident: false),
            within: ["Y", "X"],
            basis: LegalBasis(law: none, article: ""),
            validFrom: Day(number: 0)
        )
        let whole = silent.findingsOfWhole(among: [crossed]).map(\.rawValue)
        let found = Set(empty.check() + crossed.check() + silent.check() + whole)
        #expect(found == Set(LimitFinding.allCases.map(\.rawValue)))
    }

    @Test(arguments: [
        (LimitSubject.concern, Act.matterAccepted, true), (.assignment, .matterClosed, true),
        (.matter, .concernRegistered, false), (.assignment, .concernAnswered, false),
        (.concern, .assignmentSigned, false), (.matter, .assignmentMade, false),
        (.concern, .firstContact, true), (.matter, .replyVerified, true),
    ])
    func `is reached by the acts on the matter and on its own subject`(
        subject: LimitSubject,
        act: Act,
        reached: Bool
    ) {
        #expect(subject.isReached(by: act) == reached)
    }

    @Test func `is cited with its article, and without one where the town has none`() {
        let law = Bilingual(zh: "信访工作条例", en: "Regulations on Petition Work")
        let cited = LegalBasis(law: law, article: "34").citation
        #expect(cited == Bilingual(zh: "《信访工作条例》第34条", en: "\(law.en), Art. 34"))
        let own = LegalBasis(law: law, article: "").citation
        #expect(own == Bilingual(zh: "《信访工作条例》", en: law.en))
    }
}
