/// Why an officer does not get a post.
package enum PostRefusal: String, Refusal, CaseIterable {
    /// 三员分立: an administrator has no second power, neither another administrator's nor a
    /// part in the residents' business.
    case administratorsApart = "administrators-apart"
    /// 指挥 and 监督 are two axes: who sends the work out does not judge it.
    case commandAndSupervisionApart = "command-and-supervision-apart"
    case ownPost = "own-post"
    case heldAlready = "post-held-already"
    case endsBeforeItBegins = "post-ends-before-it-begins"
    case endedAlready = "post-ended-already"
    case officerEnded = "officer-ended"

    package var grade: RefusalGrade {
        switch self {
        case .heldAlready, .endedAlready, .officerEnded: .collision
        case .endsBeforeItBegins: .malformed
        case .administratorsApart, .commandAndSupervisionApart, .ownPost: .ruledOut
        }
    }

    package var field: String? {
        switch self {
        case .administratorsApart, .commandAndSupervisionApart, .heldAlready: "role"
        case .endsBeforeItBegins: "validTo"
        case .ownPost, .endedAlready, .officerEnded: nil
        }
    }
}

extension Role {
    /// The three administrators (三员) keep the system and never the residents' business.
    package var isAdministrator: Bool {
        switch self {
        case .systemAdministrator, .securityAdministrator, .auditor: true
        case .clerk, .dispatcher, .supervisor, .director, .deskOfficer, .liaison, .mediator,
            .adviser, .villageHead, .gridWorker, .gridLeader, .visitor, .assessor, .archivist:
            false
        }
    }

    /// Why one person may not hold both roles at once; nil when they go together.
    package func conflict(with other: Role) -> PostRefusal? {
        guard self != other else { return nil }
        if isAdministrator || other.isAdministrator { return .administratorsApart }
        let pair: Set<Role> = [self, other]
        return pair == [.dispatcher, .supervisor] ? .commandAndSupervisionApart : nil
    }
}

extension Post {
    /// Checks a new post against those the officer holds at any moment of its time.
    package func fits(beside others: [Post]) throws(PostRefusal) {
        if let validTo, validTo <= validFrom { throw .endsBeforeItBegins }
        for other in others where other.id != id && overlaps(other) {
            if let refusal = role.conflict(with: other.role) { throw refusal }
            if other.unit == unit, other.role == role, other.area == area { throw .heldAlready }
        }
    }
}
