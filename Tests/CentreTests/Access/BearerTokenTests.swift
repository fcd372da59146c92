import Testing

@testable import Centre

struct BearerTokenTests {
    @Test func `a token is read back and hashed the same`() throws {
        let token = BearerToken(random: World.real.random(32))
        let read = try #require(BearerToken(text: token.text))
        #expect(token.text.hasPrefix("mb_") && token.text.utf8.count == 46)
        #expect(read.hash == token.hash && token.hash.count == 32)
        #expect(BearerToken(random: World.real.random(32)).hash != token.hash)
    }

    @Test(arguments: [
        "", "mb_", "mb_AAAA", "mb_" + String(repeating: "A", count: 44),
        "mb_" + String(repeating: "A", count: 42) + "=", "xx_" + String(repeating: "A", count: 43),
        "mb_" + String(repeating: "A", count: 42) + "B", "mb_" + String(repeating: "+", count: 43),
    ])
    func `what cannot be a token is not looked up`(_ text: String) {
        #expect(BearerToken(text: text) == nil)
    }

    @Test(arguments: [
        ([1, 2, 3], [1, 2, 3], true), ([1, 2, 3], [1, 2, 4], false), ([1], [], false),
    ])
    func `comparing in constant time compares`(_ left: [UInt8], _ right: [UInt8], _ equal: Bool) {
        #expect(equalInConstantTime(left, right) == equal)
    }

    @Test func `secrets do not print`() throws {
        let token = BearerToken(random: World.real.random(32))
        let password = try NewPassword("a quiet lane by the river", login: "chen")
        let secrets: [Any] = [
            token, password, OneTimeCode(secret: [104, 101]),
            SecondFactorOffer(secret: "MZXW6YTBOI", login: "chen"),
            try PasswordHash(of: "lane", cost: PasswordCost(rounds: 16), salt: [104, 101]),
        ]
        for secret in secrets {
            var printed = "\(secret) \(String(reflecting: secret)) "
            dump(secret, to: &printed)
            for part in [token.text, "quiet", "104", "MZXW6YTBOI"] {
                #expect(!printed.contains(part))
            }
        }
    }
}
