/// What is known of the building site and of whoever owes the wages.
package struct WageFacts: Codable, Sendable, Equatable {
    package var project: String?
    /// Who has it built (建设单位).
    package var owner: String?
    /// 施工总承包单位: pays first and recovers afterwards (保障农民工工资支付条例 Art 30).
    package var generalContractor: String?
    /// Subcontractor and crew (分包单位、班组).
    package var crew: String?
    /// A special account for wages (农民工工资专用账户, Art 26).
    package var specialAccount: Answer?
    /// A deposit for wages (工资保证金, Art 32).
    package var deposit: Answer?
    /// A roster under real names (实名制花名册, Art 28).
    package var rosterKept: Answer?

    package enum Answer: String, Codable, Sendable, CaseIterable {
        case yes
        case no
        case unknown
    }

    package init() {}
}
