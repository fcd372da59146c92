import Testing

@testable import Centre

@Suite struct `tables of a pack` {
    @Test func `a row knows its line, even after a cell of several lines`() {
        let table = CSVTable("a,b\n1,\"x\ny\"\n2,z\n\n3,w")
        #expect(table.columns == ["a", "b"])
        #expect(table.rows.map(\.line) == [2, 4, 6])
        #expect(table.rows.map(\.cells) == [["1", "x\ny"], ["2", "z"], ["3", "w"]])
    }

    @Test(arguments: [
        ("a,b\r\n1,2\r\n", [["1", "2"]]),
        ("\u{FEFF}a,b\n1,2", [["1", "2"]]),
        ("a,b\n\"say \"\"no\"\"\",\"1,5\"\n", [["say \"no\"", "1,5"]]),
        ("a,b\n,\n1,\n", [["", ""], ["1", ""]]),
        ("a,b\n\"\",2", [["", "2"]]),
        ("a,b\n", []),
        ("", []),
        ("a,b\n张,王", [["张", "王"]]),
    ])
    func `the CSV of RFC 4180 is read`(text: String, rows: [[String]]) {
        #expect(CSVTable(text).rows.map(\.cells) == rows)
    }

    @Test func `a quote that is never closed is told with its line`() {
        #expect(CSVTable("a,b\n1,2\n3,\"x\n4,5").openQuote == 3)
        #expect(CSVTable("a,b\n1,\"2\"").openQuote == nil)
    }
}

@Suite struct `fields that are not kept` {
    @Test(arguments: [
        "religion", "Religion", "riskLevel", "risk_level", "RISK-LEVEL", "personScore", "faceId",
        "gpsTrack", "checkIn", "politicalStatus", "party_member", "民族", "政治面貌", "重点人类别",
        "petitionerList", "onlineTime",
    ])
    func `a forbidden name is seen through its spelling`(name: String) {
        #expect(ForbiddenField.ground(against: name) != nil)
    }

    @Test(arguments: [
        "national", "surface", "interface", "name", "parent", "phone", "area", "tracking number",
        "resident", "scope", "party", "counts", "prank", "级别", "confidential", "sensitive",
    ])
    func `an ordinary name is left alone`(name: String) {
        #expect(ForbiddenField.ground(against: name) == nil)
    }
}

@Suite struct `numbers of concerns` {
    private var numbering: Numbering {
        get throws {
            try #require(
                Numbering(
                    prefix: "MZ",
                    pattern: "{prefix}{yyyy}{serial:6}{check}",
                    series: "{prefix}{yyyy}"
                )
            )
        }
    }

    @Test(arguments: [(1, "MZ20260000014"), (123, "MZ20260001236")])
    func `a number carries its year, serial and check character`(
        serial: Int,
        number: String
    ) throws {
        #expect(try numbering.number(serial: serial, year: 2026) == number)
        #expect(try numbering.series(year: 2026) == "MZ2026")
    }

    @Test func `a long year does not repeat numbers`() throws {
        let numbering = try numbering
        let numbers = [999_999, 1_000_000, 1_000_001].map {
            numbering.number(serial: $0, year: 2026)
        }
        #expect(Set(numbers).count == 3)
        #expect(numbers.allSatisfy { numbering.verified($0) == $0 })
    }

    @Test(arguments: ["MZ20260000014", "mz20260000014", " MZ2026 000001 4", "ＭＺ20260000014"])
    func `a number is recognised as people write it`(text: String) throws {
        #expect(try numbering.verified(text) == "MZ20260000014")
    }

    @Test func `a wrong digit and two swapped ones are noticed`() throws {
        let numbering = try numbering
        let right = Array(numbering.number(serial: 123_456, year: 2026))
        for place in 2..<right.count - 1 {
            for digit in "0123456789" where digit != right[place] {
                var wrong = right
                wrong[place] = digit
                #expect(numbering.verified(String(wrong)) == nil)
            }
            var swapped = right
            swapped.swapAt(place, place - 1)
            if place > 2, swapped != right { #expect(numbering.verified(String(swapped)) == nil) }
        }
    }

    @Test(arguments: [
        "{prefix}{yyyy}{check}", "{prefix}{serial:6}{check}", "{yyyy}{serial:6}",
        "{yyyy}{check}{serial:6}", "{yyyy}{serial:6}{weather}{check}", "{yyyy}{serial:0}{check}",
        "{yyyy}{serial:6{check}", "{yyyy}{serial}{serial}{check}",
    ])
    func `a pattern without year, serial or check at its end is none`(pattern: String) {
        #expect(Numbering(prefix: "A", pattern: pattern, series: "{yyyy}") == nil)
    }
}
