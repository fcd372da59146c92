package import Centre
import Foundation
import Yams

/// The gateways of the house with their secrets, read once at start.
package struct GatewaySettings: Sendable {
    /// Where the pages of this house are found from outside, without a slash at the end.
    package let publicAddress: String?
    package let robots: [String: Robot]
    package let sms: SMSGateway?
    package let quiet: QuietHours

    package init(
        publicAddress: String? = nil,
        robots: [String: Robot] = [:],
        sms: SMSGateway? = nil,
        quiet: QuietHours = .usual
    ) {
        self.publicAddress = publicAddress
        self.robots = robots
        self.sms = sms
        self.quiet = quiet
    }

    /// What the house may know of them.
    package var plan: MessagePlan {
        MessagePlan(robots: robots.mapValues(\.address.host), sms: sms?.address.host, quiet: quiet)
    }

    /// The file holds keys, so that it is its owner's alone.
    package init(file path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw GatewayRefusal.unreadable(path)
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
        guard mode & 0o007 == 0 else { throw GatewayRefusal.openToOthers(path) }
        try self.init(yaml: String(decoding: data, as: UTF8.self))
    }

    package init(yaml: String) throws {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            // The parser's own words would quote the line, and a line may hold a key.
            throw GatewayRefusal.malformed("the file")
        }
        guard let root else { throw GatewayRefusal.malformed("the file") }
        let fields = try Fields(root, "the file", of: ["publicAddress", "robots", "sms", "quiet"])
        let address = try GatewayAddress(fields.need("publicAddress"), of: "publicAddress")
        publicAddress = String(address.url.trimmingSuffix(while: { $0 == "/" }))
        robots = try Self.robots(fields["robots"])
        sms = try fields["sms"].map(SMSGateway.init)
        quiet = try fields["quiet"].map(QuietHours.init) ?? .usual
    }

    private static func robots(_ node: Node?) throws -> [String: Robot] {
        guard let node else { return [:] }
        guard let sequence = node.sequence else { throw GatewayRefusal.malformed("robots") }
        var robots: [String: Robot] = [:]
        for node in sequence {
            let (unit, robot) = try Robot.reading(node)
            guard robots.updateValue(robot, forKey: unit) == nil else {
                throw GatewayRefusal.twice(unit: unit)
            }
        }
        return robots
    }
}

/// A mapping whose names are known.
struct Fields {
    private let place: String
    private var nodes: [String: Node] = [:]

    init(_ node: Node, _ place: String, of names: Set<String>) throws(GatewayRefusal) {
        guard let mapping = node.mapping else { throw .malformed(place) }
        self.place = place
        for (key, value) in mapping {
            guard let name = key.string, names.contains(name) else {
                throw .unknown(key.string ?? place)
            }
            nodes[name] = value
        }
    }

    subscript(name: String) -> Node? { nodes[name] }

    func text(_ name: String) throws(GatewayRefusal) -> String? {
        guard let node = nodes[name] else { return nil }
        guard let text = node.scalar?.string, !text.isEmpty else { throw .malformed(name) }
        return text
    }

    func need(_ name: String) throws(GatewayRefusal) -> String {
        guard let text = try text(name) else { throw .missing("\(name) of \(place)") }
        return text
    }
}

extension QuietHours {
    fileprivate init(_ node: Node) throws {
        let fields = try Fields(node, "quiet", of: ["from", "to", "keepsDaysOff"])
        let keeps: Bool? = try fields.text("keepsDaysOff").map { text in
            guard let truth = Bool(text) else { throw GatewayRefusal.notATruth("keepsDaysOff") }
            return truth
        }
        self.init(
            from: try Self.minutes(fields.need("from"), "from"),
            to: try Self.minutes(fields.need("to"), "to"),
            keepsDaysOff: keeps ?? true
        )
    }

    private static func minutes(_ text: String, _ place: String) throws -> Int {
        let parts = text.split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1],
            (0...23).contains(hour), (0...59).contains(minute)
        else { throw GatewayRefusal.notATime(place) }
        return hour * 60 + minute
    }
}

extension String {
    fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> Substring {
        var rest = Substring(self)
        while let last = rest.last, matches(last) { rest.removeLast() }
        return rest
    }
}
