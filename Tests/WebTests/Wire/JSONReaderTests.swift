import Testing
import Web

@Suite struct JSONReaderTests {
    @Test(arguments: [
        (#"{"a":[1,-0.5e+3,true,false,null,"x"]}"#, #"{"a":[1,-0.5e+3,true,false,null,"x"]}"#),
        (" [ ] ", "[]"),
        (#""\u0041\n\/\ud83c\udf41""#, #""A\n/🍁""#),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        (#"{"z":1,"a":2}"#, #"{"z":1,"a":2}"#),
        (#""中文 é""#, #""中文 é""#),
        ("0", "0"),
    ])
    func `reads what RFC 8259 allows and keeps digits and order`(
        text: String,
        again: String
    )
        throws
    {
        #expect(
            String(decoding: try JSONReader.read(Array(text.utf8)).bytes, as: UTF8.self) == again
        )
    }

    @Test(arguments: [
        ("", JSONRefusal.Kind.missing, 0), ("  ", .missing, 0), ("{", .endsEarly, 1),
        ("[1,", .endsEarly, 3), ("[1 2]", .unexpected, 3), ("[1,]", .unexpected, 3),
        ("{\"a\":1,}", .unexpected, 7), ("{a:1}", .unexpected, 1), ("{1:1}", .unexpected, 1),
        ("nul", .endsEarly, 3), ("nulL", .unexpected, 3), ("NaN", .unexpected, 0),
        ("Infinity", .unexpected, 0), ("-", .number, 1), ("01", .number, 1), ("1.", .number, 2),
        (".5", .unexpected, 0), ("+1", .unexpected, 0), ("1e", .number, 2),
        ("1 2", .textAfterEnd, 2),
        ("{} x", .textAfterEnd, 3), ("\"a\nb\"", .control, 2), ("\"a", .endsEarly, 2),
        (#""\x41""#, .escape, 2), (#""\u00g0""#, .escape, 5), (#""\u12"#, .endsEarly, 5),
        (#""\ud800""#, .loneSurrogate, 3), (#""\udc00\ud800""#, .loneSurrogate, 3),
        (#""\ud800\u0041""#, .loneSurrogate, 3), (#"{"a":1,"b":2,"a":3}"#, .nameTwice, 13),
        (#"{"a":1,"\u0061":3}"#, .nameTwice, 7), ("'a'", .unexpected, 0),
        ("[1]//", .textAfterEnd, 3),
        ("\u{feff}{}", .unexpected, 0),
    ])
    func `refuses the rest and says at which byte`(
        text: String,
        kind: JSONRefusal.Kind,
        position: Int
    ) {
        #expect(throws: JSONRefusal(kind, at: position)) {
            try JSONReader.read(Array(text.utf8))
        }
    }

    @Test(
        arguments: [
            [0x22, 0xff, 0x22], [0x22, 0xc0, 0x80, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22],
            [0x22, 0xe4, 0xb8, 0x22], [0x22, 0xf5, 0x80, 0x80, 0x80, 0x22],
        ] as [[UInt8]]
    )
    func `refuses what is not UTF-8`(bytes: [UInt8]) {
        #expect(throws: JSONRefusal(.notUTF8, at: 0)) { try JSONReader.read(bytes) }
    }

    @Test func `goes 32 deep and no further`() throws {
        let deepest = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
        #expect(throws: Never.self) { try JSONReader.read(Array(deepest.utf8)) }
        #expect(throws: JSONRefusal(.tooDeep, at: 32)) {
            try JSONReader.read(Array("[\(deepest)]".utf8))
        }
        let thousands = Array(String(repeating: "[{\"a\":", count: 100_000).utf8)
        #expect(throws: JSONRefusal.self) { try JSONReader.read(thousands) }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a megabyte of anything is read in linear time`() throws {
        let million = 1_000_000
        let digits = [UInt8](repeating: UInt8(ascii: "7"), count: million)
        let flat = Array(("[" + String(repeating: "[],", count: 300_000) + "0]").utf8)
        let escapes = Array(("\"" + String(repeating: "\\u0041", count: 170_000) + "\"").utf8)
        let names = Array(
            ("{" + (0..<100_000).map { "\"n\($0)\":1" }.joined(separator: ",") + "}").utf8
        )
        for bytes in [digits, flat, escapes, names] {
            let start = ContinuousClock.now
            _ = try JSONReader.read(bytes)
            #expect(ContinuousClock.now - start < .seconds(5))
        }
    }

    @Test func `bytes thrown at random never break it, and what it takes it writes again`() throws {
        var dice = Dice(seed: 20_261_123)
        let pieces = [
            "{", "}", "[", "]", ":", ",", "\"", "\\", "u", "d800", "0", "1", "e", ".", "-", "true",
            "null", " ", "a", "\u{1}", "中", "\"a\"",
        ]
        var taken = 0
        for round in 0..<20_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...12, using: &dice) {
                if round.isMultiple(of: 2) {
                    bytes.append(
                        contentsOf: Array(pieces.randomElement(using: &dice)?.utf8 ?? "".utf8)
                    )
                } else {
                    bytes.append(UInt8.random(in: .min ... .max, using: &dice))
                }
            }
            do {
                let json = try JSONReader.read(bytes)
                #expect(try JSONReader.read(json.bytes) == json)
                taken += 1
            } catch {
                #expect((0...bytes.count).contains(error.position))
            }
        }
        #expect(taken > 100)
    }
}

/// Random numbers that are the same each time (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
