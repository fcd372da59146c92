import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `A limit tried over the API` {
    /// Spring Festival 2026: Saturday the 14th is worked, 15 to 23 February are off.
    @Test func `five working days from 13 February end on the 27th`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let reply = try await hall.clerk.post(
                "/clocks/preview",
                #"{"amount":5,"unit":"workingDays","rollOver":false,"start":"2026-02-13"}"#
            ).expect(200)
            #expect(try reply.text(at: "due") == "2026-02-27T23:59:59+08:00")
            #expect(try reply.value(at: "provisional")?.flag == false)
            let days = try reply.value(at: "days")?.elements ?? []
            #expect(days.first?["date"]?.text == "2026-02-13")
            #expect(days.last?["date"]?.text == "2026-02-27")
            let counted = days.filter { $0["counted"]?.flag == true }.compactMap {
                $0["date"]?.text
            }
            #expect(
                counted
                    == ["2026-02-14", "2026-02-24", "2026-02-25", "2026-02-26", "2026-02-27"]
            )
            #expect(days.count == 15)
            #expect(days[0]["why"]?.text == "day-start")
            #expect(days[1]["why"]?.text == "day-make-up")
            #expect(days[1]["says"]?.text == "调休上班日（春节，国务院放假通知）")
            #expect(days[2]["why"]?.text == "day-holiday")
            #expect(days[2]["says"]?.text == "春节放假，不计入（国务院放假通知）")
        }
    }

    @Test func `one of the town's limits is tried with its pauses`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let plain = try await hall.clerk.post(
                "/clocks/preview",
                #"{"rule":"PM-FINISH","start":"2026-03-05T10:00:00+08:00"}"#
            ).expect(200)
            #expect(try plain.text(at: "due") == "2026-04-07T23:59:59+08:00")
            let paused = try await hall.clerk.english().post(
                "/clocks/preview",
                """
                {"rule":"PM-FINISH","start":"2026-03-05T10:00:00+08:00","pauses":[
                {"ground":"awaitingCourt","from":"2026-03-10","until":"2026-03-19"}]}
                """
            ).expect(200)
            #expect(try paused.text(at: "due") == "2026-04-14T23:59:59+08:00")
            let says = try paused.value(at: "days")?.elements.compactMap { $0["says"]?.text } ?? []
            #expect(says.count { $0.contains("awaitingCourt") } == 10)
        }
    }

    @Test(arguments: [
        (#"{"start":"2026-03-05"}"#, "field-missing"),
        (#"{"rule":"NONE","start":"2026-03-05"}"#, "code-unknown"),
        (#"{"rule":"PM-FINISH","amount":3,"unit":"hours","start":"2026-03-05"}"#, "field-twice"),
        (#"{"amount":3,"start":"2026-03-05"}"#, "field-missing"),
        (#"{"amount":0,"unit":"hours","start":"2026-03-05"}"#, "field-out-of-range"),
        (#"{"amount":3,"unit":"weeks","start":"2026-03-05"}"#, "field-not-allowed"),
        (#"{"amount":3,"unit":"hours","start":"2026-02-30"}"#, "field-impossible"),
        (#"{"amount":3,"unit":"hours","start":"1800-01-01"}"#, "limit-start-out-of-range"),
    ])
    func `what cannot be tried is named`(body: String, word: String) async throws {
        try await withCentre(.sqlite) { sample in
            let token = try await sample.signIn(.clerk)
            _ = try await Counter(sample).with(token: token).post("/clocks/preview", body)
                .expect(400, word)
        }
    }
}
