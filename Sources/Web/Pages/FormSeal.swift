import Centre
import Foundation

/// Marks a form as shown by this house to this visit, so that no other site can send it (CSRF).
package struct FormSeal: Sendable {
    let keys: HouseKeys
    let world: World

    /// The mark under a mask of its own in each answer: packed pages of different lengths tell
    /// nothing of it (BREACH).
    func ticket(of binding: String) -> String {
        let mark = mark(of: binding)
        let mask = world.random(mark.count)
        return Data(mask + zip(mask, mark).map { $0 ^ $1 }).base64EncodedString()
    }

    func holds(_ ticket: String, of binding: String) -> Bool {
        let mark = mark(of: binding)
        guard let bytes = Data(base64Encoded: ticket).map(Array.init), bytes.count == 2 * mark.count
        else { return false }
        let opened = zip(bytes.prefix(mark.count), bytes.suffix(mark.count)).map { $0 ^ $1 }
        // All bytes are compared, so that the time tells nothing.
        return zip(opened, mark).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func mark(of binding: String) -> [UInt8] { keys.mark(binding, kind: "form") }
}
