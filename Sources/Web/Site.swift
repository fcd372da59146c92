import Centre
package import Hummingbird

/// Every route on one page.
package struct Site: Sendable {
    let frame: Frame
    let desks: Desks

    package init(frame: Frame, desks: Desks) {
        self.frame = frame
        self.desks = desks
    }

    package func router() -> Router<SiteContext> {
        frame.router { api in
            frame.document.routes(in: api)
            concerns(in: api)
            desk(in: api.group(context: OfficerContext.self))
        } pages: { pages in
            pages.add(middleware: visits)
            residentPages(in: gated(pages.group(), .resident))
            let desk = gated(pages.group("/desk"), .staff(nil))
            signIn.routes(in: desk)
            deskPages(in: desk.group(context: OfficerContext.self))
            // An address that is none keeps the desk around it, for whoever is at the desk.
            desk.get("**") { _, context -> Response in
                _ = try OfficerContext(context: context)
                throw NotFound()
            }
            let wall = gated(pages.group("/command"), .wall)
            wallPages(in: wall.group(context: OfficerContext.self))
        }
    }

    /// What everybody may read.
    private func residentPages(in pages: RouterGroup<SiteContext>) {
        desks.residentPages(front, frame.press, in: pages)
        figures.routes(in: pages)
    }

    /// Below `/desk`, for officers who have signed in.
    private func deskPages(in pages: RouterGroup<OfficerContext>) {
        desks.matterPages(front, in: pages)
        ComponentPages(front: front).routes(in: pages)
        AttachmentPages(front: front, desk: AttachmentsDesk(house: desks.house), gate: desks.gate)
            .routes(in: pages)
        desks.workPages(front, in: pages)
        Administration(front: front, desks: desks).routes(in: pages)
        figures.routes(in: pages)
        desks.supervisionPages(front, in: pages)
        desks.whistlePages(front, in: pages)
        desks.jointPages(front, in: pages)
        desks.rulingPages(front, in: pages)
        desks.levelPages(front, in: pages)
        desks.rotaPages(front, in: pages)
        desks.groupPages(front, in: pages)
        desks.likenessPages(front, in: pages)
        DocumentPages(printer: desks.printer(frame.press), exports: desks.exports(frame.press))
            .routes(in: pages)
    }

    /// Below `/command`, for officers who have signed in.
    private func wallPages(in pages: RouterGroup<OfficerContext>) {
        let board = WallBoard(WallDesk(house: desks.house))
        WallPages(front: front, board: board, viewer: frame.viewer).routes(in: pages)
    }

    /// For residents and the public, and for calls that both they and officers make.
    private func concerns(in api: RouterGroup<SiteContext>) {
        tokens.routes(in: api)
        ConcernCalls(intake: desks.intake, feedback: desks.feedback, gate: desks.gate)
            .routes(in: api)
        contacts.routes(in: api)
        TownCalls(town: desks.town, sentences: frame.sentences).routes(in: api)
        calendar.routes(in: api)
        StatisticsCalls(desk: desks.statistics).routes(in: api)
        NoticeCalls(desk: desks.notices, gate: desks.gate).routes(in: api)
        attachments.routes(in: api)
        documents.routes(in: api)
        desks.supervisionRules(in: api)
        desks.whistleRules(in: api)
        desks.hallCalls(in: api)
        desks.ownLines(in: api)
    }

    /// For officers who have signed in.
    private func desk(in officers: RouterGroup<OfficerContext>) {
        tokens.routes(in: officers)
        contacts.routes(in: officers)
        MatterCalls(desk: desks.matters, town: desks.town).routes(in: officers)
        DispatchCalls(desk: desks.dispatch, town: desks.town).routes(in: officers)
        HandlingCalls(desk: desks.handling, town: desks.town).routes(in: officers)
        FeedbackCalls(desk: desks.feedback, town: desks.town).routes(in: officers)
        PreviewCalls(town: desks.town, sentences: frame.sentences).routes(in: officers)
        calendar.routes(in: officers)
        SecondFactorCalls(desk: desks.access, gate: desks.gate, town: desks.town)
            .routes(in: officers)
        NoticeCalls(desk: desks.notices, gate: desks.gate).routes(in: officers)
        FailedNoticeCalls(desk: OutboxDesk(house: desks.house)).routes(in: officers)
        MessageCalls(desk: MessagesDesk(house: desks.house)).routes(in: officers)
        attachments.routes(in: officers)
        AlarmCalls(desk: AlarmDesk(house: desks.house), town: desks.town).routes(in: officers)
        AuditCalls(desk: desks.audit).routes(in: officers)
        PackCalls(desk: desks.packs, folder: desks.packFolder).routes(in: officers)
        documents.routes(in: officers)
        desks.exports(frame.press).routes(in: officers)
        desks.supervisionCalls(frame.press, in: officers)
        desks.whistleCalls(in: officers)
        desks.jointCalls(in: officers)
        desks.rulingCalls(in: officers)
        desks.levelCalls(in: officers)
        desks.rotaCalls(in: officers)
        desks.groupCalls(in: officers)
        desks.likenessCalls(in: officers)
    }

    private var figures: FigurePages {
        FigurePages(front: front, desk: desks.figures, gate: desks.gate)
    }

    private var front: Front { desks.front(frame.press, jar: frame.jar) }

    private var signIn: SignInPages {
        SignInPages(front: front, desk: desks.access, gate: desks.gate)
    }

    private var visits: VisitGate {
        VisitGate(
            jar: frame.jar,
            world: desks.house.world,
            sentences: frame.sentences,
            viewer: frame.viewer
        )
    }

    /// The gates of pages: errors become pages in these surroundings, and forms are checked.
    private func gated(
        _ pages: RouterGroup<SiteContext>,
        _ around: Sheet.Around
    ) -> RouterGroup<SiteContext> {
        pages.add(middleware: PageAnswers(front: front, signIn: signIn, around: around))
        pages.add(middleware: FormGate(seal: front.seal))
        return pages
    }

    private var calendar: CalendarCalls {
        CalendarCalls(
            desk: CalendarDesk(house: desks.house),
            town: desks.town,
            sentences: frame.sentences
        )
    }
    private var documents: DocumentCalls {
        DocumentCalls(printer: desks.printer(frame.press), gate: desks.gate)
    }

    private var attachments: AttachmentCalls {
        AttachmentCalls(desk: AttachmentsDesk(house: desks.house), gate: desks.gate)
    }

    private var tokens: TokenCalls { TokenCalls(desk: desks.access, gate: desks.gate) }

    private var contacts: ContactCalls { ContactCalls(desk: desks.contacts, gate: desks.gate) }
}
