@testable import Centre

/// The silence of called units as a clerk would follow it with a pencil through the entries,
/// knowing nothing of the rules in the house.
struct PlainSilence {
    private struct Call {
        var first: Int64
        var second: Int64
        var risen: Set<String> = []
        var isSilent = true
    }

    private var calls: [String: Call] = [:]
    private var ofWhistle: [String: [String]] = [:]
    private var faults: [String] = []

    /// What went up that should not have, and what should have and did not.
    static func faults(in entries: [Entry], by now: Moment) -> [String] {
        var plain = PlainSilence()
        for entry in entries { plain.read(entry) }
        for (id, call) in plain.calls where call.isSilent { plain.ask(id, by: now.milliseconds) }
        return plain.faults
    }

    private mutating func read(_ entry: Entry) {
        let (id, whistle) = (entry.facts["call"] ?? "", entry.facts["whistle"] ?? "")
        let at = entry.at.milliseconds
        switch entry.act {
        case .whistleCalled, .whistleUpheld:
            guard let first = Int64(entry.facts["first"] ?? ""),
                let second = Int64(entry.facts["second"] ?? "")
            else { return faults.append("a call without a limit") }
            calls[id] = Call(first: first, second: second)
            ofWhistle[whistle, default: []].append(id)
        case .whistleRisen: rise(entry, id)
        case .whistleComing, .whistleDeclined, .whistleArrived, .whistlePresenceTicked,
            .whistleAbsent, .whistleAbsenceTicked, .whistleCallWithdrawn:
            end(id, at: at)
        case .whistleWithdrawn:
            for id in ofWhistle[whistle] ?? [] { end(id, at: at) }
        default: break
        }
    }

    private mutating func rise(_ entry: Entry, _ id: String) {
        let rung = entry.facts["rung"] ?? ""
        guard var call = calls[id], call.isSilent else {
            return faults.append("an answered call rose to \(rung)")
        }
        let at = rung == "deputy" ? call.first : call.second
        if entry.facts["at"] != "\(at)" { faults.append("\(rung) at another moment") }
        if entry.at.milliseconds < at { faults.append("\(rung) too early") }
        if rung == "director", !call.risen.contains("deputy") { faults.append("a rung left out") }
        if !call.risen.insert(rung).inserted { faults.append("\(rung) twice") }
        calls[id] = call
    }

    private mutating func end(_ id: String, at moment: Int64) {
        guard calls[id]?.isSilent == true else { return }
        ask(id, by: moment)
        calls[id]?.isSilent = false
    }

    private mutating func ask(_ id: String, by moment: Int64) {
        guard let call = calls[id] else { return }
        if call.first <= moment, !call.risen.contains("deputy") { faults.append("no deputy told") }
        if call.second <= moment, !call.risen.contains("director") {
            faults.append("no director told")
        }
    }
}
