/// The parts of a `multipart/form-data` body (RFC 7578): fields, and files with a name.
struct Multipart {
    private(set) var pairs: [FormPair] = []
    private(set) var files: [FormFile] = []

    init(_ bytes: [UInt8], type: String) throws(WebRefusal) {
        guard let boundary = Multipart.parameter("boundary", of: type),
            boundary.isPrintable(1...70, orSpace: true)
        else { throw .malformed }
        let line = Array("--\(boundary)".utf8)
        var place = 0
        guard bytes.starts(with: line) else { throw .malformed }
        place += line.count
        while !Multipart.stands([0x2d, 0x2d], in: bytes, at: place) {
            guard Multipart.stands([13, 10], in: bytes, at: place) else { throw .malformed }
            let start = place + 2
            guard let end = Multipart.find([13, 10] + line, in: bytes, from: start) else {
                throw .malformed
            }
            try take(bytes[start..<end])
            place = end + 2 + line.count
        }
    }

    private mutating func take(_ part: ArraySlice<UInt8>) throws(WebRefusal) {
        let bytes = Array(part)
        guard let end = Multipart.find([13, 10, 13, 10], in: bytes, from: 0), end <= 4096,
            let head = String(validating: bytes[..<end], as: UTF8.self)
        else { throw .malformed }
        let content = Array(bytes[(end + 4)...])
        let disposition = Multipart.header("content-disposition", in: head) ?? ""
        guard let name = Multipart.parameter("name", of: disposition), name.utf8.count <= 200 else {
            throw .malformed
        }
        if let file = Multipart.parameter("filename", of: disposition) {
            // A file box that was left empty comes as a file without name and content.
            guard !file.isEmpty || !content.isEmpty else { return }
            let type = Multipart.header("content-type", in: head) ?? "application/octet-stream"
            files.append(FormFile(field: name, name: file, type: type, bytes: content))
        } else {
            guard let text = String(validating: content, as: UTF8.self) else { throw .malformed }
            pairs.append(FormPair(name, FormReading.plain(text)))
        }
    }

    private static func header(_ name: String, in head: String) -> String? {
        head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("\(name):") }
            .map { $0.dropFirst(name.count + 1).trimmed }
    }

    /// A parameter of a header's value; browsers write a quote inside it as `%22`.
    private static func parameter(_ name: String, of value: String) -> String? {
        for part in value.split(separator: ";").dropFirst().map(\.trimmed)
        where part.lowercased().hasPrefix("\(name)=") {
            let raw = part.dropFirst(name.count + 1)
            let isQuoted = raw.count >= 2 && raw.hasPrefix("\"") && raw.hasSuffix("\"")
            return (isQuoted ? String(raw.dropFirst().dropLast()) : String(raw))
                .replacing("%22", with: "\"")
        }
        return nil
    }

    private static func stands(_ what: [UInt8], in bytes: [UInt8], at place: Int) -> Bool {
        place + what.count <= bytes.count && bytes[place..<place + what.count].elementsEqual(what)
    }

    private static func find(_ what: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = what.first else { return nil }
        var place = start
        while place + what.count <= bytes.count {
            guard let next = bytes[place...].firstIndex(of: first) else { return nil }
            if stands(what, in: bytes, at: next) { return next }
            place = next + 1
        }
        return nil
    }
}

extension StringProtocol {
    /// Without spaces at either end.
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first == " " || text.first == "\t" { text = text.dropFirst() }
        while text.last == " " || text.last == "\t" { text = text.dropLast() }
        return String(text)
    }
}
