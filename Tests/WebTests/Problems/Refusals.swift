import Centre
import Web

/// Every word a refusal can have: the list that the string tables are checked against.
enum Refusals {
    static var all: Set<String> {
        var words: Set<String> = ["refused", "stage-refused", "file-incomplete", "pack-refused"]
        words.formUnion(the(WebRefusal.self))
        words.formUnion(the(JSONRefusal.Kind.self))
        words.formUnion(the(Fault.Kind.self))
        words.formUnion(the(OperationRefusal.self))
        words.formUnion(access)
        words.formUnion(matters)
        words.formUnion(imports)
        words.formUnion(codes)
        return words
    }

    /// Words that are no refusals and have sentences all the same: findings in a pack, reasons why
    /// a day counts or not.
    static var others: Set<String> {
        the(LimitFinding.self)
            .union(the(CalendarFinding.self))
            .union(the(PackFinding.Kind.self))
            .union(the(RoutingAnswer.Reason.self))
            .union(days)
    }

    private static var access: Set<String> {
        the(SignInRefusal.self)
            .union(the(ComeBackLater.Reason.self))
            .union(the(SecondFactorRefusal.self))
            .union(the(OfficerRefusal.self))
            .union(the(PasswordRefusal.self))
            .union(the(PostRefusal.self))
            .union(the(ContactRefusal.self))
    }

    private static var matters: Set<String> {
        the(AssignmentRefusal.self)
            .union(the(LinkRefusal.self)).union(the(ApartRefusal.self))
            .union(the(ClosureRefusal.self))
            .union(the(Separation.self))
            .union(the(SearchRefusal.self))
            .union(the(ExtensionRefusal.self))
            .union(the(CalendarChangeRefusal.self))
            .union(the(HolidayNoticeRefusal.self))
            .union(the(SuspensionRefusal.self))
            .union(the(TerminationRefusal.self))
            .union(the(SupervisionRefusal.self))
            .union(the(WhistleRefusal.self))
            .union(the(JointRefusal.self))
            .union(the(RulingRefusal.self))
            .union(the(LevelRefusal.self))
            .union(the(GroupRefusal.self))
            .union(the(ListingRefusal.self))
            .union(the(RecheckRefusal.self))
            .union(the(RotaRefusal.self))
            .union(the(SwapRefusal.self))
            .union([SilenceRefusal(formula: "").word])
            .union(the(PreviewRefusal.self))
            .union(the(ErasureRefusal.self))
            .union(the(StatisticsRefusal.self))
            .union(the(SeedingRefusal.self))
            .union(the(DocumentRefusal.self))
            .union(the(PaperRefusal.self))
            .union(the(AttachmentRefusal.Reason.self))
    }

    /// Refusals with values have no list of their own: one of each.
    private static var imports: Set<String> {
        let imports: [ImportRefusal] = [
            .mapMalformed(part: ""), .fieldUnknown(""), .fieldTwice(""), .fieldNeeded(""),
            .columnMissing(""), .quoteOpen(line: 1), .noRows, .rowLength(found: 1, wanted: 2),
            .beingUndone, .undoneAlready, .inHand(count: 1, numbers: []),
        ]
        let keys: [KeyringRefusal] = [
            .empty, .unreadableLine(1), .notBase64(version: 1), .wrongLength(version: 1),
            .versionTwice(version: 1),
        ]
        return Set(imports.map(\.word) + keys.map(\.word))
    }

    private static var days: Set<String> {
        let kinds: [DayKind] = [
            .workday, .weekend, .holiday(""), .makeUp(""), .overlay(true, ""),
            .overlay(false, ""),
        ]
        let reasons: [DayWhy] = [
            .startDay, .natural, .elapsed, .paused(""), .rolledOver, .afterHours,
        ]
        return Set(kinds.map(\.word) + reasons.map(\.word))
    }

    /// Codes that sentences name.
    private static var codes: Set<String> {
        the(Matter.Stage.self, "stage-")
            .union(the(Assignment.State.self, "stage-"))
            .union(the(Concern.State.self, "stage-"))
            .union(the(Matter.Step.self, "step-"))
            .union(the(Assignment.Step.self, "step-"))
            .union(the(Concern.Step.self, "step-"))
            .union(the(WhistleCall.State.self, "stage-whistle-"))
            .union(the(WhistleCall.Move.self, "step-whistle-"))
            .union(the(Incompleteness.self, "missing-"))
    }

    private static func the<Words>(_ words: Words.Type, _ prefix: String = "") -> Set<String>
    where Words: CaseIterable & RawRepresentable<String> {
        Set(words.allCases.map { prefix + $0.rawValue })
    }
}
