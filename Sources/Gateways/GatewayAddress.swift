import Foundation

/// Where a gateway listens.
///
/// A robot's address holds its key, so that only the host is ever shown.
package struct GatewayAddress: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    let url: String
    package let host: String

    /// HTTPS, or this machine itself.
    package init(_ text: String, of place: String) throws(GatewayRefusal) {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            parts.user == nil, parts.fragment == nil
        else { throw .notAnAddress(place) }
        let isLocal = ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host)
        guard parts.scheme == "https" || (parts.scheme == "http" && isLocal) else {
            throw .notSecure(place)
        }
        url = text
        self.host = host
    }

    package var description: String { host }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// With further parameters, which are escaped already.
    func adding(_ query: String) -> String {
        url + (url.contains("?") ? "&" : "?") + query
    }
}

/// Why the house does not start with these gateways: one sentence, and no address.
package enum GatewayRefusal: Error, Equatable, CustomStringConvertible {
    case unreadable(String)
    case openToOthers(String)
    case malformed(String)
    case unknown(String)
    case missing(String)
    case notAnAddress(String)
    case notSecure(String)
    case notATime(String)
    case notATruth(String)
    case notAFormat
    case twice(unit: String)

    package var description: String {
        switch self {
        case .unreadable(let path): "The gateways file \(path) cannot be read."
        case .openToOthers(let path):
            "The gateways file \(path) holds secrets and can be read by everyone on this machine: "
                + "give it mode 600."
        case .malformed(let place): "In the gateways file, \(place) is not written as it should be."
        case .unknown(let name): "The gateways file holds an unknown name: \(name)."
        case .missing(let name): "In the gateways file, \(name) is missing."
        case .notAnAddress(let place): "In the gateways file, \(place) is not an address."
        case .notSecure(let place): "In the gateways file, \(place) must begin with https://."
        case .notATime(let place): "In the gateways file, \(place) must read like 21:00."
        case .notATruth(let place): "In the gateways file, \(place) must be true or false."
        case .notAFormat: "In the gateways file, a robot's format is wecom or dingtalk."
        case .twice(let unit): "The gateways file names the unit \(unit) twice."
        }
    }
}
