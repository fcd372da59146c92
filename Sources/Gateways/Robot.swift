import Centre
import Crypto
import Foundation
import Yams

/// The robot of a unit's group chat, as WeCom and DingTalk have them.
///
/// Neither takes a key that would keep a message from appearing twice; it is sent along for a
/// gateway in between that does.
package struct Robot: Sendable {
    package enum Format: String, Sendable, CaseIterable {
        case wecom
        case dingtalk
    }

    let format: Format
    package let address: GatewayAddress
    /// DingTalk's signature (加签), where the robot asks for one.
    let secret: String?

    package init(_ format: Format, _ address: GatewayAddress, secret: String? = nil) {
        self.format = format
        self.address = address
        self.secret = secret
    }

    static func reading(_ node: Node) throws -> (unit: String, Robot) {
        let fields = try Fields(node, "a robot", of: ["unit", "format", "address", "secret"])
        guard let format = Format(rawValue: try fields.need("format")) else {
            throw GatewayRefusal.notAFormat
        }
        let unit = try fields.need("unit")
        let address = try GatewayAddress(fields.need("address"), of: "address of \(unit)")
        return (unit, Robot(format, address, secret: try fields.text("secret")))
    }

    /// The address to call now; a signature holds for an hour.
    func url(at now: Moment) -> String {
        guard format == .dingtalk, let secret else { return address.url }
        let signature = Self.signature(secret, at: now.milliseconds)
        return address.adding("timestamp=\(now.milliseconds)&sign=\(signature)")
    }

    static func signature(_ secret: String, at milliseconds: Int64) -> String {
        let signed = HMAC<SHA256>.authenticationCode(
            for: Data("\(milliseconds)\n\(secret)".utf8),
            using: SymmetricKey(data: Data(secret.utf8))
        )
        return Data(signed).base64EncodedString().replacing("+", with: "%2B")
            .replacing("/", with: "%2F").replacing("=", with: "%3D")
    }

    func body(_ text: String) throws -> Data {
        try JSONEncoder().encode(Letter(text: .init(content: text)))
    }

    private struct Letter: Encodable {
        struct Text: Encodable {
            let content: String
        }

        var msgtype = "text"
        let text: Text
    }

    private struct Answer: Decodable {
        let errcode: Int
    }

    /// Both answer 200 whatever happened and tell it by a number.
    func outcome(_ body: Data) -> Message.Outcome {
        do {
            let code = try JSONDecoder().decode(Answer.self, from: body).errcode
            if code == 0 { return .sent(receipt: nil) }
            return Self.busy.contains(code) ? .later(.busy, after: 60) : .refused(.rejected)
        } catch {
            return .later(.broken)
        }
    }

    /// Too many in a minute (45009 and 45033 of WeCom, 130101 of DingTalk), and a busy system (-1).
    private static let busy: Set<Int> = [-1, 45009, 45033, 130101]
}
