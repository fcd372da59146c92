import Centre
import Hummingbird
import Storage
import TestSupport
import Testing

@testable import Web

/// An officer of every role, a resident and nobody, before one matter that all of those who see
/// matters can see: in the village, with a part for the justice office and one for the committee.
struct Crowd {
    let sample: SampleCentre
    private let open: Browser
    private(set) var tokens: [String: String] = [:]
    let slip: Slip
    private let parts: [String: String]
    let attachment: String
    let supervised: SupervisedCrowd
    let whistled: WhistledCrowd
    let joined: JoinedCrowd
    let ruled: RuledCrowd
    let lifted: LiftedCrowd
    let rota: RotaCrowd
    let grouped: GroupedCrowd

    private static let village = "442000007200"
    private static let committee = "v200"

    init(_ sample: SampleCentre) async throws {
        self.sample = sample
        let counter = try Counter(sample)
        open = counter.browser
        for role in Role.allCases {
            tokens[role.rawValue] = try await sample.signIn(
                role,
                Crowd.unit(of: role),
                area: role.reach == .area ? Crowd.village : nil
            )
        }
        let clerk = counter.with(token: try #require(tokens["clerk"]))
        slip = try Slip(try await clerk.post("/concerns", Orders.homestead).expect(201))
        attachment = try await clerk.browser.send(
            .post,
            "/api/v1/concerns/\(slip.number)/attachments",
            body: Photo.jpeg,
            headers: ["Content-Type": "image/jpeg", "Idempotency-Key": "a-photograph"]
        ).expect(201).need("id")
        let dispatcher = counter.with(token: try #require(tokens["dispatcher"]))
        parts = try await Crowd.giveOut(slip, by: dispatcher)
        let held = tokens
        rota = try await RotaCrowd(sample)
        supervised = try await SupervisedCrowd(sample, slip, parts) { role in
            counter.with(token: try #require(held[role]))
        }
        whistled = try await WhistledCrowd(slip, by: dispatcher)
        joined = try await JoinedCrowd(slip, by: dispatcher)
        ruled = try await RuledCrowd(
            try Slip(try await clerk.post("/concerns", Orders.order()).expect(201)),
            by: dispatcher,
            and: counter.with(token: try #require(held["liaison"]))
        )
        lifted = try await LiftedCrowd(
            try Slip(try await clerk.post("/concerns", Orders.order()).expect(201)),
            by: dispatcher
        )
        grouped = try await GroupedCrowd(slip, by: dispatcher)
    }

    private static func unit(of role: Role) -> String {
        switch role.reach {
        case .unit: "justice"
        case .area: committee
        case .centre, .nothing: "centre"
        }
    }

    private static func giveOut(_ slip: Slip, by desk: Counter) async throws -> [String: String] {
        let matter = "/matters/\(slip.matter)"
        _ = try await desk.post(
            "\(matter)/acceptance",
            #"{"class":"0902-B","route":"mediation","area":"\#(village)"}"#
        ).expect(200)
        var parts: [String: String] = [:]
        for (unit, role) in [("justice", "lead"), (committee, "assist")] {
            parts[unit] = try await desk.post(
                "\(matter)/assignments",
                #"{"unit":"\#(unit)","role":"\#(role)","instruction":"请办"}"#
            ).expect(201).need("id")
        }
        return parts
    }

    func status(of call: String, as column: String) async throws -> Int {
        let halves = call.split(separator: " ").map(String.init)
        let method = try #require(HTTPRequest.Method(rawValue: halves[0]))
        var headers: [String: String] = [:]
        if let token = tokens[column] { headers["Authorization"] = "Bearer \(token)" }
        if column == "resident" { headers["Query-Code"] = grouped.code(of: call) ?? slip.code }
        if method != .get { headers["Idempotency-Key"] = "\(UInt64.random(in: .min ... .max))" }
        let path = try await path(halves[1], as: column) + rota.query(of: call)
        let body =
            method == .get
            ? nil
            : supervised.body(of: call) ?? whistled.body(of: call)
                ?? joinedBody(of: call, as: column) ?? ruled.body(of: call)
                ?? lifted.body(of: call)
                ?? rota.body(of: call)
                ?? grouped.body(of: call)
                ?? Crowd.body(of: call, as: column, slip)
        let reply = try await open.send(
            method,
            path,
            body: body.map { Array($0.utf8) },
            headers: headers
        )
        return reply.status
    }

    private func joinedBody(of call: String, as column: String) -> String? {
        let reach = Role(rawValue: column)?.reach
        return joined.body(of: call, isOfArea: reach == .area, isCentre: reach == .centre)
    }

    private func path(_ pattern: String, as column: String) async throws -> String {
        if let path = grouped.path(pattern) { return path }
        let path = pattern.replacing("{number}", with: slip.number)
            .replacing("{attachment}", with: attachment)
            .replacing("{year}", with: "2026")
        if let path = supervised.path(path, isOfArea: Role(rawValue: column)?.reach == .area) {
            return path
        }
        let isOfArea = Role(rawValue: column)?.reach == .area
        if let path = whistled.path(path, isOfArea: isOfArea) { return path }
        if let path = joined.path(path, isOfArea: isOfArea) { return path }
        if let path = ruled.path(path) { return path }
        if let path = lifted.path(path) { return path }
        if let path = rota.path(path) { return path }
        if path.hasSuffix("/export") { return "\(path)?purpose=check" }
        if path.contains("/assignments/") {
            return path.replacing("{id}", with: part(of: column))
        }
        if path.contains("/messages/failed/") {
            return path.replacing("{id}", with: try await failedMessage())
        }
        if path.contains("/notices/failed/") {
            return path.replacing("{id}", with: try await deadLetter())
        }
        if path.contains("/notices/") {
            return path.replacing("{id}", with: try await notice(for: column))
        }
        if path.contains("/calendar/changes/") {
            return path.replacing("{id}", with: "\(try await change())")
        }
        if path.contains("/sessions/") {
            return path.replacing("{id}", with: try await spareSession(of: column))
        }
        return path.replacing("{id}", with: slip.matter)
    }

    /// The part that is given to the unit of that column.
    func part(of column: String) -> String {
        parts[Role(rawValue: column)?.reach == .area ? Crowd.committee : "justice"] ?? ""
    }

    /// A change that the command line has proposed and that waits for its decision.
    func change() async throws -> ID<CalendarChange> {
        let desk = CalendarDesk(house: sample.house)
        try await sample.house.database.write { tx in
            try tx.run(
                """
                UPDATE calendar_changes
                SET state = CASE WHEN edition IS NULL THEN 'declined' ELSE 'settled' END
                """
            )
        }
        let days = try await nextDay()
        let content = CalendarChange.Content.overlay(days: [days], off: true)
        let id = try await desk.propose(content, reason: "台风", by: .system("house"))
        _ = try await desk.count()
        return id
    }

    /// A working day that no change has touched yet.
    private func nextDay() async throws -> Day {
        var day = sample.clock.now.day().adding(30)
        while !sample.town.calendar.isWorking(day) { day = day.adding(1) }
        return day
    }

    /// A second session of the officer, so that the first one goes on.
    func spareSession(of column: String) async throws -> String {
        let none = "\(sample.house.world.newID(of: Session.self))"
        guard let role = Role(rawValue: column), let token = tokens[column] else { return none }
        _ = try await open.post("/api/v1/tokens", Crowd.login(of: role))
        let list = try await open.with(token: token).get("/api/v1/sessions")
        let spare = try list.value(at: "items")?.elements.first { $0["current"]?.flag == false }
        return spare?["id"]?.text ?? none
    }

    static func login(of role: Role?) -> String {
        let role = role ?? .clerk
        return #"{"officer":"\#(name(of: role))","password":"\#(password)"}"#
    }

    static func name(of role: Role) -> String {
        "\(role.rawValue.lowercased())-\(unit(of: role).lowercased())-a"
    }

    private static let password = "a quiet lane by the river"

    /// A body that can be read, so that the answer tells right from no right.
    private static func body(of call: String, as column: String, _ slip: Slip) -> String? {
        if let body = bodies[call] { return body }
        let path = String(call.split(separator: " ").last ?? "")
        if path == "/api/v1/tokens" { return login(of: Role(rawValue: column)) }
        if path == "/api/v1/concerns" { return Orders.order() }
        if path == "/api/v1/documents/print" { return #"{"receipts":["\#(slip.number)"]}"# }
        if ["/api/v1/matters/{id}/links", "/api/v1/matters/{id}/apart"].contains(path) {
            return #"{"concern":"\#(slip.number)","reason":"同一事由"}"#
        }
        return bodies[path.split(separator: "/").suffix(2).joined(separator: "/")]
            ?? bodies[path.split(separator: "/").last.map(String.init) ?? ""]
    }

    private static let bodies = [
        "POST /api/v1/officers/me/secondFactor": #"{"password":"\#(password)"}"#,
        "DELETE /api/v1/officers/me/secondFactor":
            #"{"password":"\#(password)","code":"123456"}"#,
        "confirmation": #"{"code":"123456"}"#,
        // A ground that asks for a document, which is not named: a rule's no, and the matter goes on.
        "termination": #"{"ground":"inLegalProcedure","reason":"已起诉"}"#,
        "erasureOrder":
            #"{"ground":"retentionOver","documentSha256":"\#(String(repeating: "a", count: 64))"}"#,
        "supplement": #"{"content":"墙高两米"}"#,
        "rating": #"{"solved":"yes","fair":"yes"}"#,
        "contest": #"{"reason":"没有解决"}"#,
        "correction": #"{"address":"幸福路 7 号"}"#,
        "disclosure": #"{"purpose":"callBack"}"#,
        "acceptance": #"{"class":"0902-B","route":"mediation"}"#,
        "refusal": #"{"ground":"inLitigation","nextDoor":"请向法院反映"}"#,
        "supplementCall": #"{"missing":["界址图"]}"#,
        "assignments": #"{"unit":"landResources","role":"assist","instruction":"请办"}"#,
        "conference": #"{"minutes":"由司法所主办"}"#,
        "conflicts": #"{"unit":"tax"}"#,
        "links/{number}": #"{"reason":"不是同一处"}"#,
        "apart/{number}": #"{"reason":"是同一处"}"#,
        "designation": #"{"unit":"landResources"}"#,
        "progress": #"{"words":"已联系"}"#,
        "return": #"{"reason":"notMyDuty","basis":"职责清单","betterUnit":"landResources"}"#,
        "reply": #"{"outcome":"settled","text":"已办","publicText":"已办"}"#,
        "extension": #"{"rule":"PM-FINISH","amount":5,"reason":"等测绘"}"#,
        "extension/decision": #"{"granted":true,"reason":"同意"}"#,
        "suspension":
            #"{"ground":"awaitingAppraisal","until":"2026-03-20","document":"鉴定委托书"}"#,
        "verification": #"{"verdict":"accepted","note":"材料齐全"}"#,
        "closure": #"{"kind":"mediatedWritten"}"#,
        "visit": #"{"reached":true,"solved":"yes","fair":"yes"}"#,
        "calendar/changes": #"{"reason":"台风","overlay":{"days":["2026-05-20"],"off":true}}"#,
        "decision": #"{"approved":true,"reason":"同意"}"#,
        "preview": #"{"rule":"PM-FINISH","start":"2026-03-05"}"#,
    ]
}
