import Centre
import Foundation
import Yams

/// A gateway that sends to phones: `POST {to, text, key}` with a bearer token, answered with its own
/// `{id}`.
package struct SMSGateway: Sendable {
    package let address: GatewayAddress
    let token: String

    package init(_ address: GatewayAddress, token: String) {
        self.address = address
        self.token = token
    }

    init(_ node: Node) throws {
        let fields = try Fields(node, "sms", of: ["address", "token"])
        address = try GatewayAddress(fields.need("address"), of: "address of sms")
        token = try fields.need("token")
    }

    func body(to phone: String, _ text: String, key: String) throws -> Data {
        try JSONEncoder().encode(Letter(to: phone, text: text, key: key))
    }

    private struct Letter: Encodable {
        let to: String
        let text: String
        let key: String
    }

    private struct Answer: Decodable {
        let id: String
    }

    /// An answer without the gateway's own name for it is none: it is asked again, with the same
    /// key.
    func outcome(_ body: Data) -> Message.Outcome {
        do {
            return .sent(receipt: try JSONDecoder().decode(Answer.self, from: body).id)
        } catch {
            return .later(.broken)
        }
    }
}
