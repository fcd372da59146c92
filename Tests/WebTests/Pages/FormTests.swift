import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `Forms as browsers send them` {
    @Test func `names with dots are objects, names with brackets lists, empty boxes absent`() throws
    {
        let pairs = try FormReading.pairs(
            Array("requester.name=%E5%90%B4+x&goals%5B%5D=a&goals%5B%5D=b&empty=&a=1".utf8)
        )
        let json = try FormTree(pairs).json
        #expect(json["requester"]?["name"] == .string("吴 x"))
        #expect(json["goals"] == .array([.string("a"), .string("b")]))
        #expect(json["empty"] == nil)
        #expect(json["a"] == .string("1"))
    }

    @Test(arguments: ["a=1&a=2", "a=1&a.b=2", "a.b=1&a=2", "a[]=1&a=2", ".a=1", "a.b.c.d.e=1"])
    func `names that contradict each other are refused`(text: String) throws {
        let pairs = try FormReading.pairs(Array(text.utf8))
        #expect(throws: Fault.self) { try FormTree(pairs) }
    }

    @Test func `a form with files is read in its parts`() throws {
        let body = """
            --x\r\nContent-Disposition: form-data; name="title"\r\n\r\n一\r\n二\r\n\
            --x\r\nContent-Disposition: form-data; name="photos"; filename="a%22b.jpg"\r\n\
            Content-Type: image/jpeg\r\n\r\n\u{1}--x-\r\n\r\n\
            --x\r\nContent-Disposition: form-data; name="photos"; filename=""\r\n\
            Content-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n
            """
        let form = try Multipart(Array(body.utf8), type: "multipart/form-data; boundary=x")
        #expect(form.pairs == [FormPair("title", "一\n二")])
        let file = try #require(form.files.first)
        #expect(form.files.count == 1)
        #expect(file.name == "a\"b.jpg" && file.type == "image/jpeg")
        #expect(file.bytes == Array("\u{1}--x-\r\n".utf8))
    }

    @Test(arguments: [
        "", "--x", "--x\r\n", "--x\r\nno head\r\n--x--",
        "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--",
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na",
    ])
    func `a form that is cut off is refused`(body: String) {
        #expect(throws: WebRefusal.malformed) {
            try Multipart(Array(body.utf8), type: "multipart/form-data; boundary=x")
        }
    }

    @Test func `the same form is the same operation, another ticket or not`() throws {
        func operation(_ text: String) throws -> Operation {
            try Form(
                try FormReading.pairs(Array(text.utf8)),
                files: [],
                method: "POST",
                address: "/a"
            ).operation(by: .anybody)
        }
        let first = try operation("operation=k&ticket=1&title=x")
        #expect(try operation("operation=k&ticket=2&title=x") == first)
        #expect(try operation("operation=k&ticket=1&title=y") != first)
        #expect(throws: WebRefusal.malformed) { try operation("ticket=1&title=x") }
    }

    @Test func `secrets are not carried over a sign-in`() throws {
        let text = "ticket=t&operation=k&title=x&password=p&totp=1&new-password=q"
        let form = try Form(
            try FormReading.pairs(Array(text.utf8)),
            files: [],
            method: "POST",
            address: "/desk/a"
        )
        #expect(form.carried == [FormPair("operation", "k"), FormPair("title", "x")])
        let carried = try CarriedForm(text: try CarriedForm(form).text())
        #expect(carried.address == "/desk/a" && carried.pairs == form.carried)
    }

    @Test func `a ticket holds for its own visit and looks different each time`() async throws {
        try await withCentre(.sqlite) { sample in
            let seal = FormSeal(keys: sample.house.keys, world: sample.house.world)
            let (one, two) = (seal.ticket(of: "a"), seal.ticket(of: "a"))
            #expect(one != two)
            #expect(seal.holds(one, of: "a") && seal.holds(two, of: "a"))
            #expect(!seal.holds(one, of: "b"))
            for bad in ["", "AAAA", "?", String(one.dropLast(4))] {
                #expect(!seal.holds(bad, of: "a"), "\(bad)")
            }
        }
    }
}
