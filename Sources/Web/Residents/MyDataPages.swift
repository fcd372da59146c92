import Centre
import Hummingbird

/// What is kept about the one who asks: to see, to put right, to have erased, and who looked at it
/// (个人信息保护法 Art 44 to 47).
struct MyDataPages: Sendable {
    let front: Front
    let contacts: ContactsDesk
    let gate: PublicGate

    func routes(in pages: RouterGroup<SiteContext>) {
        pages.get("/my-data") { request, context in
            let isFull = request.uri.queryParameters["full"] == "1"
            return try await mine(request, context) { data in
                MyDataView(data, isFull: isFull, front.wording(context))
            }
        }
        pages.get("/my-data/correction") { request, context in
            try await mine(request, context) { data in
                correction(data, Typed(data.requester?.boxes ?? [:]), context)
            }
        }
        pages.post("/my-data/correction", use: correct)
        pages.get("/my-data/erasure") { request, context in
            try await mine(request, context) { data in erasure(data, .nothing, context) }
        }
        pages.post("/my-data/erasure", use: erase)
    }

    private func mine(
        _ request: Request,
        _ context: SiteContext,
        _ draw: (OwnData) -> any PageView
    ) async throws -> Response {
        try gate.pass(request, context)
        do {
            let followed = try front.followed(request)
            let data = try await contacts.mine(followed.number, code: followed.code)
            return try front.show(Sheet(draw(data), .resident), in: context)
        } catch is FollowsNothing {
            return front.askForKey(then: "/my-data")
        } catch is NotFound {
            return front.askForKey(then: "/my-data")
        }
    }

    @Sendable private func correct(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        try await act(request, context, again: correction) { followed, form, operation in
            let name = try form.fields.optionalText("name", 1...80)
            let phones = try form.fields.optionalTexts("phones", upTo: 5, 1...32)
            let address = try form.fields.optionalText("address", 1...200)
            _ = try await contacts.correct(
                followed.number,
                code: followed.code,
                name: name,
                phones: phones,
                address: address,
                operation: operation
            )
            return .to("/my-data", saying: "done-corrected")
        }
    }

    @Sendable private func erase(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        try await act(request, context, again: erasure) { followed, form, operation in
            guard try form.fields.ticked("confirmed") else { throw FollowRefusal.notConfirmed }
            _ = try await contacts.erase(
                followed.number,
                code: followed.code,
                operation: operation
            )
            return .to("/my-data", saying: "done-erased")
        }
    }

    private func act(
        _ request: Request,
        _ context: SiteContext,
        again: (OwnData, Typed, SiteContext) -> any PageView,
        _ carryOut: (Followed, inout Form, Operation) async throws -> Onwards
    ) async throws -> Response {
        do {
            let followed = try front.followed(request)
            return try await front.take(context, by: .resident(number: followed.number)) { typed in
                let data = try await contacts.mine(followed.number, code: followed.code)
                return Sheet(again(data, typed, context), .resident)
            } _: { form, operation in
                try gate.pass(request, context)
                try front.check(followed, &form)
                return try await carryOut(followed, &form, operation)
            }
        } catch is FollowsNothing {
            return front.askForKey(then: "/my-data")
        }
    }

    private func correction(
        _ data: OwnData,
        _ typed: Typed,
        _ context: SiteContext
    ) -> any PageView {
        let say = front.wording(context)
        return DataActView(
            title: say("correction-title"),
            lead: say("correction-lead"),
            then: [],
            form: front.head(typed, in: context),
            address: "/my-data/correction",
            number: data.number,
            fields: [
                Field(
                    "name",
                    say("data-name"),
                    .line(upTo: 80),
                    in: typed,
                    say,
                    completion: "name"
                ),
                Field("phones[]", say("data-phone"), .phone, in: typed, say, completion: "tel"),
                Field(
                    "address",
                    say("data-address"),
                    .line(upTo: 200),
                    in: typed,
                    say,
                    completion: "street-address"
                ),
            ],
            button: say("correction-button"),
            isGrave: false,
            back: "/my-data"
        )
    }

    private func erasure(
        _ data: OwnData,
        _ typed: Typed,
        _ context: SiteContext
    ) -> any PageView {
        let say = front.wording(context)
        return DataActView(
            title: say("erasure-title"),
            lead: say("erasure-lead"),
            then: (1...4).map { say("erasure-then-\($0)") },
            form: front.head(typed, in: context),
            address: "/my-data/erasure",
            number: data.number,
            fields: [
                Field("confirmed", say("erasure-confirm"), .tick, in: typed, say, needed: true)
            ],
            button: say("erasure-button"),
            isGrave: true,
            back: "/my-data"
        )
    }
}
