import ArgumentParser
import Centre
import Storage

struct OfficerPost: PlainCommand {
    static let configuration = CommandConfiguration(
        commandName: "post",
        abstract: "Gives an officer a post, ends one, or lists them.",
        discussion: "Without --unit and --end it lists the posts the officer ever held."
    )

    @Argument(help: "The login.")
    var login: String

    @OptionGroup var place: OfficerPlace

    @Option(help: "The id of the post to end, as the list shows it.")
    var end: String?

    @OptionGroup var options: ConfigurationOptions

    func validate() throws {
        try place.check(isNeeded: false)
        guard end == nil || place.unit == nil else {
            throw ValidationError("Give a post or end one, not both at once.")
        }
        if let end, ID<Post>(end) == nil { throw ValidationError("\(end) is not an id.") }
    }

    func work() async throws {
        let configuration = try options.configuration()
        let policy = try configuration.accessPolicy()
        try await Opening(configuration).house { house in
            let access = AccessDesk(house: house, policy: policy)
            let officer = try await access.known(login)
            let posts = try await access.posts(of: officer.id, by: .house)
            if let id = end.flatMap({ ID<Post>($0) }) {
                guard posts.contains(where: { $0.id == id }) else {
                    throw CommandRefusal.postUnknown
                }
                try await access.endPost(id, by: .house)
                print("The post has ended.")
            } else if let post = try place.post(in: house) {
                try await house.database.write { tx in
                    try access.give(post(officer.id), by: .house, in: tx)
                }
                print("Officer \(officer.login) has the post.")
            } else {
                for post in posts { print(Self.line(of: post, in: house.town.town)) }
            }
        }
    }

    private static func line(of post: Post, in town: Town) -> String {
        let unit = town.unit(post.unit)?.code ?? "\(post.unit)"
        let area = post.area.map { " in \(town.area($0)?.code ?? "\($0)")" } ?? ""
        let end = post.validTo.map { " until \($0.text(in: town.offset))" } ?? ""
        let start = post.validFrom.text(in: town.offset)
        return "\(post.id)  \(post.role.rawValue) at \(unit)\(area) from \(start)\(end)"
    }
}
