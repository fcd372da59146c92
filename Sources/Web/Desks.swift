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
    package let gate: PublicGate

    package init(house: House, access: AccessDesk, gate: PublicGate) {
        town = house.town
        self.access = access
        intake = IntakeDesk(house: house)
        dispatch = DispatchDesk(house: house)
        handling = HandlingDesk(house: house)
        feedback = FeedbackDesk(house: house)
        matters = MattersDesk(house: house)
        contacts = ContactsDesk(house: house)
        statistics = StatisticsDesk(house: house)
        self.gate = gate
    }
}
