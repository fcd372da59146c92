import Centre
import Hummingbird

extension Desks {
    /// The pages of residents.
    func residentPages(_ front: Front, _ press: Press, in pages: RouterGroup<SiteContext>) {
        let attachments = AttachmentsDesk(house: house)
        WelcomePages(front: front, hall: hall).routes(in: pages)
        HerePages(front: front, desk: hall).routes(in: pages)
        AskPages(
            front: front,
            intake: intake,
            attachments: attachments,
            map: WallDesk(house: house),
            gate: gate
        ).routes(in: pages)
        let papers = DocumentsDesk(house: house)
        ReceiptPages(front: front, intake: intake, papers: papers).routes(in: pages)
        FollowPages(
            front: front,
            intake: intake,
            feedback: feedback,
            attachments: attachments,
            notices: notices,
            gate: gate
        ).routes(in: pages)
        MyDataPages(front: front, contacts: contacts, gate: gate).routes(in: pages)
        OwnLinePages(front: front, desk: groups, gate: gate).routes(in: pages)
        DocumentPages(printer: printer(press), exports: exports(press)).routes(in: pages) {
            request,
            context in
            try gate.pass(request, context)
            guard let followed = Followed(front.jar.value(.concern, in: request)) else {
                throw NotFound()
            }
            return ResidentKey(followed)
        }
        AttachmentPages(front: front, desk: attachments, gate: gate).routes(in: pages)
    }
}

extension ResidentKey {
    init(_ followed: Followed) {
        number = followed.number
        queryCode = followed.code
    }
}
