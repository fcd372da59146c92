/// What invented residents write.
///
/// Names and numbers are nobody's: the telephone numbers begin with
/// digits that no operator has, the identity numbers with a region that does not exist.
enum SeedWords {
    static func title(in dice: inout SeedDice) -> String {
        dice.pick(places) + dice.pick(troubles)
    }

    static func content(
        _ title: String,
        about disputeClass: DisputeClass,
        in dice: inout SeedDice
    ) -> String {
        "\(title)，涉及\(disputeClass.name.zh)。\(dice.pick(histories))\(dice.pick(wishes))"
    }

    static func requester(
        _ mode: Concern.Mode,
        at place: String,
        in dice: inout SeedDice
    ) -> ContactDetails {
        var details = ContactDetails(phones: [phone(in: &dice)], role: "self", language: "zh")
        guard mode != .anonymous else { return details }
        details.name = dice.pick(surnames) + dice.pick(givenNames) + dice.pick(givenNames)
        details.address = "\(place)\(dice.pick(lanes))\(dice.number(1...180))号"
        details.idNumber = dice.chance(300) ? identityNumber(in: &dice) : nil
        details.needs = dice.chance(40) ? ["largePrint"] : []
        return details
    }

    private static func phone(in dice: inout SeedDice) -> String {
        "160" + String("\(100_000_000 + dice.number(0...99_999_999))".dropFirst())
    }

    private static func identityNumber(in dice: inout SeedDice) -> String {
        let birth = "\(dice.number(1940...2004))\(twoDigits(dice.number(1...12)))"
        let day = twoDigits(dice.number(1...28))
        let digits = "999999\(birth)\(day)\(dice.number(100...999))"
        return digits + (CheckCharacter.mod11(of: digits).map(String.init) ?? "")
    }

    static func pick(_ lines: [String], in dice: inout SeedDice) -> String { dice.pick(lines) }

    private static let places = [
        "村口新楼", "菜市场西门", "河涌边", "老祠堂旁", "工业区三号厂", "小学门前", "环村路中段",
        "鱼塘基上", "公交站旁", "出租屋二楼", "沿街铺位", "码头仓库", "果园排水沟", "小区地下车库",
        "卫生站对面", "祖屋后巷", "蔗地旁机耕路", "水闸南侧", "建筑工地", "篮球场边", "幼儿园围墙外",
        "旧粮仓", "电排站", "夜市街尾",
    ]

    private static let troubles = [
        "拖欠工资三个月", "邻居阻挠建房", "半夜噪音扰民", "路灯坏了半年", "排水口被堵住",
        "租金押金不退", "界址说不清楚", "合同违约不赔", "垃圾堆放无人清", "电动车楼道充电",
        "宅基地丈量有误", "工伤赔偿谈不拢", "赡养老人推来推去", "货款久拖未付", "鱼塘承包起争执",
        "污水直排农田", "墙体开裂漏水", "装修占用通道", "彩礼退还有分歧", "摊位摆到马路上",
        "征地补偿对不上账", "社保断缴要求补缴", "孩子抚养费未付", "野狗伤人没人管", "油烟直冲居民楼",
        "水管爆裂长期不修", "停车位被长期占用", "树枝压到电线", "收费标准不透明", "房屋买卖迟迟不过户",
        "食品变质商家不认", "围墙占了公用巷道",
    ]

    private static let histories = [
        "双方谈过两次都没有结果。", "去年已经反映过一次，当时说会处理。", "事情从上个月开始，越拖越久。",
        "家里有老人和小孩，影响日常生活。", "有照片和收据，可以提供。", "一共涉及十几户，大家意见一致。",
    ]

    private static let wishes = [
        "希望中心协调有关部门到现场看一看。", "请求尽快调解，给一个答复。", "请告知应该找哪个部门、要带什么材料。",
        "要求对方停止并恢复原状。", "希望依法处理并书面答复。", "请求先听听双方的说法再作决定。",
    ]

    private static let surnames = [
        "陈", "林", "黄", "梁", "何", "李", "吴", "冯", "郑", "周", "罗", "邓", "谭", "卢", "萧", "苏",
    ]

    private static let givenNames = [
        "志", "美", "国", "玉", "永", "惠", "伟", "丽", "文", "秀", "建", "晓", "家", "子", "桂", "金",
        "华", "明", "强", "平", "芳", "英", "辉", "珍",
    ]

    private static let lanes = ["东街", "西街", "新村路", "沿江路", "旧墟巷", "南坊", "北约", "学前街"]
}

extension SeedWords {
    static let instructions = [
        "请于期限内联系诉求人，核实情况后依法办理并书面答复。", "请牵头现场核查，会同协办单位提出处理意见。",
        "请先行调解，调解不成的告知法定途径。",
    ]
    static let progress = ["已电话联系诉求人，约定到现场。", "已向诉求人说明由谁办理、何时答复。"]
    static let replies = [
        "经现场核查并与双方面谈，已达成一致意见，对方同意在七日内履行。",
        "经核实，反映的情况部分属实，已责令整改并将复查。", "经调查，诉求缺乏依据，已当面解释并告知救济途径。",
        "已转由有管辖权的单位办理，并告知诉求人联系方式。",
    ]
    static let publicReplies = [
        "您反映的问题已处理，双方达成一致，如未履行请随时告诉我们。", "您反映的情况已核实并责令整改，整改后会再检查。",
        "您的诉求已调查清楚，结论和理由已当面说明。",
    ]
    static let remarks = ["材料齐全，答复与诉求对应。", "答复没有回应第二项诉求，请补充。"]
    static let missing = ["身份证明复印件\n合同或者收据", "界址图\n土地证", "证明事实的照片\n联系方式"]
    static let supplements = ["已补交收据复印件。", "补交界址图和土地证复印件。", "照片已经送到窗口。"]
    static let refusals = ["请向受理该案的机关反映。", "可以在规定期限内申请复议或者起诉。"]
    static let contests = ["答应的事情没有做到，问题还在。", "结论与事实不符，请再查。"]
    static let visits = ["说办得不错。", "希望下次快一点。", "问题又出现了。"]
    static let bases = ["不在本单位职责清单内。", "按权责清单属另一单位管理。"]
    static let documents = ["鉴定委托书", "评估机构受理通知", "法院受理通知书"]
    static let links = ["同一工地同一事由，合并办理。", "同一地点同一问题。"]
}
