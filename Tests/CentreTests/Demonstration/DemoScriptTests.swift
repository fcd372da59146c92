import Crypto
import Foundation
import TestSupport
import Testing

@testable import Centre

@Suite struct `The demonstration's script` {
    private let script: DemoScript
    private let town: Town

    init() throws {
        let pack = try SamplePack.pack()
        let (script, findings) = DemoScript.read(pack)
        #expect(findings.isEmpty, "\(findings)")
        guard let script else { throw PackRefusal(findings: findings) }
        self.script = script
        var identities = TownIdentities()
        identities.complete(for: pack, world: .real)
        town = try Town(pack, version: 1, identities: identities)
    }

    private func plan(on day: String) throws -> DemoPlan {
        try DemoPlan(script, in: town, on: try #require(Day(day)))
    }

    @Test func `every path is taken by something, and every season has something`() {
        let taken = Set(script.scenarios.flatMap(\.paths))
        #expect(Set(script.paths.keys).subtracting(taken) == [])
        #expect(Set(script.seasons.keys) == Set(script.scenarios.compactMap(\.season)))
    }

    @Test func `each entry says something of its own`() {
        let scenarios = script.scenarios
        #expect(Set(scenarios.map(\.code)).count == scenarios.count)
        #expect(Set(scenarios.map(\.title)).count == scenarios.count)
        #expect(Set(scenarios.map(\.content)).count == scenarios.count)
        #expect(scenarios.count >= 120)
        let foreign = scenarios.filter { $0.language == "en" }.count
        #expect((10...20).contains(foreign * 100 / scenarios.count) || foreign >= 12)
    }

    @Test func `every entry names its own channel and ends its steps with words where it must`() {
        for scenario in script.scenarios {
            #expect(!scenario.channels.isEmpty, "\(scenario.code)")
            let tellings = (0..<max(1, scenario.occurrences)).flatMap {
                script.steps(of: scenario, occurrence: $0)
            }
            let verbs = Set(tellings.map(\.verb))
            if verbs.contains(.ask) { #expect(!scenario.missing.isEmpty, "\(scenario.code)") }
            if verbs.contains(.giveBack) {
                #expect(!scenario.units.wrong.isEmpty, "\(scenario.code)")
            }
            let isOwn = tellings.contains { $0.details.first == "own" }
            if isOwn { #expect(scenario.limit != nil, "\(scenario.code)") }
            let replies = tellings.contains { $0.verb == .reply && $0.words == nil }
            if replies {
                #expect(scenario.sentences["reply"] != nil, "\(scenario.code)")
                #expect(scenario.sentences["answer"] != nil, "\(scenario.code)")
            }
        }
    }

    @Test(arguments: ["2026-11-23", "2026-10-04", "2027-02-10", "2026-07-01"])
    func `a plan has something of everything, in time order, and no later than this morning`(
        day: String
    ) throws {
        let plan = try plan(on: day)
        let concerns = plan.concerns
        #expect((380...460).contains(concerns.count))
        #expect(Set(concerns.map(\.scenario.kind)) == Set(Concern.Kind.allCases))
        let national = Set(concerns.map { String($0.scenario.classCode.prefix(2)) })
        let all = Set(town.classes.filter { !$0.hidden }.map { String($0.code.prefix(2)) })
        #expect(national == all)
        #expect(Set(concerns.map(\.villageUnit)).count == 19)
        #expect(Set(concerns.compactMap(\.lead)).count >= 25)
        #expect(Set(plan.events.compactMap { $0.step?.verb }) == Set(DemoStep.Verb.allCases))
        let end = DemoCalendar(town).end(of: plan.day)
        #expect(plan.events.allSatisfy { $0.at <= end })
        #expect(zip(plan.events, plan.events.dropFirst()).allSatisfy { $0.at <= $1.at })
        #expect(Set(concerns.map(\.number)).count == concerns.count)
    }

    @Test func `no figure is left unfilled, and whoever should say something does`() throws {
        let plan = try plan(on: "2026-11-23")
        for concern in plan.concerns {
            let texts = [concern.order.title, concern.order.content]
            #expect(!texts.contains { $0.contains("{") || $0.isEmpty }, "\(concern.key)")
        }
        for event in plan.events {
            guard let step = event.step else { continue }
            let key = plan.concerns[event.concern].key
            #expect(!(event.words + event.answer).contains("{"), "\(key) \(step.verb)")
            if !step.verb.isSilent { #expect(!event.words.isEmpty, "\(key) \(step.verb)") }
            if step.verb == .reply { #expect(!event.answer.isEmpty, "\(key)") }
        }
    }

    @Test func `the same day has the same plan, and another day another`() throws {
        func told(_ plan: DemoPlan) -> [String] {
            plan.concerns.map { "\($0.number) \($0.order.title) \($0.order.requester.name ?? "")" }
                + plan.events.map { "\($0.at.milliseconds) \($0.words) \($0.unit ?? "")" }
        }
        let once = told(try plan(on: "2026-11-23"))
        #expect(once == told(try plan(on: "2026-11-23")))
        #expect(once != told(try plan(on: "2026-11-24")))
    }

    @Test func `officers act on working days in office hours, unless somebody is in danger`() throws
    {
        let plan = try plan(on: "2026-11-23")
        let calendar = DemoCalendar(town)
        for event in plan.events {
            guard let step = event.step, !step.verb.isResidents, step.wait.unit != .minutes,
                step.wait.unit != .naturalDays
            else { continue }
            #expect(
                calendar.calendar.isWorking(event.at.day(in: town.offset)),
                "\(plan.concerns[event.concern].key) \(step.verb) \(event.at.text())"
            )
        }
    }

    @Test func `the attached pictures are those in the pack`() throws {
        let named = script.scenarios.flatMap(\.attachments)
        #expect(!named.isEmpty)
        for attachment in named {
            let file = SamplePack.root.appending(path: "Packs/minzhong/demo/\(attachment.name)")
            let data = try Data(contentsOf: file)
            let digest = SHA256.hash(data: data).map { twoHexDigits($0) }.joined()
            #expect(digest == attachment.sha256)
            #expect(data.count <= 20_480)
        }
    }
}
