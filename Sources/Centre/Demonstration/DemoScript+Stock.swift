extension DemoScript {
    /// The stocks of sentences and names that every script has.
    static let needed = [
        "surnames", "givenNames", "foreigners", "lanes", "spots", "firms",
        "instruction", "instruction-assist", "reply-assist", "answer-assist", "contact",
        "progress", "giveBack", "confer", "verify-accepted", "verify-rework", "visit-yes",
        "visit-partly", "visit-no", "visit-unknown", "rate-yes", "rate-partly", "rate-no",
        "contest", "extend", "grant", "deny", "suspend", "add", "refuse", "link", "unlink",
        "terminate",
    ]
}
