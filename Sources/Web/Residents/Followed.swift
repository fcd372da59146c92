import Centre
import Hummingbird

/// The concern a browser follows: its number and code, kept in a cookie that no script sees, so
/// that neither ever stands in an address.
struct Followed: Sendable, Equatable {
    let number: String
    let code: String

    /// Takes what somebody typed: blanks, dashes and small letters are the typist's own.
    /// - Returns: nil for what can be no number and code of this house.
    init?(number: String, code: String, in town: Town) {
        let typed = number.filter { !$0.isWhitespace }
        let plain = code.uppercased().filter { $0 != "-" && !$0.isWhitespace }
        let known = town.numbering.verified(typed) ?? typed
        guard Followed.isPlain(known), Followed.isPlain(plain) else { return nil }
        self.number = known
        self.code = plain
    }

    /// A member's number is the concern's, a dash and a serial number: its dash is no typist's own,
    /// or every eleventh would read as a concern's.
    init?(member number: String, code: String, in town: Town) {
        guard let dash = number.lastIndex(of: "-"),
            let concern = Followed(number: String(number[..<dash]), code: code, in: town)
        else { return nil }
        let serial = number[dash...].filter { !$0.isWhitespace }
        guard Followed.isPlain(concern.number + serial) else { return nil }
        self.number = concern.number + serial
        self.code = concern.code
    }

    /// Reads the cookie.
    init?(_ text: String?) {
        let halves = (text ?? "").split(separator: "~", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        number = String(halves[0])
        code = String(halves[1])
        guard Followed.isPlain(number), Followed.isPlain(code) else { return nil }
    }

    init(_ receipt: Receipt) {
        number = receipt.number
        code = receipt.queryCode
    }

    var text: String { "\(number)~\(code)" }

    private static func isPlain(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    }
}

/// What cannot be done at the pages of one who follows a concern.
enum FollowRefusal: String, Refusal, CaseIterable {
    /// No such number, or another code: the two are told apart by nobody outside.
    case notFound = "follow-not-found"
    /// Another tab has begun to follow another concern.
    case another = "follow-another"
    /// Erasing is confirmed first.
    case notConfirmed = "erasure-not-confirmed"

    var field: String? { self == .notConfirmed ? "confirmed" : nil }
}

/// A page of somebody who follows no concern in this browser.
struct FollowsNothing: Error {}

extension Front {
    /// The concern this browser follows.
    func followed(_ request: Request) throws -> Followed {
        guard let followed = Followed(jar.value(.concern, in: request)) else {
            throw FollowsNothing()
        }
        return followed
    }

    /// A write is for the concern its page was shown for, whatever other tabs have done since.
    func check(_ followed: Followed, _ form: inout Form) throws {
        let shown = try form.fields.text("number", 1...64)
        guard shown == followed.number else { throw FollowRefusal.another }
    }

    /// Leads to the page that asks for number and code, and from there to where one wanted to go.
    func askForKey(then address: String) -> Response {
        see(
            .to(address == "/follow" ? "/follow" : "/follow?to=\(address)").setting(
                .concern,
                to: nil
            )
        )
    }
}
