/// A JPEG without the segments in which cameras write where, when and with what it was taken
/// (ITU-T T.81 Annex B; Exif in APP1).
enum JPEGTraces {
    private static let startOfScan: UInt8 = 0xda
    private static let endOfImage: UInt8 = 0xd9

    /// - Returns: nil for what is not a whole picture.
    static func removed(from bytes: [UInt8]) -> [UInt8]? {
        var kept: [UInt8] = [0xff, 0xd8]
        kept.reserveCapacity(bytes.count)
        var place = 2
        var isTurned = false
        while let marker = marker(in: bytes, at: &place) {
            // What follows the picture, such as the film of a "live" photograph, is left behind.
            if marker == endOfImage { return kept + [0xff, endOfImage] }
            guard let segment = segment(in: bytes, at: place) else { return nil }
            if !isTurned, let turn = orientation(marker, segment) {
                kept += orientationSegment(turn)
                isTurned = true
            }
            if isKept(marker, segment) {
                kept += [0xff, marker] + bytes[place..<place + segment.count + 2]
            }
            place += segment.count + 2
            if marker == startOfScan {
                let end = endOfScan(in: bytes, from: place)
                kept += bytes[place..<end]
                place = end
            }
        }
        return nil
    }

    /// The next marker's code; any number of fill bytes may stand before it.
    private static func marker(in bytes: [UInt8], at place: inout Int) -> UInt8? {
        guard place < bytes.count, bytes[place] == 0xff else { return nil }
        while place < bytes.count, bytes[place] == 0xff { place += 1 }
        guard place < bytes.count, bytes[place] != 0 else { return nil }
        place += 1
        return bytes[place - 1]
    }

    /// What a segment holds, after its length.
    private static func segment(in bytes: [UInt8], at place: Int) -> ArraySlice<UInt8>? {
        guard place + 2 <= bytes.count else { return nil }
        let length = Int(bytes[place]) << 8 | Int(bytes[place + 1])
        guard length >= 2, place + length <= bytes.count else { return nil }
        return bytes[place + 2..<place + length]
    }

    /// Tables, frames and scans; JFIF, the colour profile and Adobe's colour mark.
    private static func isKept(_ marker: UInt8, _ segment: ArraySlice<UInt8>) -> Bool {
        switch marker {
        case 0xe0: segment.starts(with: Array("JFIF\0".utf8))
        case 0xe2: segment.starts(with: Array("ICC_PROFILE\0".utf8))
        case 0xee: segment.starts(with: Array("Adobe".utf8))
        case 0xe1...0xef, 0xfe: false
        default: true
        }
    }

    /// Inside a scan 0xff is data when a zero or a restart mark follows.
    private static func endOfScan(in bytes: [UInt8], from start: Int) -> Int {
        var place = start
        while place + 1 < bytes.count {
            if bytes[place] == 0xff, bytes[place + 1] != 0,
                !(0xd0...0xd7).contains(bytes[place + 1])
            {
                return place
            }
            place += 1
        }
        return bytes.count
    }
}

// MARK: Which way is up

extension JPEGTraces {
    private static let exif = Array("Exif\0\0".utf8)

    /// How the picture is to be turned, which is all that is kept of Exif.
    private static func orientation(_ marker: UInt8, _ segment: ArraySlice<UInt8>) -> UInt8? {
        guard marker == 0xe1, segment.starts(with: exif) else { return nil }
        let tiff = Array(segment.dropFirst(exif.count))
        guard tiff.count >= 8 else { return nil }
        let isLittle = tiff[0] == 0x49
        func number(at place: Int, bytes count: Int) -> Int? {
            guard place >= 0, place + count <= tiff.count else { return nil }
            let part = tiff[place..<place + count]
            return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
        }
        guard let table = number(at: 4, bytes: 4), let lines = number(at: table, bytes: 2) else {
            return nil
        }
        for line in 0..<min(lines, 64) {
            let place = table + 2 + line * 12
            guard number(at: place, bytes: 2) == 0x0112 else { continue }
            guard let turn = number(at: place + 8, bytes: 2), (1...8).contains(turn) else {
                return nil
            }
            return UInt8(turn)
        }
        return nil
    }

    /// Exif with one line: the orientation.
    private static func orientationSegment(_ turn: UInt8) -> [UInt8] {
        let tiff: [UInt8] = [
            0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0,
            0, 0, 0, 0,
        ]
        let length = exif.count + tiff.count + 2
        return [0xff, 0xe1, UInt8(length >> 8), UInt8(length & 0xff)] + exif + tiff
    }
}
