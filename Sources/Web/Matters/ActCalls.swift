import Centre
import Hummingbird

/// Calls in which an officer does one act to what the address names: what the call says is read,
/// what nobody asked for is refused, and the act is carried out once.
struct ActCalls: Sendable {
    typealias Reading<Said> = @Sendable (inout Fields, Town) throws -> Said
    typealias Act<Subject, Said> =
        @Sendable (
            ID<Subject>, Said, Viewer, Operation
        ) async throws -> Performed<MatterView>
    typealias Handler<Content: Encodable & Sendable> =
        @Sendable (
            Request, OfficerContext
        ) async throws -> Answer<Content>

    let town: TownInForce

    /// An act on a matter; the answer is the matter as it is now.
    func onMatter<Said: Sendable>(
        _ read: @escaping Reading<Said>,
        _ act: @escaping Act<Matter, Said>
    ) -> Handler<MatterView> {
        on(read, act) { _, done in .done(done) }
    }

    /// An act on a matter that gives a unit its part.
    func makingPart<Subject, Said: Sendable>(
        _ read: @escaping Reading<Said>,
        _ act: @escaping Act<Subject, Said>
    ) -> Handler<MatterView.Part> {
        on(read, act) { _, done in try .made(done) }
    }

    /// An act on a unit's part; the answer is the part as it is now.
    func onPart<Said: Sendable>(
        _ read: @escaping Reading<Said>,
        _ act: @escaping Act<Assignment, Said>
    ) -> Handler<MatterView.Part> {
        on(read, act) { id, done in try .changed(id, in: done) }
    }

    private func on<Subject, Said: Sendable, Content>(
        _ read: @escaping Reading<Said>,
        _ act: @escaping Act<Subject, Said>,
        _ answer: @escaping @Sendable (ID<Subject>, Performed<MatterView>) throws -> Answer<Content>
    ) -> Handler<Content> {
        { [town] request, context in
            var write = try await Write(request, by: context.caller)
            let said = try read(&write.fields, town.town)
            try write.fields.nothingElse()
            let id: ID<Subject> = try context.id()
            return try answer(id, try await act(id, said, context.viewer, write.operation))
        }
    }
}

/// An act that needs no words.
struct NothingSaid: Sendable {
    init(_ fields: inout Fields, in town: Town) {}
}

extension Answer where Content: Codable {
    static func done(_ performed: Performed<Content>) -> Answer {
        .done(performed.answer, replayed: performed.replayed)
    }
}

extension Answer where Content == MatterView.Part {
    /// The part a dispatcher or director has just made: the newest of the matter.
    static func made(_ done: Performed<MatterView>) throws -> Answer {
        guard let part = done.answer.assignments.last else { throw NotFound() }
        return .made(part, at: nil, replayed: done.replayed)
    }

    /// The part that was changed.
    static func changed(
        _ id: ID<Assignment>,
        in done: Performed<MatterView>
    ) throws -> Answer {
        guard let part = done.answer.assignments.first(where: { $0.id == id }) else {
            throw NotFound()
        }
        return .done(part, replayed: done.replayed)
    }
}
