import Centre
import Hummingbird

/// Follow a concern by its number and code, as one follows a parcel.
struct FollowPages: Sendable {
    let front: Front
    let intake: IntakeDesk
    let feedback: FeedbackDesk
    let attachments: AttachmentsDesk
    let notices: NoticesDesk
    let gate: PublicGate

    func routes(in pages: RouterGroup<SiteContext>) {
        pages.get("/follow", use: show)
        pages.post("/follow", use: find)
        pages.get("/concerns/{number}", use: arrive)
        pages.post("/follow/leave", use: leave)
        acts(in: pages)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        try gate.pass(request, context)
        do {
            let followed = try front.followed(request)
            return try front.show(try await page(followed, .nothing, context), in: context)
        } catch is FollowsNothing {
            return try front.show(form(Typed(onwards(request)), context), in: context)
        } catch is NotFound {
            return front.askForKey(then: "/follow")
        }
    }

    /// From the square code on a receipt: the number is in the address and the code behind its
    /// `#`, which browsers keep to themselves; a script writes it into the form.
    @Sendable private func arrive(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        let number = try context.number()
        if Followed(front.jar.value(.concern, in: request))?.number == number {
            return front.see(.to("/follow"))
        }
        return try front.show(form(Typed(["number": number]), context), in: context)
    }

    @Sendable private func find(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            form(typed, context)
        } _: { form, _ in
            try gate.pass(request, context)
            let number = try form.fields.text("number", 1...64)
            let code = try form.fields.text("code", 1...64)
            let to = FollowPages.places[form.typed["to"]] ?? "/follow"
            guard let followed = Followed(number: number, code: code, in: front.town.town) else {
                throw FollowRefusal.notFound
            }
            do {
                _ = try await intake.follow(followed.number, code: followed.code)
            } catch is NotFound {
                throw FollowRefusal.notFound
            }
            return .to(to).setting(.concern, to: followed.text)
        }
    }

    /// On a shared computer the next person shall not find what this one followed.
    @Sendable private func leave(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        var response = front.see(.to("/", saying: "done-left").setting(.concern, to: nil))
        response.headers.set("Clear-Site-Data", to: "\"cache\"")
        return response
    }

    /// Where somebody who gave number and code wanted to go.
    private static let places = ["/my-data": "/my-data", "/follow/receipt": "/follow/receipt"]

    private func onwards(_ request: Request) -> [String: String] {
        request.uri.queryParameters["to"].flatMap { FollowPages.places[String($0)] }
            .map { ["to": $0] } ?? [:]
    }

    private func form(_ typed: Typed, _ context: SiteContext) -> Sheet {
        let say = front.wording(context)
        // A code is never shown again.
        let fresh = typed.without(["code"])
        let view = FollowKeyView(
            title: say("follow-find"),
            form: front.head(typed, in: context),
            to: typed["to"],
            number: Field(
                "number",
                say("follow-number"),
                .line(upTo: 64),
                in: fresh,
                say,
                hint: say("follow-number-hint"),
                needed: true,
                focus: typed["number"].isEmpty
            ),
            code: Field(
                "code",
                say("follow-code"),
                .line(upTo: 64),
                in: fresh,
                say,
                hint: say("follow-code-hint"),
                needed: true,
                focus: !typed["number"].isEmpty
            ),
            phone: front.town.town.documents.phone
        )
        return Sheet(view, .resident)
    }

    /// The concern as it stands now.
    func page(
        _ followed: Followed,
        _ typed: Typed,
        _ context: SiteContext
    ) async throws -> Sheet {
        let (number, code) = (followed.number, followed.code)
        let concern = try await intake.follow(number, code: code)
        let files = try await attachments.lines(ofConcern: number, code: code)
        let told = try await notices.notices(ofConcern: number, code: code, after: nil, limit: 5)
        let drawing = FollowDrawing(
            concern: concern,
            files: files,
            notices: told.items,
            town: front.town.town,
            now: front.now(),
            say: front.wording(context)
        )
        let view = drawing.view(
            rating: front.head(typed, in: context),
            typed,
            leaving: front.head(in: context)
        )
        return Sheet(view, .resident)
    }
}

struct FollowKeyView: PageView {
    static let template = "Residents/find"

    let title: String
    let form: FormHead
    let to: String
    let number: Field
    let code: Field
    let phone: String
}
