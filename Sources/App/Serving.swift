import Centre
import Gateways
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals
import Web

/// The house at work: the site, what runs beside it, and an orderly end.
struct Serving {
    private let house: House
    private let configuration: Configuration
    private let policy: AccessPolicy
    /// What the demo says once the house is open.
    private let notice: String
    private let figures = Figures()

    init(
        _ house: House,
        _ configuration: Configuration,
        _ policy: AccessPolicy,
        notice: String
    ) {
        self.house = house
        self.configuration = configuration
        self.policy = policy
        self.notice = notice
    }

    /// Longer than any call takes, shorter than a service manager waits before it kills.
    private static let shutdown = Duration.seconds(25)

    /// Runs until a signal; calls under way are answered first.
    func run() async throws {
        let offset = house.town.town.offset
        ServingLog.begin(level: configuration.logLevel) {
            World.real.now().text(in: offset)
        }
        let logger = Logger(label: "maplebridge")
        let access = AccessDesk(house: house, policy: policy)
        let application = try application(access, logger)
        var plan = ServiceGroupConfiguration(
            services: HouseServices(house: house, access: access, logger: logger).all
                + [try sending(logger), application],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        plan.maximumGracefulShutdownDuration = Self.shutdown
        try await ServiceGroup(configuration: plan).run()
        logger.info("the house is closed")
    }

    private func sending(_ logger: Logger) throws -> some Service {
        let settings = configuration.gateways
        let words = MessageWords(
            town: house.town,
            sentences: try Sentences.load(),
            publicAddress: settings.publicAddress ?? ""
        )
        return MessageSending(
            house: house,
            settings: settings,
            words: words,
            figures: figures,
            logger: logger
        )
    }

    private func application(
        _ access: AccessDesk,
        _ logger: Logger
    ) throws -> some Service {
        let (bind, notice) = (configuration.bind, notice)
        return Application(
            router: try site(access).router(),
            // A connection that says nothing is not kept for ever.
            server: .http1(configuration: .init(idleTimeout: .seconds(90))),
            configuration: ApplicationConfiguration(
                address: .hostname(bind, port: configuration.port)
            ),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                let host = bind.contains(":") ? "[\(bind)]" : bind
                print("Maplebridge is at http://\(host):\(port)/")
                if !notice.isEmpty { print(notice) }
                flushStandardOutput()
            },
            logger: logger
        )
    }

    private func site(_ access: AccessDesk) throws -> Site {
        var settings = Frame.Settings()
        settings.behindTLS = configuration.isBehindTLS
        settings.mostCalls = configuration.limits.inFlight
        settings.bodyBytes = configuration.limits.bodyBytes
        let readiness = try HouseReadiness(house: house, figures: figures)
        let sentences = try Sentences.load()
        let frame = Frame(
            settings: settings,
            figures: figures,
            sentences: sentences,
            press: try Press.load(sentences),
            document: try APIDocument.load(),
            viewer: { try await access.viewer(ofToken: $0) },
            readiness: { await readiness.look() }
        )
        let desks = Desks(
            house: house,
            access: access,
            gate: gate,
            packFolder: configuration.packFolder
        )
        return Site(frame: frame, desks: desks)
    }

    private var gate: PublicGate {
        let limits = configuration.limits
        return PublicGate(
            calls: Self.limiter(perMinute: limits.publicPerMinute),
            signIns: Self.limiter(perMinute: limits.signInsPerMinute),
            isBehindTLS: configuration.isBehindTLS
        )
    }

    /// A quarter of a minute's calls may come at once: a page is made of several.
    private static func limiter(perMinute: Int) -> RateLimiter {
        RateLimiter(
            perMinute: perMinute,
            burst: max(3, perMinute / 4),
            now: World.real.now
        )
    }
}
