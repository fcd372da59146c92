@testable import Centre
@testable import Web

extension Samples {
    static func window() throws -> [any View] {
        let boards = try BoardSamples()
        let (say, town, now) = (boards.say, boards.town, boards.now)
        let before = PhoneMatch(number: "MZ1", registeredAt: now, name: nil)
        let found = PhoneFoundView(before, say)
        let views = ["class", "place.areaCode", "content"].map { field in
            var typed = Typed.window(for: boards.viewer, town)
            typed.problem = Problem(Fault(.unknownCode, field))
            return WindowView(
                typed,
                town,
                say,
                form: boards.form,
                on: now.day(in: town.offset),
                found: found,
                focus: .phone
            )
        }
        let receipt = WindowReceipt(
            number: "MZ1",
            queryCode: "C",
            matter: World.real.newID(),
            stage: .registered,
            dangerNow: true,
            registeredAt: now,
            mode: .named,
            channel: .hotline12345,
            externalNo: "x",
            promises: [
                Receipt.Promise(
                    rule: "r",
                    title: "t",
                    due: now,
                    provisional: true,
                    basis: "b",
                    days: []
                )
            ]
        )
        let later = WindowReceipt(
            number: "MZ1",
            queryCode: nil,
            matter: World.real.newID(),
            stage: .registered,
            dangerNow: false,
            registeredAt: now,
            mode: .named,
            channel: .walkin,
            externalNo: nil,
            promises: []
        )
        let wrong = PhoneFoundView(Problem(Fault(.impossible, "requester.phones[0]")), say)
        let receipts = [receipt, later].map { one in
            WindowReceiptView(one, town, say, form: boards.form, mayPrint: true)
        }
        return views + receipts + [found, wrong]
    }
}
