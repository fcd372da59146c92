import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The limits over the API` {
    /// Answers are held against the document by the counter, so that a field nobody described is
    /// found here.
    private func lines(of sample: SampleCentre) async throws -> JSON {
        let reply = try await Counter(sample).get("/rules").expect(200)
        return try JSONReader.read(Array(reply.text.utf8))
    }

    @Test func `a limit tells everything it says`() async throws {
        try await withCentre(.sqlite) { sample in
            let items = try await lines(of: sample)["items"]?.elements ?? []
            #expect(items.count == sample.town.limits.count)
            for (line, rule) in zip(items, sample.town.limits) {
                let code = rule.code
                #expect(line["code"]?.text == code)
                #expect(words(line["starts"]) == rule.starts.map(\.rawValue), "\(code)")
                #expect(words(line["ends"]) == rule.ends.map(\.rawValue), "\(code)")
                #expect(words(line["within"]) == rule.within, "\(code)")
                let grounds = line["pauses"]?.elements.compactMap { $0["ground"]?.text }
                #expect(grounds == rule.pause, "\(code)")
                let titles = line["pauses"]?.elements.compactMap { $0["title"]?["zh"]?.text }
                #expect(titles?.count == rule.pause.count, "\(code)")
                #expect(line["rollOver"]?.flag == rule.rollOver, "\(code)")
                #expect(line["validFrom"]?.text == rule.validFrom.description, "\(code)")
                #expect(line["basis"]?["article"]?.text == rule.basis.article, "\(code)")
                let kinds = words(line["appliesTo"]?["kinds"])
                #expect(kinds == rule.condition.kinds, "\(code)")
                #expect((line["extension"] != nil) == (rule.extension != nil), "\(code)")
                #expect(line["extension"]?["maximum"]?.whole == rule.extension?.max, "\(code)")
            }
        }
    }

    @Test(arguments: [("PM-FINISH", "parties"), ("FINISH-CONSULT", "leader")])
    func `who asks, who decides, whose consent and who is told stand with an extension`(
        code: String,
        consent: String
    ) async throws {
        try await withCentre(.sqlite) { sample in
            let items = try await lines(of: sample)["items"]?.elements ?? []
            let line = try #require(items.first { $0["code"]?.text == code })
            let more = try #require(line["extension"])
            #expect(words(more["decidedBy"]) == ["director"])
            #expect(words(more["askedBy"])?.contains("liaison") == true)
            #expect(words(more["askedBy"])?.contains("director") == false)
            #expect(more["consent"]?.text == consent)
            #expect(more["tellsResident"]?.flag == true)
        }
    }

    @Test func `limits outside the centre say whose they are and whether the law was read`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let outside = try await lines(of: sample)["outside"]?.elements ?? []
            #expect(outside.count == sample.town.outside.count && !outside.isEmpty)
            for (line, limit) in zip(outside, sample.town.outside) {
                #expect(line["code"]?.text == limit.code)
                #expect(line["who"]?.text == limit.who.rawValue)
                #expect(line["checked"]?.flag == limit.isChecked)
                #expect(line["trigger"]?["zh"]?.text == limit.trigger.zh)
            }
        }
    }

    private func words(_ json: JSON?) -> [String]? { json?.elements.compactMap(\.text) }
}
