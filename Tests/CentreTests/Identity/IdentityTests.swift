import Testing

@testable import Centre

@Suite struct `identity numbers` {
    private let today = Day(number: 20_780)

    @Test(arguments: [
        ("11010519491231002X", "1949-12-31"), ("440524188001010014", "1880-01-01"),
        ("44200019900307123X", "1990-03-07"), ("442000196501010022", "1965-01-01"),
        ("44200019900307123x", "1990-03-07"), (" 442000 19900307 123x", "1990-03-07"),
        ("４４２０００１９６５０１０１００２２", "1965-01-01"),
    ])
    func `a number with its check character and a real birth date is taken`(
        text: String,
        birth: String
    ) throws {
        let number = try IdentityNumber(reading: text, field: "idNumber", on: today)
        #expect(number.birth.description == birth)
        #expect(number.text == text.plainNumber)
    }

    @Test(arguments: [
        ("442000200102290011", Fault.Kind.impossible), ("442000199003071231", .wrongCheckDigit),
        ("11010519491231003X", .wrongCheckDigit), ("110105194912310", .impossible),
        ("1101051949123100", .impossible), ("", .impossible), ("X1010519491231002X", .impossible),
        ("041010519491231002", .impossible), ("1101051949123100２Y", .impossible),
    ])
    func `a number that cannot be one is refused by its kind of fault`(
        text: String,
        kind: Fault.Kind
    ) {
        #expect(throws: Fault(kind, "idNumber")) {
            try IdentityNumber(reading: text, field: "idNumber", on: today)
        }
    }

    @Test func `nobody is born in the future`() throws {
        let day = try #require(Day("1990-03-06"))
        #expect(throws: Fault(.impossible, "idNumber")) {
            try IdentityNumber(reading: "44200019900307123X", field: "idNumber", on: day)
        }
        let number = try IdentityNumber(
            reading: "44200019900307123X",
            field: "idNumber",
            on: day.adding(1)
        )
        #expect(number.birth == day.adding(1))
    }

    @Test func `every single wrong digit is found`() throws {
        let right = Array("11010519491231002X")
        for place in 0..<17 {
            for digit in "0123456789" where digit != right[place] {
                var wrong = right
                wrong[place] = digit
                #expect(throws: Fault.self) {
                    try IdentityNumber(reading: String(wrong), field: "idNumber", on: today)
                }
            }
        }
    }
}

@Suite struct `credit codes` {
    @Test(arguments: [
        "114400000069401674", "11441400007208381Y", "11441300007188069T", "114420000073327379",
        "11441900007331929L", "11441900007331929l", "1144 1900 0073 3192 9L",
    ])
    func `a code with its check character is taken`(text: String) throws {
        #expect(try CreditCode(reading: text, field: "creditCode").text == text.plainNumber)
    }

    @Test(arguments: [
        ("114400000069401675", Fault.Kind.wrongCheckDigit),
        ("114400000069401764", .wrongCheckDigit), ("11441900007331929I", .impossible),
        ("1144190000733192", .impossible), ("", .impossible), ("中441900007331929L", .impossible),
    ])
    func `a code that cannot be one is refused by its kind of fault`(
        text: String,
        kind: Fault.Kind
    ) {
        #expect(throws: Fault(kind, "creditCode")) {
            try CreditCode(reading: text, field: "creditCode")
        }
    }
}

@Suite struct `phone numbers` {
    @Test(arguments: [
        ("13800138000", "13800138000", PhoneNumber.Kind.mobile),
        ("+86 138-0013-8000", "13800138000", .mobile), ("008613800138000", "13800138000", .mobile),
        ("8613800138000", "13800138000", .mobile), ("１３８００１３８０００", "13800138000", .mobile),
        ("0760-88123456", "076088123456", .landline),
        ("(0760) 8812 3456", "076088123456", .landline),
        ("+86 760 88123456", "076088123456", .landline), ("010-61234567", "01061234567", .landline),
        ("0760-88123456转801", "076088123456x801", .landline), ("88123456", "88123456", .local),
        ("12345", "12345", .short), ("110", "110", .short), ("95598", "95598", .short),
        ("400-123-4567", "4001234567", .business), ("+852 2345 6789", "+85223456789", .abroad),
        ("00853 28123456", "+85328123456", .abroad),
    ])
    func `the ways to write a number come to one spelling`(
        written: String,
        text: String,
        kind: PhoneNumber.Kind
    ) throws {
        let number = try PhoneNumber(reading: written, field: "phones")
        #expect(number.text == text)
        #expect(number.kind == kind)
    }

    @Test func `a local number is completed with the area code of the town`() throws {
        let number = try PhoneNumber(reading: "88123456", field: "phones", areaCode: "0760")
        #expect(number.text == "076088123456")
        #expect(number.kind == .landline)
    }

    @Test(arguments: [
        "", "12800138000", "1380013800", "138001380000", "0760-18123456", "+86 12345678901",
        "abc", "13800138000转1", "0760-88123456转", "++8613800138000", "+0123456789", "25",
        "123456789012345678901",
    ])
    func `what nobody can call is refused`(written: String) {
        #expect(throws: Fault(.impossible, "phones")) {
            try PhoneNumber(reading: written, field: "phones")
        }
    }
}
