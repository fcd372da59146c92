import Centre
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite struct `Papers of supervision as PDF` {
    /// Through the same door as all other papers, and read as a person's own reader would.
    private func printed(
        _ desk: Counter,
        _ path: String,
        in language: Language = .chinese
    ) async throws -> String {
        let address = "/api/v1\(path)?format=pdf&lang=\(language.rawValue)"
        let reply = try await desk.browser.get(address)
        #expect(reply.status == 200, "\(reply.text.prefix(200))")
        #expect(reply.header("Content-Type") == "application/pdf")
        return try await Tool.inFolder { folder in
            let file = folder.appending(path: "paper.pdf")
            try Data(reply.body).write(to: file)
            let fonts = try Tool("pdffonts").run(file.path())
            let lines = fonts.split(separator: "\n").dropFirst(2)
            #expect(!lines.isEmpty && lines.allSatisfy { $0.contains(" yes ") }, "\(fonts)")
            return try Tool("pdftotext").run("-layout", file.path(), "-")
        }
    }

    @Test func `the slip and the reminder tell the unit what is asked and until when`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.accept(slip)
            let part = try await hall.assign(slip, "justice")
            let papers = "/matters/\(slip.matter)/documents"
            _ = try await hall.supervisor.get("\(papers)/reminderSlip")
                .expect(422, "document-no-reminder")
            for (kind, ground, words) in [
                ("reminder", "dueSoon", "请说明勘界安排"), ("letter", "notHandled", "请书面说明"),
            ] {
                _ = try await hall.supervisor.post(
                    "/matters/\(slip.matter)/supervision",
                    """
                    {"kind":"\(kind)","assignment":"\(part)","ground":"\(ground)",
                     "words":"\(words)"}
                    """
                ).expect(201)
            }
            let letter = try await printed(hall.supervisor, "\(papers)/supervisionSlip")
            for words in ["督办单", "应办理未办理", "请书面说明", "反馈期限", "司法所", slip.number] {
                #expect(letter.contains(words), "\(words)")
            }
            let reminder = try await printed(hall.supervisor, "\(papers)/reminderSlip")
            for words in ["催办单", "期限将到", "请说明勘界安排", "答复期限", "司法所", "催01"] {
                #expect(reminder.contains(words), "\(words)")
            }
            #expect(!reminder.contains("请书面说明"), "each step has its own paper")
            for kind in ["supervisionSlip", "reminderSlip"] {
                let paper = try await printed(hall.supervisor, "\(papers)/\(kind)", in: .english)
                #expect(!paper.contains("司法所"), "the unit has an English name")
            }
        }
    }

    @Test func `a listing and its removal come out with their grounds and days`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let leader = try await sample.enrolled(.director, "partyOffice", named: "周镇长")
            let made = try await hall.director.post(
                "/listings",
                """
                {"subject":"place","name":"东堤市场","ground":"repeatedHazard",
                 "problem":"消防通道被摊位堵塞","measures":"清理通道并划线","unit":"justice",
                 "leader":"\(leader)","months":3,"skipReason":"隐患紧迫"}
                """
            ).expect(201)
            let address = "/listings/\(try made.need("id"))"
            let notice = try await printed(
                hall.director,
                "\(address)/documents/listingNotice"
            )
            for words in ["挂牌整治通知书", "东堤市场", "清理通道并划线", "周镇长", "整治期限"] {
                #expect(notice.contains(words), "\(words)")
            }
            for (desk, step, words) in [
                (hall.justice, "report", "已经清理"), (hall.supervisor, "pass", "现场验收合格"),
                (hall.director, "removal", "同意摘牌"),
            ] {
                _ = try await desk.post("\(address)/\(step)", #"{"words":"\#(words)"}"#).expect(200)
            }
            let removal = try await printed(
                hall.director,
                "\(address)/documents/removalNotice"
            )
            for words in ["摘牌通知书", "东堤市场", "现场验收合格"] {
                #expect(removal.contains(words), "\(words)")
            }
        }
    }
}

extension SampleCentre {
    /// An officer who stands in the store, so that others may name the person.
    fileprivate func enrolled(
        _ role: Role,
        _ unit: String,
        named name: String
    ) async throws -> ID<Officer> {
        let officer = try await access.addOfficer(
            login: "\(role.rawValue)-e",
            name: name,
            password: "a quiet lane by the river",
            by: .house
        )
        _ = try await access.givePost(
            to: officer.id,
            unit: try #require(town.unit(code: unit)).id,
            role: role,
            area: nil,
            by: .house
        )
        return officer.id
    }
}
