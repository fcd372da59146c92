package import Centre

/// The desks the site's calls go to.
package struct Desks: Sendable {
    package let town: TownInForce
    package let access: AccessDesk
    package let intake: IntakeDesk
    package let dispatch: DispatchDesk
    package let handling: HandlingDesk
    package let feedback: FeedbackDesk
    package let matters: MattersDesk
    package let contacts: ContactsDesk
    package let statistics: StatisticsDesk
    let figures: FiguresDesk
    package let notices: NoticesDesk
    package let queues: QueueDesk
    package let shifts: ShiftDesk
    package let audit: AuditDesk
    package let packs: PackDesk
    package let gate: PublicGate
    /// Where the town's pack lies ready to be loaded, if the house was told.
    let packFolder: String?
    let house: House
    let paperPress = PaperPress()

    package init(house: House, access: AccessDesk, gate: PublicGate, packFolder: String? = nil) {
        town = house.town
        self.access = access
        intake = IntakeDesk(house: house)
        dispatch = DispatchDesk(house: house)
        handling = HandlingDesk(house: house)
        feedback = FeedbackDesk(house: house)
        matters = MattersDesk(house: house)
        contacts = ContactsDesk(house: house)
        statistics = StatisticsDesk(house: house)
        figures = FiguresDesk(house: house)
        notices = NoticesDesk(house: house)
        queues = QueueDesk(house: house)
        shifts = ShiftDesk(house: house)
        audit = AuditDesk(house: house)
        packs = PackDesk(house: house)
        self.gate = gate
        self.packFolder = packFolder
        self.house = house
    }
}

extension Desks {
    /// The face the site shows.
    func front(_ press: Press, jar: CookieJar) -> Front {
        Front(
            press: press,
            town: house.town,
            world: house.world,
            seal: FormSeal(keys: house.keys, world: house.world),
            jar: jar
        )
    }
}
