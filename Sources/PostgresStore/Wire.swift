import CPQ
import Storage

/// An open libpq connection; closed when nobody holds it any more.
@safe
final class Wire {
    private let connection: OpaquePointer
    private var isLost = false

    /// - Throws: ``ConnectionLoss``.
    init(url: String) throws {
        unsafe connection = try unsafe Self.connect(to: url)
        // Nothing is printed: what the server wants to tell goes into its own log.
        unsafe PQsetNoticeProcessor(connection, { _, _ in }, nil)
        if isUp { return }
        let reason = message
        switch unsafe PQping(url) {
        case PQPING_NO_RESPONSE, PQPING_REJECT:
            throw ConnectionLoss(reason: reason, mayPass: true)
        default:
            // The server answers: either it came up this moment, or it will not let us in.
            unsafe PQreset(connection)
            guard isUp else { throw ConnectionLoss(reason: message, mayPass: false) }
        }
    }

    deinit {
        unsafe PQfinish(connection)
    }

    var isUp: Bool { unsafe !isLost && PQstatus(connection) == CONNECTION_OK }

    var isInTransaction: Bool { unsafe PQtransactionStatus(connection) != PQTRANS_IDLE }

    var serverVersion: Int { Int(unsafe PQserverVersion(connection)) }

    func setting(_ name: String) -> String {
        guard let text = unsafe PQparameterStatus(connection, name) else { return "" }
        return unsafe String(cString: text)
    }

    /// The first line of what libpq says about the connection.
    var message: String {
        guard let text = unsafe PQerrorMessage(connection) else { return "" }
        let lines = unsafe String(cString: text).split(separator: "\n")
        return lines.first.map(String.init) ?? "connection lost"
    }

    /// One or several commands without values.
    func command(_ text: String) throws -> Reply {
        try unsafe reply(PQexec(connection, text))
    }

    func prepare(_ name: String, _ text: String, types: [Oid]) throws {
        _ = try unsafe reply(PQprepare(connection, name, text, Int32(types.count), types))
    }

    func run(_ name: String, _ parameters: Parameters) throws -> Reply {
        let result: OpaquePointer? = unsafe parameters.withPointers { values, lengths, formats in
            unsafe PQexecPrepared(
                connection,
                name,
                Int32(lengths.count),
                values,
                lengths,
                formats,
                1
            )
        }
        return try unsafe reply(result)
    }

    private func reply(_ result: OpaquePointer?) throws -> Reply {
        guard let result = unsafe result else { throw lost() }
        let reply = unsafe Reply(owning: result)
        guard unsafe PQstatus(connection) == CONNECTION_OK else { throw lost() }
        if let report = reply.report {
            throw report.isLoss ? lost() : StorageError(report)
        }
        return reply
    }

    private func lost() -> ConnectionLoss {
        isLost = true
        return ConnectionLoss(reason: message, mayPass: true)
    }

    /// What stands before the address may be said otherwise in it; what stands after it may not.
    private static func connect(to url: String) throws -> OpaquePointer {
        let settings: KeyValuePairs = [
            "connect_timeout": "5",
            "tcp_user_timeout": "15000",
            "application_name": "maplebridge",
            "dbname": url,
            "client_encoding": "UTF8",
        ]
        let opened = unsafe withCStrings(settings.map(\.key)) { keys in
            unsafe withCStrings(settings.map(\.value)) { values in
                unsafe PQconnectdbParams(keys, values, 1)
            }
        }
        guard let opened = unsafe opened else {
            throw ConnectionLoss(reason: "out of memory", mayPass: false)
        }
        return unsafe opened
    }
}

private func withCStrings<Answer>(
    _ texts: [String],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>) throws -> Answer
) rethrows -> Answer {
    // One arena with all texts, each ended by a zero.
    var arena: [CChar] = []
    var starts: [Int] = []
    for text in texts {
        starts.append(arena.count)
        arena.append(contentsOf: text.utf8CString)
    }
    return try unsafe arena.withUnsafeBufferPointer { bytes in
        let pointers = unsafe starts.map { unsafe bytes.baseAddress?.advanced(by: $0) } + [nil]
        return try unsafe pointers.withUnsafeBufferPointer { pointers in
            guard let first = pointers.baseAddress else { preconditionFailure("no texts") }
            return try unsafe body(first)
        }
    }
}
