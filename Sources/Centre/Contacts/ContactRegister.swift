package import Storage

/// The residents' data as one transaction sees it: what is read and written goes through here, and
/// whatever has to leave an entry leaves it.
package struct ContactRegister {
    let keyring: Keyring
    let keys: HouseKeys
    let timeline: Timeline
    let world: World
    let at: Moment
    let tx: Transaction

    package init(keyring: Keyring, keys: HouseKeys, world: World, at: Moment, in tx: Transaction) {
        self.keyring = keyring
        self.keys = keys
        timeline = Timeline(keys: keys)
        self.world = world
        self.at = at
        self.tx = tx
    }
}

extension Turn {
    package var contacts: ContactRegister {
        ContactRegister(
            keyring: house.keyring,
            keys: house.keys,
            world: house.world,
            at: at,
            in: tx
        )
    }
}

extension Contact {
    package static func create(
        _ details: ContactDetails,
        at moment: Moment,
        in turn: Turn
    ) throws -> (ID<Contact>, Vault) {
        try turn.contacts.create(details, at: moment)
    }

    package static func vault(of id: ID<Contact>, in turn: Turn) throws -> Vault? {
        try turn.contacts.vault(of: id)
    }

    package static func details(of id: ID<Contact>, in turn: Turn) throws -> ContactReading {
        try turn.contacts.details(of: id)
    }
}
