import Storage

/// How far a seeding has come.
package struct SeedProgress: Sendable, Equatable {
    package let matters: Int
    package let of: Int
}

/// Fills a store with invented matters for measuring.
///
/// All stages, classes, places, units, channels and kinds over three years, sealed and chained like
/// real ones. The same seed gives the same
/// stories, relative to the moment it is done.
package struct SeedDesk: Sendable {
    let house: House

    /// Blocks of ``SeedPlan/block`` matters that are written in one transaction: few enough for the
    /// journal of its savepoint to stay small.
    private static let blocksAtOnce = 8
    /// Batches that are made while one is written.
    private static let batchesAhead = 3

    package init(house: House) {
        self.house = house
    }

    package func seed(
        _ count: Int,
        seed: UInt64,
        progress: @Sendable (SeedProgress) -> Void = { _ in }
    ) async throws {
        let plan = try await plan(count, seed: seed)
        let starts = Array(stride(from: 0, to: plan.blocks, by: Self.blocksAtOnce))
        try await withThrowingTaskGroup(of: (Int, SeedRecords).self) { group in
            func begin(_ batch: Int) {
                guard starts.indices.contains(batch) else { return }
                let blocks = starts[batch]..<min(starts[batch] + Self.blocksAtOnce, plan.blocks)
                group.addTask { @concurrent in (batch, try Self.records(of: blocks, in: plan)) }
            }
            for batch in 0..<Self.batchesAhead { begin(batch) }
            var ready: [Int: SeedRecords] = [:]
            var next = 0
            while let (batch, records) = try await group.next() {
                ready[batch] = records
                while let records = ready.removeValue(forKey: next) {
                    begin(next + Self.batchesAhead)
                    try await write(records)
                    next += 1
                    let done = min(next * Self.blocksAtOnce * SeedPlan.block, count)
                    progress(SeedProgress(matters: done, of: count))
                }
            }
        }
    }

    private func write(_ records: SeedRecords) async throws {
        let timeline = house.timeline
        try await house.database.write { tx in try records.write(with: timeline, in: tx) }
    }

    func plan(_ count: Int, seed: UInt64) async throws -> SeedPlan {
        let house = house
        let town = house.town.town
        let now = house.world.now()
        return try await house.database.write(.queueing(at: "number_books")) { tx in
            let draft = SeedPlan(
                town: town,
                staff: try SeedStaff(in: town, tx: tx),
                keyring: house.keyring,
                keys: house.keys,
                count: count,
                seed: seed,
                now: now,
                book: .init(years: []),
                choices: try .init(town, on: now.day(in: town.offset))
            )
            return try draft.drawingNumbers(in: tx)
        }
    }

    static func records(of blocks: Range<Int>, in plan: SeedPlan) throws -> SeedRecords {
        SeedRecords(try blocks.flatMap { try plan.files(ofBlock: $0) })
    }
}

extension SeedPlan {
    /// Draws the numbers of all matters at once: nobody else gets one of them.
    fileprivate func drawingNumbers(in tx: Transaction) throws -> SeedPlan {
        let years = Self.years(count: count) { registered($0).day(in: town.offset).year }
        let drawn = try years.map { year in
            let series = town.numbering.series(year: year.year)
            let last: Int? = try tx.value(
                """
                INSERT INTO number_books (series, last) VALUES (\(series), \(year.places.count))
                ON CONFLICT (series)
                    DO UPDATE SET last = number_books.last + \(year.places.count)
                RETURNING last
                """
            )
            var year = year
            year.last = (last ?? year.places.count) - year.places.count
            return year
        }
        return SeedPlan(
            town: town,
            staff: staff,
            keyring: keyring,
            keys: keys,
            count: count,
            seed: seed,
            now: now,
            book: Book(years: drawn),
            choices: choices
        )
    }

    /// The matters of a block, each with its story told; now and then some are one thing.
    func files(ofBlock block: Int) throws -> [SeedFile] {
        var dice = SeedDice(seed ^ 0x6b6c_6f63_6b73, at: block)
        let places = places(ofBlock: block)
        let linked = dice.chance(500) ? dice.number(3...20) : 1
        let group = places.prefix(linked).filter { linkedAt($0) <= now }
        var files: [SeedFile] = []
        if let first = group.first, group.count > 1 {
            var head = try SeedFile(first, of: self)
            for place in group.dropFirst() {
                try head.link(try SeedFile(place, of: self), at: linkedAt(place))
            }
            files.append(head)
        }
        let alone = files.isEmpty ? places : places.dropFirst(group.count)
        files += try alone.map { try SeedFile($0, of: self) }
        for file in files.indices { try files[file].live() }
        return files
    }

    private func linkedAt(_ place: Int) -> Moment {
        registered(place).adding(milliseconds: 1_800_000)
    }
}
