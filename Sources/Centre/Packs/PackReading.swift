/// Reads the parts of a pack in the order in which they refer to each other.
struct PackReading {
    let source: PackSource

    init(_ source: PackSource) {
        self.source = source
    }

    func pack(of files: [PackFile]) -> Pack? {
        var codes = Codes()
        let manifest = manifest()
        let areas = areas(&codes)
        checkTown(manifest, areas)
        let borders = borders(codes)
        if let manifest { checkTiling(borders, areas, from: manifest.validFrom) }
        let units = units(&codes)
        let classes = classes(&codes)
        let groups = groups(&codes)
        let grounds = grounds(&codes)
        let supervision = supervision()
        let whistles = whistles(codes)
        let rota = rota(codes)
        let routingSheet = source.sheet("routing.yaml")
        let legalRoutes = routingSheet.map { self.legalRoutes($0, &codes) } ?? []
        let limits = limits(&codes)
        let outside = outsideLimits(codes)
        let items = items(&codes)
        let routing = routingSheet.map { self.routing($0, codes) } ?? []
        routingSheet?.noteUnknown()
        let numbering = numbering()
        let texts = texts()
        let documents = documents(legalRoutes)
        let demo = demo(codes)
        let calendar = calendar(of: manifest)
        guard let manifest, let numbering, let documents else { return nil }
        return Pack(
            files: files,
            manifest: manifest,
            areas: areas,
            borders: borders,
            units: units,
            classes: classes,
            groups: groups,
            items: items,
            legalRoutes: legalRoutes,
            routing: routing,
            limits: limits,
            outside: outside,
            grounds: grounds,
            supervision: supervision,
            whistles: whistles,
            rota: rota,
            calendar: calendar,
            numbering: numbering,
            texts: texts,
            documents: documents,
            demo: demo
        )
    }

    /// What the parts read so far can be referred to by.
    struct Codes {
        var areas = CodeBook("area")
        var units = CodeBook("unit")
        var classes = CodeBook("class")
        var groups = CodeBook("group")
        var items = CodeBook("item")
        var routes = CodeBook("route")
        var limits = CodeBook("limit")
        var suspensions = CodeBook("suspension ground")
        let kinds = CodeBook("kind", Concern.Kind.allCases.map(\.rawValue))
        let channels = CodeBook("channel", Concern.Channel.allCases.map(\.rawValue))
        let urgencies = CodeBook("urgency", Concern.Urgency.allCases.map(\.rawValue))
        let parts = CodeBook("part", Assignment.Role.allCases.map(\.rawValue))
    }
}
