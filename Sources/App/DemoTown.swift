import Centre
import Foundation
import Storage

/// The demonstration as a whole: its officers, then ninety days of life played at the real desks.
struct DemoTown {
    private let house: House
    private let configuration: Configuration
    private let staffing: DemoStaffing

    init(_ house: House, _ configuration: Configuration) throws {
        self.house = house
        self.configuration = configuration
        staffing = try DemoStaffing(house, configuration)
    }

    /// What the demonstration says about itself: logins, and what to look at first.
    func complete(staffOnly: Bool) async throws -> String {
        try await staffing.complete()
        guard !staffOnly else { return staffing.notice }
        let (script, findings) = DemoScript.read(staffing.pack)
        guard let script else { throw PackRefusal(findings: findings) }
        let desk = DemoDesk(
            house: house,
            script: script,
            staff: staffing.pack.demo,
            pictures: staffing.pictures(of: script)
        )
        guard let plan = try await play(desk) else { return staffing.notice }
        let (rota, faults) = DemoRota.read(staffing.pack)
        guard faults.isEmpty else { throw PackRefusal(findings: faults) }
        if let rota { try await desk.play(rota) }
        let codes = try await desk.codes(of: plan)
        let path = try keep(codes)
        return [staffing.notice, Self.looks(codes), "All query codes are in \(path)"]
            .joined(separator: "\n")
    }

    /// - Returns: nil where the store has a life of its own, which is left alone.
    private func play(_ desk: DemoDesk) async throws -> DemoPlan? {
        let clock = ContinuousClock()
        let start = clock.now
        let line = ProgressLine("events of the demonstration")
        do {
            let outcome = try await desk.load { done, _ in line.show(done) }
            line.end()
            guard let plan = outcome.plan else { return nil }
            if outcome.played > 0 {
                let seconds = (clock.now - start).components.seconds
                say("\(outcome.played) events, \(plan.concerns.count) concerns in \(seconds) s")
            }
            return plan
        } catch DemoRefusal.strangers {
            line.end()
            say("The store has concerns of its own; the demonstration does not go on beside them.")
            return nil
        } catch let stopped as DemoStopped {
            line.end()
            say("The demonstration stopped at \(stopped)")
            throw stopped.reason
        }
    }

    /// The secrets of the demonstration's residents, for whoever tries their pages.
    private func keep(_ codes: [DemoCode]) throws -> String {
        let path = "\(configuration.dataDirectory)/demo-codes.csv"
        let rows = codes.map { "\($0.number),\($0.code),\"\($0.title)\"" }
        let text = (["number,code,title"] + rows).joined(separator: "\n") + "\n"
        let isKept = FileManager.default.createFile(
            atPath: path,
            contents: Data(text.utf8),
            attributes: [.posixPermissions: 0o600]
        )
        guard isKept else { throw CommandRefusal.fileMissing(path) }
        return path
    }

    private static func looks(_ codes: [DemoCode]) -> String {
        let shown = codes.compactMap { code in
            code.look.map { "  number \(code.number), query code \(code.code)  \($0)" }
        }
        return (["Look at these first, as the residents who brought them:"] + shown)
            .joined(separator: "\n")
    }

    private func say(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
