import Centre
import Gateways
import Logging
import ServiceLifecycle
import Web

/// Sends what is due, as long as the house is open.
struct MessageSending: Service {
    let house: House
    let settings: GatewaySettings
    let words: MessageWords
    let figures: Figures
    let logger: Logger

    private static let limit = 10

    func run() async throws {
        try await GatewayClient.with(settings, now: house.world.now) { client in
            let desk = MessageDesk(
                house: house,
                gateway: Gateway { [words] outgoing in
                    try await client.send(outgoing, text: words.text(of: outgoing))
                }
            )
            try await Recurring(name: "messages", pause: .seconds(2), logger: logger) {
                while true {
                    let round = try await desk.send(limit: Self.limit)
                    count(round)
                    guard round.taken == Self.limit else { return }
                }
            }.run()
        }
    }

    private func count(_ round: MessageDesk.Round) {
        let heaps = [("sent", round.sent), ("putOff", round.putOff), ("failed", round.failed)]
        for (result, channels) in heaps {
            for (channel, count) in channels {
                let labels = [("channel", channel.rawValue), ("result", result)]
                figures.count("messages", labels, by: count)
            }
        }
        let failed = round.failed.values.reduce(0, +)
        guard failed > 0 else { return }
        logger.warning("messages did not go out", metadata: ["count": "\(failed)"])
    }
}
