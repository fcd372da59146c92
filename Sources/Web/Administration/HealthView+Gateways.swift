import Centre

extension HealthView {
    /// A message waits through a night and a weekend; longer than that, a gateway is ill.
    private static let longestMessageWait: Int64 = 4 * 86_400_000

    /// The lines of the gateways: hosts alone, since an address holds a key.
    static func gateways(_ health: HouseHealth, _ say: Wording) -> [(String, String, Tone)] {
        let condition = health.messages
        let isUsed = condition.oldestWaiting != nil || condition.failed > 0
        guard !condition.plan.isEmpty || isUsed else {
            return [("gateways", say("gateways-none"), .plain)]
        }
        let wait = condition.oldestWaiting.map { health.at.milliseconds - $0.milliseconds }
        let failed =
            say.number(condition.failed) + (condition.failed >= MessageCondition.most ? "+" : "")
        return [
            ("gateways", gateways(condition.plan, say), condition.plan.isEmpty ? .soon : .good),
            (
                "message-wait", wait.map { say.span(milliseconds: max(0, $0)) } ?? say.number(0),
                (wait ?? 0) > longestMessageWait ? .grave : .good
            ),
            ("message-failed", failed, condition.failed > 0 ? .grave : .good),
        ]
    }

    private static func gateways(_ plan: MessagePlan, _ say: Wording) -> String {
        let hosts = Set(plan.robots.values).sorted().joined(separator: ", ")
        var parts: [String] = []
        if !plan.robots.isEmpty {
            parts.append(say.count("gateways-robots", plan.robots.count, ["hosts": hosts]))
        }
        if let host = plan.sms { parts.append(say("gateways-sms", ["host": host])) }
        return parts.isEmpty ? say("gateways-none") : parts.joined(separator: " · ")
    }
}
