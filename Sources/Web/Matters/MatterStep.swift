import Centre

/// A step an officer takes from a matter's page, by its word in the address.
enum MatterStep: String, CaseIterable, Sendable {
    case accept
    case supplement
    case refuse
    case assign
    case confer
    case designate
    case sign
    case reply
    case progress
    case giveBack
    case verify
    case close
    case visit
    case archive
    case decideExtension
    case askExtension
    case suspend
    case resume
    case link
    case unlink
    case markConflict
    case terminate
    case disclose

    var right: Right {
        switch self {
        case .accept: .accept
        case .supplement: .callSupplement
        case .refuse: .refuse
        case .assign: .assign
        case .confer: .confer
        case .designate: .designate
        case .sign: .sign
        case .reply, .progress: .reply
        case .giveBack: .giveBack
        case .verify: .verify
        case .close, .terminate: .close
        case .visit: .visit
        case .archive: .archive
        case .decideExtension: .decideExtension
        case .askExtension: .askExtension
        case .suspend, .resume: .suspend
        case .link, .unlink: .link
        case .markConflict: .markConflict
        case .disclose: .disclose
        }
    }

    /// It moves the matter on; the others stand behind it.
    var isMain: Bool {
        switch self {
        case .accept, .assign, .confer, .designate, .sign, .reply, .verify, .close, .visit,
            .archive, .decideExtension, .resume:
            true
        default: false
        }
    }

    /// It ends or refuses something.
    var isGrave: Bool { self == .refuse || self == .terminate }

    /// It stands at what it is about, and not among the matter's steps.
    var isBesideItsThing: Bool { self == .unlink || self == .disclose }
}

/// Whether a step can be taken now.
enum StepChance: Sendable, Equatable {
    case none
    /// Of which things: parts by id, concerns by number; the matter itself has one without a name.
    case open([String])
    /// Not now; the sentence says what it waits for.
    case waits(String, [String: String] = [:])

    static let ofMatter = StepChance.open([""])
}
