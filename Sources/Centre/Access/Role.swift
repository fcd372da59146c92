import Storage

/// What an officer does at a post.
///
/// The three administrators hold separated powers (三员分立): none of them reads the residents'
/// business, and nobody alters the log.
package enum Role: String, Storable, CaseIterable, Codable {
    /// 窗口受理员
    case clerk
    /// 分流/调度员
    case dispatcher
    /// 监督员
    case supervisor
    /// 值班领导/中心主任
    case director
    /// 常驻/轮驻 desk officer
    case deskOfficer
    /// 部门联络员
    case liaison
    /// 人民调解员
    case mediator
    /// 法律顾问、心理咨询师、社工
    case adviser
    /// 村(社区)负责人
    case villageHead
    /// 网格员
    case gridWorker
    /// 网格长
    case gridLeader
    /// 回访员
    case visitor
    /// 考核员
    case assessor
    /// 档案员
    case archivist
    /// 系统管理员
    case systemAdministrator
    /// 安全管理员
    case securityAdministrator
    /// 审计员
    case auditor
}
