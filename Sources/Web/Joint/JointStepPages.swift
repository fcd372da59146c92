import Centre
import Hummingbird

/// One form for each step of joint handling.
struct JointStepPages: Sendable {
    let front: Front
    let desk: JointDesk

    /// What a form is about: a step, or a promise that is made at a meeting.
    private struct Errand {
        let step: JointStep
        let subject: JointSubject
        let kind: JointStep.Subject
        let isAtMeeting: Bool
    }

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/joint/{step}/{id}", use: ask)
        pages.post("/joint/{step}/{id}", use: take)
    }

    private var town: Town { front.town.town }

    private func errand(_ context: OfficerContext) throws -> Errand {
        let word = context.parameters.get("step") ?? ""
        let id: ID<Matter> = try context.id()
        let isAtMeeting = word == "pledgeAt"
        guard let step = isAtMeeting ? .pledge : JointStep(rawValue: word) else {
            throw NotFound()
        }
        _ = try JointDesk.right(for: step, of: context.viewer)
        return Errand(
            step: step,
            subject: try JointSubject(id),
            kind: isAtMeeting ? .meeting : step.subject,
            isAtMeeting: isAtMeeting
        )
    }

    @Sendable private func ask(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let errand = try errand(context)
        return try front.show(try await sheet(errand, .nothing, context), in: context)
    }

    @Sendable private func take(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let errand = try errand(context)
        let joint = try await desk.joint(
            with: errand.subject,
            errand.kind,
            for: context.viewer
        )
        return try await front.take(context) { typed in
            try await sheet(errand, typed, context)
        } _: { form, operation in
            var said = try JointSaid(form: &form.fields, with: errand.step, in: town)
            let sent = form.files.filter { $0.field == "file" && !$0.bytes.isEmpty }
            said.files = try sent.enumerated().map { place, file in
                try AttachmentFile(file.bytes, named: file.name, place: place + 1)
            }
            try form.fields.nothingElse()
            if errand.isAtMeeting { said.meeting = try context.id() }
            let matter = joint.matter
            let subject = errand.isAtMeeting ? try JointSubject(matter) : errand.subject
            _ = try await desk.take(
                errand.step,
                on: subject,
                said,
                by: context.viewer,
                operation: operation
            )
            return .to("/desk/matters/\(matter)/joint", saying: "done-joint")
        }
    }

    private func sheet(
        _ errand: Errand,
        _ typed: Typed,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let joint = try await desk.joint(with: errand.subject, errand.kind, for: context.viewer)
        let say = front.wording(context)
        let title = say("joint-step-\(errand.step.rawValue)")
        let boxes = JointBoxes(joint: joint, town: town, typed: typed, say: say)
        let fields = boxes.fields(of: errand.step, isRunning: context.viewer.may(.runJoint))
        var view = WhistleForm(
            title: title,
            hint: say("joint-hint-\(errand.step.rawValue)"),
            back: Link(say("joint"), to: "/desk/matters/\(joint.matter)/joint"),
            facts: boxes.facts(try context.id()),
            form: front.head(typed, in: context),
            fields: fields,
            rows: [],
            button: title
        )
        view.hasFiles = fields.contains(where: \.isPhotos)
        return Sheet(view, .staff(.joint))
    }
}
