import Centre
import Hummingbird

/// What one who follows a concern can do: add, withdraw, rate, contest.
extension FollowPages {
    func acts(in pages: RouterGroup<SiteContext>) {
        pages.get("/follow/supplement", use: asking(.supplement))
        pages.post("/follow/supplement", use: supplement)
        pages.get("/follow/withdrawal", use: asking(.withdrawal))
        pages.post("/follow/withdrawal", use: withdraw)
        pages.get("/follow/rating") { _, _ in front.see(.to("/follow#rating")) }
        pages.post("/follow/rating", use: rate)
        pages.get("/follow/contest", use: asking(.contest))
        pages.post("/follow/contest", use: contest)
    }

    enum Asking: String, Sendable {
        case supplement
        case withdrawal
        case contest
    }

    private func asking(
        _ act: Asking
    ) -> @Sendable (Request, SiteContext) async throws -> Response {
        { request, context in
            do {
                let followed = try front.followed(request)
                return try front.show(try await page(act, followed, .nothing, context), in: context)
            } catch is FollowsNothing {
                return front.askForKey(then: "/follow")
            }
        }
    }

    private func page(
        _ act: Asking,
        _ followed: Followed,
        _ typed: Typed,
        _ context: SiteContext
    ) async throws -> Sheet {
        let say = front.wording(context)
        let held = try await attachments.held(typed.photos)
        let concern = try await intake.follow(followed.number, code: followed.code)
        let drawing = ActDrawing(act: act, concern: concern, held: held, typed: typed, say: say)
        return Sheet(drawing.view(form: front.head(typed, in: context)), .resident)
    }

    @Sendable private func supplement(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        try await act(request, context) { followed, typed in
            try await page(.supplement, followed, typed, context)
        } _: { followed, form, operation in
            let words = try form.fields.text("content", 1...5000, .lines)
            let tokens = try await hold(form)
            _ = try await intake.supplement(
                followed.number,
                code: followed.code,
                words: words,
                holding: tokens,
                operation: operation
            )
            return .to("/follow", saying: "done-supplemented")
        }
    }

    /// A file that is not taken refuses the whole: the words come back, and nothing half is kept.
    private func hold(_ form: Form) async throws -> [HoldingToken] {
        let files = form.files.filter { $0.field == "photos" }
        let clean = try files.enumerated().map { place, file in
            try AttachmentFile(file.bytes, named: file.name, place: place + 1)
        }
        var tokens: [HoldingToken] = []
        for (place, file) in clean.enumerated() {
            tokens.append(try await attachments.hold(file, place: place + 1).token)
        }
        return tokens
    }

    @Sendable private func withdraw(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        try await act(request, context) { followed, typed in
            try await page(.withdrawal, followed, typed, context)
        } _: { followed, _, operation in
            _ = try await intake.withdraw(
                followed.number,
                code: followed.code,
                operation: operation
            )
            return .to("/follow", saying: "done-withdrawn")
        }
    }

    @Sendable private func rate(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        try await act(request, context) { followed, typed in
            try await page(followed, typed, context)
        } _: { followed, form, operation in
            let rating = Rating(
                solved: try form.fields.word("solved", as: Concern.Verdict.self),
                fair: try form.fields.word("fair", as: Concern.Verdict.self),
                words: try form.fields.optionalText("words", 1...2000, .lines)
            )
            _ = try await feedback.rate(
                followed.number,
                code: followed.code,
                rating,
                operation: operation
            )
            return .to("/follow", saying: "done-rated")
        }
    }

    @Sendable private func contest(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        try await act(request, context) { followed, typed in
            try await page(.contest, followed, typed, context)
        } _: { followed, form, operation in
            let reason = try form.fields.text("reason", 1...2000, .lines)
            _ = try await feedback.contest(
                followed.number,
                code: followed.code,
                reason: reason,
                operation: operation
            )
            return .to("/follow", saying: "done-contested")
        }
    }

    /// A write of the one who follows: bounded in rate, for the concern the page was shown for.
    private func act(
        _ request: Request,
        _ context: SiteContext,
        again: (Followed, Typed) async throws -> Sheet,
        _ carryOut: (Followed, inout Form, Operation) async throws -> Onwards
    ) async throws -> Response {
        do {
            let followed = try front.followed(request)
            return try await front.take(context, by: .resident(number: followed.number)) { typed in
                try await again(followed, typed)
            } _: { form, operation in
                try gate.pass(request, context)
                try front.check(followed, &form)
                return try await carryOut(followed, &form, operation)
            }
        } catch is FollowsNothing {
            return front.askForKey(then: "/follow")
        }
    }
}
