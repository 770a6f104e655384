import { choice, code, date, english, type FormSection, text } from "./officer-form-row.ts"
import { REQUEST_TYPE_IDS, REQUEST_TYPES } from "./request-types.data.ts"

/** Kind of the request, and what only one kind asks. */

const word = (id: (typeof REQUEST_TYPE_IDS)[number]): string => REQUEST_TYPES[id].words["zh-CN"]
const yesNo = choice({ 是: "yes", 否: "no" })

export const TYPE_SECTION: FormSection = {
    title: "十、请求类型和次序（第一次调取的不填）",
    who: "办案部门",
    rows: [
        {
            field: "request.type",
            kind: "choice",
            label: "请求类型",
            hint: "不填为调取。冻结财产须已立案；紧急只用于有人的生命正受到威胁",
            words: Object.fromEntries(REQUEST_TYPE_IDS.map((id) => [word(id), id])),
            also: { 保全: "preservation", 补充: "follow-up" },
        },
        code("request.no", "第几次请求", "同一案件的第一次请求留空；以后每一次依次写 2、3……"),
        code("request.preservation.days", "保全：请求保全的天数", "只写数字，如：90；收件方的期限见其资料"),
        text("request.preservation.treaty.number", "保全：司法协助请求书编号", "已经提出司法协助请求的才填，照抄"),
        date("request.preservation.treaty.date", "保全：司法协助请求书日期", "如：2023-05-05"),
        date("request.dataFreeze.until", "冻结电子数据：至哪一天", "与协助冻结电子数据通知书一致，如：2023-11-05"),
        choice({ 用户编号: "uid", 注册邮箱: "email", 充值地址: "address" })(
            "request.freeze.kind",
            "冻结财产：账户种类",
            "只能是收件方自己答复中列明为其一名用户的账户或者充值地址",
        ),
        code("request.freeze.value", "冻结财产：账户号码或者充值地址", "照抄收件方的答复"),
        code("request.freeze.network", "冻结财产：网络", "充值地址的才填，如：TRC20"),
        code("request.freeze.asset", "冻结财产：币种", "如：USDT"),
        code("request.freeze.amount", "冻结财产：数额", "只写数字，与协助冻结财产通知书一致，如：22939.6"),
        date("request.freeze.until", "冻结财产：至哪一天", "与协助冻结财产通知书一致，如：2023-11-05"),
        choice({ 现有余额: "balance", 余额和以后转入: "incoming" })(
            "request.freeze.scope",
            "冻结财产：范围",
            "只限现有余额，或者余额不足时连同以后转入，都以数额为限",
        ),
        yesNo("request.freeze.fruits", "冻结财产：是否及于孳息", "与协助冻结财产通知书一致"),
        text("request.freeze.confirmedBy.who", "冻结财产：由谁确认", "收件方名称；须由收件方自己确认"),
        date("request.freeze.confirmedBy.on", "冻结财产：确认日期", "收件方答复的日期，如：2023-06-08"),
        text("request.freeze.confirmedBy.document", "冻结财产：在哪份答复中", "答复的名称或者编号；与下一项填一项"),
        code("request.freeze.confirmedBy.layer", "冻结财产：在留存包第几层", "答复已收入留存包的填层号，如：3"),
        yesNo(
            "request.emergency.danger",
            "紧急：是否有人的生命正受到威胁",
            "死亡或者严重人身伤害的现实危险；已经结束的盗窃不是",
        ),
        text("request.emergency.factsZh", "紧急：危险的事实（中文）", "何人、何种危险、为何等不及；写入公函"),
        english("request.emergency.factsEn", "紧急：危险的事实（英文）", "与中文一致；写入英文函"),
        code("request.earlier.no", "补充标识：补充第几次请求", "只写数字，如：1"),
        text("request.earlier.ticket", "补充标识：受理编号", "收件方给的编号；没有给的，写首次发送的日期"),
        code("request.earlier.checkCode", "补充标识：那次请求的核对码", "那次请求的留存包的核对码，八组，照抄"),
        text(
            "request.earlier.agencyZh",
            "补充标识：那次请求的单位（中文）",
            "与现在的单位不同、或者已经更名的才填，写入公函",
        ),
        english("request.earlier.agencyEn", "补充标识：那次请求的单位（英文）", "与中文一致；写入英文函"),
    ],
}
