import Testing

@testable import Centre

struct OneTimeCodeTests {
    private let rfc = OneTimeCode(secret: Array("12345678901234567890".utf8))

    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func `codes are those of RFC 6238 appendix B`(_ seconds: Int64, _ code: String) {
        let step = OneTimeCode.step(at: Moment(milliseconds: seconds * 1000))
        #expect(rfc.code(at: step, digits: 8) == code)
        #expect(rfc.code(at: step) == String(code.suffix(6)))
    }

    @Test(
        arguments: zip(
            0...9,
            [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
                "399871", "520489",
            ]
        )
    )
    func `codes are those of RFC 4226 appendix D`(_ counter: Int64, _ code: String) {
        #expect(rfc.code(at: counter) == code)
    }

    @Test(arguments: [(-2, false), (-1, true), (0, true), (1, true), (2, false)])
    func `a code is taken one step early or late`(_ distance: Int64, _ taken: Bool) {
        let now = Moment(milliseconds: 1_700_000_000_000)
        let step = OneTimeCode.step(at: now)
        let code = rfc.code(at: step + distance)
        #expect((rfc.step(of: code, at: now, after: nil) == step + distance) == taken)
    }

    @Test func `a step is used once, and none before it any more`() {
        let now = Moment(milliseconds: 1_700_000_000_000)
        let step = OneTimeCode.step(at: now)
        #expect(rfc.step(of: rfc.code(at: step), at: now, after: step - 1) == step)
        #expect(rfc.step(of: rfc.code(at: step), at: now, after: step) == nil)
        #expect(rfc.step(of: rfc.code(at: step - 1), at: now, after: step) == nil)
    }

    @Test(arguments: ["", "12345", "1234567", "abcdef", "一二三四五六"])
    func `what is no code is not taken`(_ text: String) {
        #expect(rfc.step(of: text, at: Moment(milliseconds: 59000), after: nil) == nil)
    }

    @Test func `a code may be typed with a gap`() {
        let now = Moment(milliseconds: 59000)
        #expect(rfc.step(of: "287 082", at: now, after: nil) == 1)
    }

    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
        ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ])
    func `base 32 is that of RFC 4648 without padding`(_ plain: String, _ text: String) {
        #expect(base32(Array(plain.utf8)) == text)
    }

    @Test func `the app's address names the centre and the login`() {
        let offer = SecondFactorOffer(secret: "MZXW6", login: "chen")
        #expect(
            offer.address(issuer: "枫 桥")
                == "otpauth://totp/%E6%9E%AB%20%E6%A1%A5:chen?secret=MZXW6"
                + "&issuer=%E6%9E%AB%20%E6%A1%A5&digits=6&period=30"
        )
    }
}
