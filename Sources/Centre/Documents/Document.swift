/// A paper that the centre hands out: what it tells, before it is put into words and onto a page.
///
/// Only a desk makes one, so that nothing is printed that its reader may not see.
package struct Document: Sendable, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        /// 受理回执
        case receipt
        /// 交办单
        case assignmentSlip
        /// 督办单
        case supervisionSlip
        /// 催办单
        case reminderSlip
        /// 答复书
        case replyLetter
        /// 回访表
        case visitSheet
        /// 时限说明单
        case limitSheet

        /// Whether packs were at work before there was such a paper: they go on without its text.
        var cameLater: Bool { self == .limitSheet || self == .reminderSlip }
        /// 挂牌整治通知书
        case listingNotice
        /// 摘牌通知书
        case removalNotice

        /// Papers about a listing, and not about a matter.
        package static let ofListings: [Kind] = [.listingNotice, .removalNotice]
        package static let ofMatters = allCases.filter { !ofListings.contains($0) }

        /// The name of the kind's text in the pack: `assignment-slip`.
        var fileName: String {
            rawValue.reduce(into: "") { name, letter in
                name += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
            }
        }
    }

    /// The languages a paper is written in.
    package enum Language: String, CaseIterable, Sendable {
        case chinese = "zh-Hans"
        case english = "en"
    }

    /// What it is about, and who asked for it: where the printing is entered.
    struct Subject: Sendable, Equatable {
        let actor: Actor
        var matter: ID<Matter>?
        var concern: ID<Concern>?
        var assignment: ID<Assignment>?
        var listing: ID<Listing>?

        var chain: Chain {
            if let listing { return .listing(listing) }
            return matter.map { .matter($0) } ?? .house
        }
    }

    package let kind: Kind
    package let fields: [String: Field]
    /// The address of the page where the resident follows the concern.
    ///
    /// The query code stands behind the `#`, which browsers never send.
    package let link: String?
    /// As it stands on the paper.
    package let number: String
    let subject: Subject
}

extension Document {
    /// One thing a paper tells; a text of the pack says where it stands.
    package enum Field: Sendable, Equatable {
        case text(String)
        case name(Bilingual)
        case day(Moment)
        case moment(Moment)
        case count(Int)
        /// One of a list's codes; the string tables have its words under `paper-<list>-<code>`.
        case word(String, of: String)
        /// Why days are counted or not: the stable word, and what it names.
        case reason(String, naming: String?)
        /// All stretches of days with their reasons, in one line.
        case days([Reckoning.Run])
        /// So much of a limit's unit.
        case amount(Int, LimitUnit)
        /// Something that is so, for a part of the text that is only there then.
        case flag
        case lines([[String: Field]])
    }
}
