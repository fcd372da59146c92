import Storage

/// What comes after the reply: verification by someone else, closing, the return visit, the
/// resident's rating and contest, the file.
package struct FeedbackDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    package func verify(
        _ id: ID<Matter>,
        _ verdict: VerificationVerdict,
        remark: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .verify, operation) { file, actor in
            try file.verify(verdict, remark: remark, by: viewer.officer, as: actor)
        }
    }

    package func close(
        _ id: ID<Matter>,
        kind: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .close, operation) { file, actor in
            try file.close(kind: kind, by: viewer.officer, as: actor)
        }
    }

    package func terminate(
        _ id: ID<Matter>,
        _ termination: Termination,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .close, operation) { file, actor in
            try file.terminate(termination, by: viewer.officer, as: actor)
        }
    }

    package func visit(
        _ id: ID<Matter>,
        _ visit: Visit,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .visit, operation) { file, actor in
            try file.visit(visit, by: viewer.officer, as: actor)
        }
    }

    package func archive(
        _ id: ID<Matter>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .archive, operation) { file, actor in
            try file.archive(by: actor)
        }
    }

    package func rate(
        _ number: String,
        code: String,
        _ rating: Rating,
        operation: Operation
    ) async throws -> Performed<ConcernView> {
        try await house.perform(operation, .onLockedRow) { turn in
            var (file, place) = try File.open(concern: number, code: code, in: turn)
            try file.rate(place, rating)
            try file.save()
            return try file.residentView(of: place)
        }
    }

    package func contest(
        _ number: String,
        code: String,
        reason: String,
        operation: Operation
    ) async throws -> Performed<ConcernView> {
        try await house.perform(operation, .onLockedRow) { turn in
            var (file, place) = try File.open(concern: number, code: code, in: turn)
            try file.contest(place, reason: reason)
            try file.save()
            return try file.residentView(of: place)
        }
    }
}
