import Centre
import Gateways
import Storage
import TestSupport
import Testing

@testable import Web

/// A centre whose messages leave by HTTP to a gateway that listens on this machine.
struct Outside: Sendable {
    let sample: SampleCentre
    let settings: GatewaySettings

    /// - Parameter port: where the gateway listens.
    init(_ bare: SampleCentre, port: Int) throws {
        let base = "http://127.0.0.1:\(port)"
        func address(_ path: String) throws -> GatewayAddress {
            try GatewayAddress(base + path, of: path)
        }
        settings = GatewaySettings(
            publicAddress: "https://centre.example",
            robots: [
                "justice": Robot(.wecom, try address("/send?key=robot-key")),
                "police": Robot(.dingtalk, try address("/robot?access_token=t"), secret: "S"),
            ],
            sms: SMSGateway(try address("/sms"), token: "bearer-secret")
        )
        var house = bare.house
        house.messages = settings.plan
        sample = SampleCentre(house: house, clock: bare.clock)
    }

    /// A matter accepted and given to a unit: one message to the resident, one to the robot.
    func concern(of order: WorkOrder = .sample) async throws -> Receipt {
        let receipt = try await sample.intake.register(
            order,
            by: try sample.officer(.clerk),
            operation: sample.operation()
        ).answer
        let dispatcher = try sample.officer(.dispatcher)
        _ = try await sample.dispatch.accept(
            receipt.matter,
            Acceptance(classCode: "0902", item: nil, route: "mediation", areaCode: nil),
            by: dispatcher,
            operation: sample.operation()
        )
        _ = try await sample.dispatch.assign(
            receipt.matter,
            Errand(
                unit: try sample.unit("justice"),
                role: .lead,
                instruction: "请依法办理",
                rule: nil
            ),
            by: dispatcher,
            operation: sample.operation()
        )
        _ = try await OutboxDesk(house: sample.house).deliver()
        return receipt
    }

    /// A worker as the house runs it.
    func working<Answer>(
        patience: Duration = .seconds(10),
        _ body: (MessageDesk) async throws -> Answer
    ) async throws -> Answer {
        let words = MessageWords(
            town: sample.house.town,
            sentences: try .sample(),
            publicAddress: settings.publicAddress ?? ""
        )
        return try await GatewayClient.with(
            settings,
            patience: patience,
            now: sample.house.world.now
        ) { client in
            try await body(
                MessageDesk(
                    house: sample.house,
                    gateway: Gateway { outgoing in
                        try await client.send(outgoing, text: words.text(of: outgoing))
                    }
                )
            )
        }
    }

    /// The states of a matter's messages, the newest first.
    func lines(of receipt: Receipt) async throws -> [MessageLine] {
        try await MessagesDesk(house: sample.house).messages(
            of: receipt.matter,
            for: try sample.officer(.dispatcher),
            limit: 50
        ).items
    }
}
