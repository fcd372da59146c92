import Testing

@testable import Centre

struct PostsTests {
    private let sample = Sample()

    @Test(arguments: [
        (Role.dispatcher, Role.supervisor, PostRefusal.commandAndSupervisionApart as PostRefusal?),
        (.supervisor, .dispatcher, .commandAndSupervisionApart),
        (.systemAdministrator, .securityAdministrator, .administratorsApart),
        (.securityAdministrator, .auditor, .administratorsApart),
        (.auditor, .systemAdministrator, .administratorsApart),
        (.clerk, .auditor, .administratorsApart),
        (.systemAdministrator, .director, .administratorsApart),
        (.clerk, .dispatcher, nil),
        (.supervisor, .visitor, nil),
        (.auditor, .auditor, .heldAlready),
    ])
    func `separated powers do not meet in one officer`(
        _ held: Role,
        _ wanted: Role,
        _ expected: PostRefusal?
    ) {
        #expect(refusal(of: sample.post(wanted), beside: sample.post(held)) == expected)
    }

    @Test func `each administrator is apart from every other role`() {
        for role in Role.allCases where role.isAdministrator {
            for other in Role.allCases where other != role {
                #expect(role.conflict(with: other) == .administratorsApart)
                #expect(other.conflict(with: role) == .administratorsApart)
            }
        }
    }

    @Test(arguments: [
        (100, 200 as Int64?, true), (200, nil, false), (199, nil, true), (0, 50, false),
        (0, 51, true), (0, nil, true), (300, 400, false),
    ])
    func `posts are compared only where their times meet`(
        _ from: Int64,
        _ until: Int64?,
        _ meet: Bool
    ) {
        let held = sample.post(.supervisor, from: 50, until: 200)
        let wanted = sample.post(.dispatcher, from: from, until: until)
        #expect(wanted.overlaps(held) == meet)
        let apart = PostRefusal.commandAndSupervisionApart
        #expect(refusal(of: wanted, beside: held) == (meet ? apart : nil))
    }

    @Test func `the same post is not given twice, but in another area it is another post`() {
        let area = sample.world.newID(of: Area.self)
        let held = sample.post(.gridWorker, area: area)
        #expect(throws: PostRefusal.heldAlready) {
            try sample.post(.gridWorker, area: area).fits(beside: [held])
        }
        #expect(throws: Never.self) {
            try sample.post(.gridWorker, area: sample.world.newID()).fits(beside: [held])
        }
    }

    @Test func `a post ends after it begins`() {
        #expect(throws: PostRefusal.endsBeforeItBegins) {
            try sample.post(.clerk, from: 10, until: 10).fits(beside: [])
        }
    }

    @Test(arguments: [(9, false), (10, true), (19, true), (20, false)])
    func `the first moment of a post counts, the last does not`(_ at: Int64, _ valid: Bool) {
        let post = sample.post(.clerk, from: 10, until: 20)
        #expect(post.isValid(at: Moment(milliseconds: at)) == valid)
    }

    @Test func `a viewer may what the posts allow, in the role of the post that allows it`() throws
    {
        let viewer = sample.viewer([.deskOfficer, .clerk])
        #expect(viewer.may(.reply) && viewer.may(.importConcerns) && !viewer.may(.verify))
        #expect(try viewer.role(for: .importConcerns) == .clerk)
        #expect(try viewer.actor(for: .register) == .officer(viewer.officer, .deskOfficer))
        #expect(throws: NotFound()) { try viewer.require(.verify) }
        #expect(throws: NotFound()) { try viewer.actor(for: .verify) }
        #expect(viewer.posts(holding: .readMatters).count == 2)
        #expect(viewer.posts(holding: .reply).map(\.role) == [.deskOfficer])
    }

    @Test func `a right reaches where the posts that hold it reach`() {
        let area = sample.world.newID(of: Area.self)
        let unitPost = sample.post(.deskOfficer)
        let posts = [unitPost, sample.post(.gridWorker, area: area), sample.post(.gridLeader)]
        let viewer = sample.viewer(posts)
        #expect(
            viewer.reach(of: .readMatters)
                == ViewerScope(centre: false, units: [unitPost.unit], areas: [area])
        )
        #expect(viewer.reach(of: .reply) == ViewerScope(centre: false, units: [unitPost.unit]))
        #expect(viewer.reach(of: .verify).isEmpty)
        #expect(sample.viewer([.dispatcher]).reach(of: .readMatters).centre)
        #expect(sample.viewer([.auditor]).reach(of: .readAudit).isEmpty)
    }

    private func refusal(of wanted: Post, beside held: Post) -> PostRefusal? {
        refused { () throws(PostRefusal) in try wanted.fits(beside: [held]) }
    }

    private struct Sample {
        let world = World.real
        let officer = World.real.newID(of: Officer.self)
        let unit = World.real.newID(of: Unit.self)

        func post(
            _ role: Role,
            area: ID<Area>? = nil,
            from: Int64 = 0,
            until: Int64? = nil
        ) -> Post {
            Post(
                id: world.newID(),
                officer: officer,
                unit: unit,
                role: role,
                area: area,
                validFrom: Moment(milliseconds: from),
                validTo: until.map(Moment.init(milliseconds:))
            )
        }

        func viewer(_ posts: [Post]) -> Viewer {
            Viewer(officer: officer, name: "陈守约", login: "chen", posts: posts)
        }

        func viewer(_ roles: [Role]) -> Viewer { viewer(roles.map { post($0) }) }
    }
}
