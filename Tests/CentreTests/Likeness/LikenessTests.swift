import Testing

@testable import Centre

@Suite struct `What makes two matters alike` {
    struct Case: CustomStringConvertible, Sendable {
        let description: String
        var requester = false
        var metres: Int?
        var grid = false
        var disputeClass = false
        var words = 0
        let isWorthALook: Bool

        var likeness: Likeness {
            Likeness(
                requester: requester,
                metres: metres,
                grid: grid,
                disputeClass: disputeClass,
                words: words,
                ofWords: 6
            )
        }
    }

    @Test(arguments: [
        Case(description: "nothing in common", isWorthALook: false),
        Case(description: "the same person", requester: true, isWorthALook: true),
        Case(description: "the same grid alone", grid: true, isWorthALook: false),
        Case(description: "the same class alone", disputeClass: true, isWorthALook: false),
        Case(
            description: "the same class in the same grid",
            grid: true,
            disputeClass: true,
            isWorthALook: false
        ),
        Case(
            description: "the same class and some words in the same grid",
            grid: true,
            disputeClass: true,
            words: 2,
            isWorthALook: true
        ),
        Case(
            description: "the same class round the corner",
            metres: 120,
            disputeClass: true,
            isWorthALook: true
        ),
        Case(description: "round the corner alone", metres: 120, isWorthALook: false),
        Case(description: "half of the words", words: 3, isWorthALook: true),
        Case(description: "fewer than half of the words", words: 2, isWorthALook: false),
    ])
    func `a proposal needs the same person, nearly the same words, or the same thing at one place`(
        one: Case
    ) {
        #expect(one.likeness.isWorthALook == one.isWorthALook)
    }

    @Test func `two characters in common are half of a short title and still no reason`() {
        let likeness = Likeness(
            requester: false,
            metres: nil,
            grid: false,
            disputeClass: false,
            words: 2,
            ofWords: 2
        )
        #expect(!likeness.isWorthALook)
    }

    @Test(arguments: [
        (113.4900, 22.6300, 0), (113.4900, 22.6309, 100), (113.4910, 22.6300, 103),
        (113.4900, 22.6400, nil),
    ])
    func `neighbours are within 250 metres`(lng: Double, lat: Double, metres: Int?) {
        let here = Traits(points: [Point(lng: 113.49, lat: 22.63, crs: .cgcs2000)])
        let there = Traits(points: [Point(lng: lng, lat: lat, crs: .cgcs2000)])
        #expect(Likeness(of: here, and: there, ofWords: 0).metres == metres)
    }
}
