import Testing

@testable import Centre

@Suite struct `Masking` {
    @Test(arguments: [
        ("吴小明", "吴**"), ("吴", "吴**"), ("欧阳小明", "欧**"), ("John Smith", "J**"), (" 李", "李**"),
        ("", ""),
    ])
    func `a name keeps its first character`(name: String, masked: String) {
        #expect(ContactDetails(name: name).masked.name == masked)
    }

    @Test(arguments: [
        ("13800001234", "138****1234"), ("138 0000 1234", "138****1234"),
        ("１３８００００１２３４", "138****1234"), ("0760-88881234", "****1234"), ("110", "****"),
        ("88881234", "****1234"), ("+85298761234", "****1234"), ("wechat: wu1380000", "****"),
        ("", ""),
    ])
    func `a phone keeps what a caller would recognise`(phone: String, masked: String) {
        #expect(ContactDetails(phones: [phone]).masked.phones == [masked])
    }

    @Test(arguments: [
        ("44200019900307123X", "4420**********123X"), ("44200019900307123x", "4420**********123X"),
        ("442000900307123", "4420*******7123"), ("H12345678", "****5678"), ("1234567", "****"),
    ])
    func `an identity number hides the birth date`(number: String, masked: String) {
        #expect(ContactDetails(idNumber: number).masked.idNumber == masked)
    }

    @Test(arguments: [
        ("枫桥市东街道新平村三队12号", "枫桥市东街道新平村…"), ("东街道沿江社区人民路1号302房", "东街道沿江社区…"),
        ("东镇人民路1号", "东镇…"), ("枫桥市人民路1号", "枫桥市…"), ("新平村", "新平村"),
        ("12 Long Road", "…"), ("", ""),
    ])
    func `an address ends at the village`(address: String, masked: String) {
        #expect(ContactDetails(address: address).masked.address == masked)
    }

    @Test func `an organisation is shown and a person is not`() {
        let details = ContactDetails(parties: [
            Party(
                role: "respondent",
                kind: .organisation,
                name: "甲建筑公司",
                creditCode: "114400000069401674",
                contact: "13900005678"
            ),
            Party(role: "third", kind: .person, name: "陈大文", creditCode: "44200019900307123X"),
        ])
        #expect(
            details.masked.parties == [
                Party(
                    role: "respondent",
                    kind: .organisation,
                    name: "甲建筑公司",
                    creditCode: "114400000069401674",
                    contact: "139****5678"
                ),
                Party(role: "third", kind: .person, name: "陈**", creditCode: "4420**********123X"),
            ]
        )
    }

    @Test func `what is needed to serve someone stays, what nobody foresaw is hidden`() {
        let details = ContactDetails(
            role: "agent",
            language: "hakka",
            needs: ["largePrint"],
            further: ["wechat": "wu1380000"]
        )
        let expected = ContactDetails(
            role: "agent",
            language: "hakka",
            needs: ["largePrint"],
            further: ["wechat": "****"]
        )
        #expect(details.masked == expected)
    }

    @Test func `details are not printed`() {
        let details = ContactDetails(
            name: "吴小明",
            parties: [Party(role: "third", kind: .person, name: "陈大文")]
        )
        var dumped = ""
        dump(ContactReading.present(details), to: &dumped)
        dump(details.parties, to: &dumped)
        let shown = "\(details) \(String(reflecting: details)) \(details.parties) \(dumped)"
        #expect(!shown.contains("吴") && !shown.contains("陈"))
    }
}
