import Centre
import Testing

@testable import Gateways

@Suite struct `The gateways file` {
    private static let secret = "key-nobody-sees"

    private static func file(
        robot: String =
            "{unit: justice, format: wecom, address: 'https://w.example/?key=\(secret)'}",
        more: String = ""
    ) -> String {
        """
        publicAddress: https://centre.example/
        robots:
          - \(robot)
        \(more)
        """
    }

    @Test func `says which gateways there are and when they rest`() throws {
        let settings = try GatewaySettings(
            yaml: Self.file(
                more: """
                    sms: {address: 'https://sms.example/send', token: \(Self.secret)}
                    quiet: {from: "22:30", to: "07:00", keepsDaysOff: false}
                    """
            )
        )
        #expect(settings.publicAddress == "https://centre.example")
        #expect(settings.plan.robots == ["justice": "w.example"])
        #expect(settings.plan.sms == "sms.example")
        #expect(settings.plan.quiet == QuietHours(from: 1350, to: 420, keepsDaysOff: false))
        #expect(try GatewaySettings(yaml: Self.file()).plan.quiet == .usual)
        let shown = "\(settings.robots.values.map(\.address)) \(settings.plan)"
        #expect(!shown.contains(Self.secret))
    }

    static let wrong: [(String, GatewayRefusal)] = [
        ("robots: [", .malformed("the file")),
        ("robots: []", .missing("publicAddress of the file")),
        (file(more: "smss: {}"), .unknown("smss")),
        (file(robot: "{unit: justice, format: wecom}"), .missing("address of a robot")),
        (
            file(robot: "{unit: justice, format: lark, address: 'https://l.example/\(secret)'}"),
            .notAFormat
        ),
        (
            file(robot: "{unit: justice, format: wecom, address: 'http://w.example/\(secret)'}"),
            .notSecure("address of justice")
        ),
        (
            file(robot: "{unit: justice, format: wecom, address: '\(secret)'}"),
            .notAnAddress("address of justice")
        ),
        (file(more: "sms: {address: 'https://s.example'}"), .missing("token of sms")),
        (file(more: "quiet: {from: '24:00', to: '08:00'}"), .notATime("from")),
        (file(more: "quiet: {from: '21:00', to: '8'}"), .notATime("to")),
        (
            file(more: "quiet: {from: '21:00', to: '08:00', keepsDaysOff: maybe}"),
            .notATruth("keepsDaysOff")
        ),
        (
            file(
                more: "  - {unit: justice, format: wecom, address: 'https://w.example/\(secret)'}"
            ),
            .twice(unit: "justice")
        ),
    ]

    @Test(arguments: wrong.indices)
    func `is refused with a sentence that shows no secret`(row: Int) {
        let (text, refusal) = Self.wrong[row]
        #expect(throws: refusal) { try GatewaySettings(yaml: text) }
        #expect(!refusal.description.contains(Self.secret))
    }
}
