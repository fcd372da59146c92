import TestSupport
import Testing

@testable import Centre
@testable import Web

@Suite struct `The pages of what may be the same` {
    @Test func `two matters are laid side by side, kept apart, and linked after all`() async throws
    {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let one = try await hall.register(Orders.order())
            let other = try await hall.register(Orders.order())
            var desk = PageBrowser(try sample.site())
            try await desk.signIn(sample, .dispatcher, named: "b")
            let base = "/desk/matters/\(one.matter)/likenesses"
            #expect(try await desk.get("/desk/matters/\(one.matter)").text.contains(base))
            let list = try await desk.get(base)
            #expect(list.status == 200 && list.text.contains("\(base)/\(other.number)"))
            let pair = "\(base)/\(other.number)"
            // A decision without its reason comes back with the sentence beside the field.
            let bare = try await desk.submit(pair, ["deed": "apart", "reason": ""])
            #expect(bare.status == 400 && bare.text.contains("reason-problem"))
            let apart = try await desk.submit(pair, ["deed": "apart", "reason": "两处宅基地"])
            #expect(apart.status == 303)
            #expect(try await desk.get(pair).text.contains(#"value="notApart""#))
            let refused = try await desk.submit(pair, ["deed": "here", "reason": "同一处"])
            #expect(refused.status == 422 && refused.text.contains("同一处"))
            #expect(
                try await desk.submit(pair, ["deed": "notApart", "reason": "量过"]).status == 303
            )
            #expect(try await desk.submit(pair, ["deed": "there", "reason": "同一处"]).status == 303)
            let answer = try await hall.dispatcher.get("/matters/\(other.matter)").expect(200)
            #expect(answer.text.contains(one.number) && answer.text.contains(other.number))
        }
    }

    @Test func `the call names the reasons and what bars a link`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let one = try await hall.register(Orders.order())
            let other = try await hall.register(Orders.order())
            let path = "/matters/\(one.matter)"
            let found = try await hall.dispatcher.get("\(path)/likenesses").expect(200)
            let item = try #require(try found.value(at: "items")?.elements.first)
            #expect(item["number"]?.text == other.number)
            _ = try await hall.dispatcher.post(
                "\(path)/apart",
                #"{"concern":"\#(other.number)","reason":"两处"}"#
            ).expect(200)
            let none = try await hall.dispatcher.get("\(path)/likenesses").expect(200)
            #expect(try none.value(at: "items")?.elements.isEmpty == true)
            #expect(try none.value(at: "apart")?.elements.count == 1)
        }
    }
}
