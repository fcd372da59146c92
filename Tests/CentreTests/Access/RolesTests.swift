import Testing

@testable import Centre

struct RolesTests {
    private static let administrators: [Role] = [
        .systemAdministrator, .securityAdministrator, .auditor,
    ]
    private static let ofBusiness: Set<Right> = [
        .register, .readMatters, .accept, .refuse, .callSupplement, .assign, .link, .confer,
        .designate, .sign, .giveBack, .reply, .verify, .close, .visit, .archive, .askExtension,
        .decideExtension, .suspend, .disclose, .markConflict, .importConcerns, .eraseContact,
    ]

    @Test(arguments: administrators)
    func `an administrator has no right in the residents' business`(_ role: Role) {
        #expect(role.isAdministrator)
        #expect(role.rights.isDisjoint(with: Self.ofBusiness))
        #expect(role.reach == .nothing)
    }

    @Test func `the three administrators share nothing but the town`() {
        for role in Self.administrators {
            for other in Self.administrators where other != role {
                #expect(role.rights.intersection(other.rights) == [.readTown])
            }
        }
    }

    @Test(arguments: Role.allCases)
    func `nobody alone does both halves of a check`(_ role: Role) {
        let halves: [(Right, Right)] = [
            (.assign, .verify), (.reply, .verify), (.reply, .close), (.reply, .visit),
            (.verify, .visit), (.askExtension, .decideExtension), (.manageOfficers, .readAudit),
            (.manageOfficers, .loadPack), (.swapSittings, .keepRota),
        ]
        for (one, other) in halves {
            #expect(!role.rights.isSuperset(of: [one, other]), "\(one) and \(other)")
        }
    }

    @Test(arguments: Right.allCases)
    func `every right is held by someone`(_ right: Right) {
        #expect(Role.allCases.contains { $0.rights.contains(right) })
    }

    @Test(arguments: Role.allCases)
    func `who reads matters reaches some, and who reaches some reads them`(_ role: Role) {
        #expect(role.rights.contains(.readMatters) == (role.reach != .nothing))
    }
}
