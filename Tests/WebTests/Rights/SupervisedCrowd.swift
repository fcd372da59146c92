import Centre
import Storage
import TestSupport
import Testing

@testable import Web

/// What the crowd finds of supervision: a step of each sort, a listing and a draw.
struct SupervisedCrowd {
    private let letters: [String: String]
    private let card: String
    private let talk: String
    private let leader: String
    private let listing: String
    private let draw: String
    private let order: String
    private let listingOrder: String
    private let replacement: String

    init(
        _ sample: SampleCentre,
        _ slip: Slip,
        _ parts: [String: String],
        _ desk: (String) throws -> Counter
    ) async throws {
        let (supervisor, director) = (try desk("supervisor"), try desk("director"))
        let opening = "/matters/\(slip.matter)/supervision"
        var letters: [String: String] = [:]
        for (unit, part) in parts {
            letters[unit] = try await supervisor.post(opening, Self.order("letter", part))
                .expect(201).need("id")
        }
        self.letters = letters
        let justice = try #require(parts["justice"])
        order = Self.order("letter", justice)
        card = try await supervisor.post(opening, Self.order("yellowCard", justice))
            .expect(201).need("id")
        let day = #","day":"2026-12-01""#
        talk = try await director.post(opening, Self.order("talk", justice, day))
            .expect(201).need("id")
        let leads = try await Self.officer("director-centre-a", in: sample)
        let works = try await Self.officer("liaison-justice-a", in: sample)
        // Who leads already does not take the case over: a rule's no, and the case goes on.
        replacement = #"{"words":"调离","leader":"\#(leads)"}"#
        let people = #"\#(day),"leader":"\#(leads)","responsible":"\#(works)""#
        leader = try await director.post(opening, Self.order("leader", justice, people))
            .expect(201).need("id")
        listingOrder = """
            {"subject":"place","name":"东堤市场","ground":"repeatedHazard","problem":"通道堵塞",
             "measures":"清理","unit":"justice","leader":"\(leads)","months":3,
             "skipReason":"隐患紧迫"}
            """
        listing = try await director.post("/listings", listingOrder).expect(201).need("id")
        draw = try await Self.draw(in: sample)
    }

    private static func order(_ kind: String, _ part: String, _ more: String = "") -> String {
        let ground = ["leader": "hardMatter"][kind] ?? "notHandled"
        return """
            {"kind":"\(kind)","assignment":"\(part)","ground":"\(ground)","words":"请书面说明",
             "skipReason":"情况紧急"\(more)}
            """
    }

    private static func officer(_ login: String, in sample: SampleCentre) async throws -> String {
        let id: ID<Officer>? = try await sample.house.database.read { tx in
            try tx.value("SELECT id FROM officers WHERE login = \(login)")
        }
        return "\(try #require(id))"
    }

    /// A draw needs closings of days that are over, which nobody here has.
    private static func draw(in sample: SampleCentre) async throws -> String {
        let id: ID<RecheckDraw> = sample.house.world.newID()
        try await sample.house.database.write { tx in
            try tx.run(
                """
                INSERT INTO recheck_draws (id, seed, from_day, to_day, size, population, digest,
                    chosen_digest, drawn_by, drawn_at)
                VALUES (\(id), 's', 1, 2, 1, 0, '', '', \(id.bytes), 0)
                """
            )
        }
        return "\(id)"
    }

    /// The slip that waits for the unit of that column.
    func letter(isOfArea: Bool) -> String { letters[isOfArea ? "v200" : "justice"] ?? "" }

    func path(_ path: String, isOfArea: Bool) -> String? {
        if path.contains("/listings/") { return path.replacing("{id}", with: listing) }
        if path.contains("/rechecks/") { return path.replacing("{id}", with: draw) }
        guard path.contains("/supervision/{id}/") else { return nil }
        let own = letter(isOfArea: isOfArea)
        let step =
            switch path.split(separator: "/").last {
            case "lifting": card
            case "record": talk
            case "meeting", "replacement": leader
            default: own
            }
        return path.replacing("{id}", with: step)
    }

    func body(of call: String) -> String? {
        let path = String(call.split(separator: " ").last ?? "")
        switch path {
        case "/api/v1/matters/{id}/supervision": return order
        case "/api/v1/listings": return listingOrder
        case "/api/v1/supervision/{id}/replacement": return replacement
        case "/api/v1/rechecks":
            return #"{"seed":"s","size":1,"from":"2026-01-01","to":"2026-01-31"}"#
        default:
            let isOurs = path.contains("/supervision/") || path.contains("/listings/")
            return isOurs ? #"{"words":"已经办理"}"# : nil
        }
    }
}
