import Storage

package enum ErasureRefusal: String, Refusal, CaseIterable {
    case stillInWork = "erasure-while-in-work"
}

/// On which ground of the law the centre erases a person on request (个人信息保护法 Art 47).
package enum ErasureGround: String, Storable, CaseIterable, Codable {
    /// 处理目的已实现、无法实现或者为实现处理目的不再必要
    case purposeFulfilled
    /// 停止提供服务，或者保存期限已届满
    case retentionOver
    /// 个人撤回同意
    case consentWithdrawn
    /// 违反法律、行政法规或者违反约定处理
    case unlawful
    /// 法律、行政法规规定的其他情形
    case otherLaw
}

/// A resident's written request for erasure, as an officer carries it out.
package struct ErasureRequest: Sendable, Equatable {
    package let ground: ErasureGround
    /// The SHA-256 of the signed request, in small hexadecimal digits: it names a person, so that
    /// not even a sealed copy of its words is kept.
    package let document: String

    package init(ground: ErasureGround, document: String) {
        self.ground = ground
        self.document = document
    }
}

extension ContactsDesk {
    /// Erases a person who asks for it on paper and not with the query code.
    package func erase(
        _ number: String,
        _ request: ErasureRequest,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<ConcernView> {
        let actor = try viewer.actor(for: .eraseContact)
        return try await house.perform(operation) { turn in
            let concern = try Concern.find(number: number, in: turn.tx)
            let file = try File.open(concern.matter, for: viewer, using: .eraseContact, in: turn)
            let place = try file.at(concern).place
            let facts = [
                "ground": request.ground.rawValue, "document.digest": request.document,
            ]
            return try file.erase(place, by: actor, facts)
        }
    }
}

extension File {
    /// Erases the one who brought a concern: name, numbers, words and answers become unreadable
    /// everywhere, counts and chains stay (PIPL Art 47).
    ///
    /// A concern still in work is withdrawn or answered first.
    func erase(
        _ place: Int,
        by actor: Actor,
        _ facts: [String: String] = [:]
    ) throws -> ConcernView {
        let concern = concerns[place]
        guard concern.state != .registered, concern.state != .inHand else {
            throw ErasureRefusal.stillInWork
        }
        try turn.contacts.erase(concern.contact, by: actor, facts)
        try Operation.eraseAnswers(about: everyMatter(of: concern), in: turn.tx)
        return try residentView(of: place)
    }
}
