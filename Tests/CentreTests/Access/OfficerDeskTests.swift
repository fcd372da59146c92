import Storage
import TestSupport
import Testing

@testable import Centre

struct OfficerDeskTests {
    @Test(arguments: Engine.all)
    func `officers are taken in by right, each login once`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            let chen = try await house.officer("chen", [.director])
            let director = Grantor.officer(try await house.viewer("chen"))
            await #expect(throws: NotFound()) {
                try await house.desk.addOfficer(
                    login: "li",
                    name: "李",
                    password: nil,
                    by: director
                )
            }
            await #expect(throws: OfficerRefusal.loginTaken) {
                try await house.desk.addOfficer(
                    login: "CHEN",
                    name: "陈",
                    password: nil,
                    by: house.chief
                )
            }
            await #expect(throws: PasswordRefusal.holdsLogin) {
                try await house.desk.addOfficer(
                    login: "zhang",
                    name: "张",
                    password: "zhang zhang zhang",
                    by: house.chief
                )
            }
            #expect(
                try await house.desk.officers(limit: 1, by: house.chief).map(\.login) == ["chen"]
            )
            #expect(
                try await house.desk.officers(after: "chen", by: house.chief).map(\.login)
                    == ["chief"]
            )
            #expect(try await house.desk.officer(login: "Chen", by: house.chief) == chen)
        }
    }

    @Test(arguments: Engine.all)
    func `a post that unites separated powers is refused`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            let chen = try await house.officer("chen", [.dispatcher])
            let audit = try await house.officer("audit", [.auditor])
            await #expect(throws: PostRefusal.commandAndSupervisionApart) {
                try await house.desk.givePost(
                    to: chen.id,
                    unit: house.units[0],
                    role: .supervisor,
                    by: house.chief
                )
            }
            for role in [Role.clerk, .systemAdministrator] {
                await #expect(throws: PostRefusal.administratorsApart) {
                    try await house.desk.givePost(
                        to: audit.id,
                        unit: house.units[0],
                        role: role,
                        by: .house
                    )
                }
            }
            let held = try await house.desk.posts(of: chen.id, by: house.chief)
            try await house.desk.endPost(held[0].id, by: house.chief)
            _ = try await house.desk.givePost(
                to: chen.id,
                unit: house.units[0],
                role: .supervisor,
                by: house.chief
            )
            await #expect(throws: PostRefusal.endedAlready) {
                try await house.desk.endPost(held[0].id, by: house.chief)
            }
            let viewer = try await house.viewer("chen")
            #expect(viewer.posts.map(\.role) == [.supervisor])
            #expect(try await house.desk.posts(of: chen.id, by: .officer(viewer)).count == 2)
        }
    }

    @Test(arguments: Engine.all)
    func `nobody gives himself a post, and few give any`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            await #expect(throws: PostRefusal.ownPost) {
                try await house.desk.givePost(
                    to: house.administrator.officer,
                    unit: house.units[0],
                    role: .clerk,
                    by: house.chief
                )
            }
            let chen = try await house.officer("chen")
            for role in Role.allCases where role != .securityAdministrator {
                let other = Viewer(
                    officer: house.administrator.officer,
                    name: "",
                    login: "",
                    posts: [
                        Post(
                            id: house.desk.world.newID(),
                            officer: house.administrator.officer,
                            unit: house.units[0],
                            role: role,
                            validFrom: house.clock.now
                        )
                    ]
                )
                await #expect(throws: NotFound()) {
                    try await house.desk.givePost(
                        to: chen.id,
                        unit: house.units[0],
                        role: .visitor,
                        by: .officer(other)
                    )
                }
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a post is in a unit and an area that are there`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            let chen = try await house.officer("chen", [])
            await #expect(throws: Fault(.unknownCode, "unit")) {
                try await house.desk.givePost(
                    to: chen.id,
                    unit: house.desk.world.newID(),
                    role: .clerk,
                    by: house.chief
                )
            }
            await #expect(throws: Fault(.missing, "area")) {
                try await house.desk.givePost(
                    to: chen.id,
                    unit: house.units[0],
                    role: .gridWorker,
                    by: house.chief
                )
            }
            await #expect(throws: Fault(.unknownCode, "area")) {
                try await house.desk.givePost(
                    to: chen.id,
                    unit: house.units[0],
                    role: .gridWorker,
                    area: house.desk.world.newID(),
                    by: house.chief
                )
            }
            await #expect(throws: NotFound()) {
                try await house.desk.givePost(
                    to: house.desk.world.newID(),
                    unit: house.units[0],
                    role: .clerk,
                    by: house.chief
                )
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a post is held between its days only`(_ engine: Engine) async throws {
        try await AccessHouse.on(engine) { house in
            let chen = try await house.officer("chen", [])
            let now = house.clock.now
            _ = try await house.desk.givePost(
                to: chen.id,
                unit: house.units[0],
                role: .clerk,
                from: now.adding(hours: 1),
                until: now.adding(hours: 2),
                by: house.chief
            )
            let token = try await house.signIn("chen").token
            for held in [false, true, false] {
                let viewer = try await house.desk.viewer(ofToken: token)
                #expect(viewer.may(.register) == held)
                house.clock.move(minutes: 60)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `with the officer end posts and sessions, and the way back`(
        _ engine: Engine
    )
        async throws
    {
        try await AccessHouse.on(engine) { house in
            let chen = try await house.officer("chen", [.clerk, .dispatcher])
            let token = try await house.signIn("chen").token
            try await house.desk.endOfficer(chen.id, by: house.chief)
            await #expect(throws: NotFound()) { try await house.desk.viewer(ofToken: token) }
            await #expect(throws: SignInRefusal.wrong) { try await house.signIn("chen") }
            let posts = try await house.desk.posts(of: chen.id, by: house.chief)
            #expect(posts.allSatisfy { $0.validTo == house.clock.now })
            await #expect(throws: PostRefusal.officerEnded) {
                try await house.desk.givePost(
                    to: chen.id,
                    unit: house.units[0],
                    role: .clerk,
                    by: house.chief
                )
            }
            await #expect(throws: OfficerRefusal.endedAlready) {
                try await house.desk.endOfficer(chen.id, by: house.chief)
            }
            await #expect(throws: OfficerRefusal.ownAccount) {
                try await house.desk.endOfficer(house.administrator.officer, by: house.chief)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `the officer's chain tells it all, and neither password nor token`(
        _ engine: Engine
    )
        async throws
    {
        try await AccessHouse.on(engine) { house in
            let chen = try await house.officer("chen", [.clerk])
            let opened = try await house.signIn("chen")
            try await house.desk.endOfficer(chen.id, by: house.chief)
            let entries = try await house.entries(of: chen.id)
            #expect(
                entries.map(\.act)
                    == [.officerAdded, .postGiven, .sessionOpened, .postEnded, .officerEnded]
            )
            let chief = Actor.officer(house.administrator.officer, .securityAdministrator)
            #expect(entries[0].actor == chief && entries[1].actor == chief)
            #expect(entries[1].facts["role"] == "clerk")
            let told = entries.flatMap(\.facts.values).joined(separator: " ")
            for secret in [AccessHouse.password, opened.token, "陈守约", "scrypt"] {
                #expect(!told.contains(secret))
            }
        }
    }
}
