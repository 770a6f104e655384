import type { IssueCode } from "../../base/issue.ts"
import { labelList } from "../shared/labels.words.ts"

/** Words of 需要核实的事项: what each item is about, and its two sides with their sources. */

/** What an item is about, and what its two sides are called; by the code of the finding. */
type Params = Readonly<Record<string, unknown>>
export const DISCREPANCY: Readonly<
    Record<string, readonly [what: (params: Params) => string, sides: readonly [first?: string, second?: string]]>
> = {
    "case.event-time.differs": [() => "事情发生的时间", []],
    "case.records.before-first": [() => "早于所称首次操作的记录", ["所称首次操作", "最早的一笔"]],
    "case.records.after-last": [() => "晚于所称末次操作的记录", ["所称末次操作", "最晚的一笔"]],
    "case.loss.difference": [
        () => "减少的数额（页面显示值和按记录计算的数，是两个量）",
        ["页面显示值", "报案人计算的净损失"],
    ],
    "case.loss.two-measures": [() => "减少的数额（两种计量单位，未作换算）", ["页面显示值", "报案人计算的净损失"]],
    "case.loss.outgoing": [({ asset }) => `${String(asset)} 减少的数量和转出记录`, ["减少", "转出记录合计"]],
    "case.loss.equivalents": [() => "同一计量单位的两个数", []],
    "case.loss.same-digits": [() => "数字相同、单位不同", []],
    "case.sum.differs": [() => "文字中的算式", ["写作", "应为"]],
    "case.count.differs": [({ of }) => `${COUNTED[String(of)] ?? ""}的个数`, ["写作", "列出"]],
    "case.identifier.repeated": [
        ({ kind, first, second, market }) =>
            kind === "phone"
                ? "两个名称下是同一个电话"
                : `同一${market === "" ? "" : `${String(market)} `}${REPEATED[String(kind)] ?? ""}出现两次${first === second ? "" : "（大小写不同）"}`,
        [],
    ],
}
const COUNTED: Readonly<Record<string, string>> = {
    assets: "少了的币种",
    orders: "订单",
    transfers: "划转、转出",
    ips: "IP 地址",
    emails: "邮箱",
    sites: "网站",
}
const REPEATED: Readonly<Record<string, string>> = {
    order: "订单号",
    "client-order": "客户端订单号",
    hash: "交易哈希",
    ip: "IP 地址",
    email: "邮箱",
}
export const andMore = (first: string, count: number): string => `${first}；等 ${String(count)} 处`
export const resting = (name: string, basis: string): string => `${name}，来源：${basis}`
export const remark = (note: string): string => `（${note}）`

/** What other items are about. */
export const MADE_AND_TAKEN_IN = "材料制作时间和文件登记时间"
export const TIME_ORDER = "两处时间的先后"
export const CREDIT_CODE = "统一社会信用代码"
export const zoneUnstated = (count: number): string =>
    count === 1 ? "未注明时区的时间" : `未注明时区的时间（共 ${String(count)} 处，举第一处为例）`
export const SAME_BYTES = "两个文件内容完全相同"
export const DISPUTED = "各方说法不一的事项"

/** Operations that the reporter names. */
export const FIRST_OPERATION = "所称首次操作"
export const LAST_OPERATION = "所称末次操作"
export const labelled = (label: string, text: string): string => `${label}：${text}`

export const LOSS_DOCUMENT = "《损失计算说明》减少的资产"

/** When the materials were made and files were taken in. */
export const madeAt = (time: string): string => `材料制作时间 ${time}`
export const MADE_AT_SOURCE = "报案人填写"
export const takenInAt = (time: string): string => `校验值计算时间，最早 ${time}`
export const takenInSource = (labels: readonly string[]): string => `${labelList(labels)}，报案人电脑的时间`

/** The code by which an organisation is registered. */
export const CREDIT_CODE_FORM = "统一社会信用代码为 18 位，不含 I、O、S、V、Z"
export const creditCodeCheck = (expected: string): string => `末位校验字符计算为 ${expected}`
export const CREDIT_CODE_SOURCE = "GB 32100—2015；个别已发代码本身不合校验，以公示系统为准"

/** A wall clock without a zone, read both ways. */
export const ifBeijing = (local: string, time: string): string => `${local}，如为北京时间：${time}`
export const ifUtc = (local: string, time: string): string => `${local}，如为 UTC：${time}`

/** Places of the case by the members that hold them. */
export const PLACE_ZH: Readonly<Record<string, string>> = {
    "incident.noticedAt": "报案人发现的时间",
    "incident.firstOperation": FIRST_OPERATION,
    "incident.lastOperation": LAST_OPERATION,
    "incident.otherTimes": "其他时间写法",
    "loss.before": "事发前页面显示值",
    "loss.after": "事发后页面显示值",
    "apiKey.stateAt": "接口密钥现状",
    "reportDetails.occurredAt": "网络违法犯罪举报内容“事件发生时间”",
    ips: "IP 地址",
    emails: "邮箱",
    orders: "《标识信息表》有关订单",
    transfers: "《标识信息表》有关划转、转出",
    sites: "网站",
    narrative: "《情况说明》事情经过",
}
export const SOME_PLACE = "案件材料"
export const CONTACT = "联系方式"
export const STATED_COUNT = "报案人填写的个数"
export const order = (id: string): string => `订单 ${id}`
export const TRANSFER = "划转"
export const transferOf = (amount: string): string => `划转 ${amount}`
export const TIMELINE = "时间顺序"
export const REPORTS = "已经作出的报告"

/** Sources and sides of what is disputed. */
export const REPORTER = "报案人"
export const OTHERS_ABSENT = "其他说法未附"
export const OTHERS_ELSEWHERE = "其他说法见《各方说法及报案人意见》"

/** Who wrote the first side. */
export const TYPED = "报案人填写"
export const answered = (answer: string): string => `报案人说明：${answer}`
const EXPORTS = "导出文件"
const CAUSE: Readonly<Record<string, string>> = {
    "cancelled-fills": "；相差正好等于已撤销、已过期委托的成交",
    fees: "；相差正好等于手续费合计",
    "one-fee": "；相差正好等于其中一行手续费",
    sign: "；只有正负号不同",
}
const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "")

interface Contradiction {
    readonly what: string
    readonly stated: string
    readonly recorded: string
    readonly place: string
}

type Told = (params: Params) => Contradiction
/** Every finding of this group can be answered, and the answer is printed: the compiler names one that is missing. */
const TOLD: Readonly<Record<Extract<IssueCode, `ledger.case.${string}`>, Told>> = {
    "ledger.case.net-loss": (p) => ({
        what: `净损失的数额，相差 ${text(p.gap)}${CAUSE[text(p.cause)] ?? ""}`,
        stated: text(p.stated),
        recorded: text(p.computed),
        place: "按导出文件逐行计算，见《损失计算说明》",
    }),
    "ledger.case.net-loss-open": (p) => ({
        what: "净损失的数额",
        stated: text(p.stated),
        recorded: `算不出：${text(p.names)} 买卖数量不等，或者两个文件内容不同`,
        place: EXPORTS,
    }),
    "ledger.case.asset": (p) => ({
        what: `${text(p.asset)} 减少的数量`,
        stated: text(p.stated),
        recorded: text(p.computed),
        place: text(p.files),
    }),
    "ledger.case.asset-gained": (p) => ({
        what: `${text(p.asset)} 是减少还是增加`,
        stated: `减少 ${text(p.stated)}`,
        recorded: `没有卖出、提出，增加 ${text(p.gained)}`,
        place: text(p.files),
    }),
    "ledger.case.purchase": (p) => ({
        what: `C2C ${text(p.what).startsWith("buys") ? "买入" : "卖出"}的${text(p.what).endsWith("total") ? "金额" : "数量"}`,
        stated: text(p.stated),
        recorded: text(p.computed),
        place: text(p.files),
    }),
    "ledger.case.day": (p) => ({
        what: `C2C 的${p.end === "from" ? "起始" : "截止"}日期`,
        stated: text(p.stated),
        recorded: `UTC ${text(p.utc)}，北京时间 ${text(p.beijing)}`,
        place: EXPORTS,
    }),
    "ledger.case.order": (p) => ({
        what: `订单 ${text(p.order)} 的${text(p.field)}`,
        stated: text(p.stated),
        recorded: text(p.recorded),
        place: text(p.place),
    }),
    "ledger.case.transfer": (p) => ({
        what: "导出文件中没有的划转",
        stated: text(p.stated),
        recorded: "没有金额、时间相同的行",
        place: text(p.place),
    }),
    "ledger.case.withdrawal-untold": (p) => ({
        what: `案件信息没有写的转出，共 ${text(p.count)} 笔`,
        stated: "没有填写",
        recorded: `${text(p.found)}${Number(p.more) > 0 ? " 等" : ""}`,
        place: text(p.place),
    }),
    "ledger.case.clock-shift": (p) => ({
        what: "同一笔记录的时间",
        stated: text(p.stated),
        recorded: text(p.recorded),
        place: text(p.place),
    }),
    "ledger.case.short": (p) => ({
        what: p.end === "to" ? "账户流水的末行与末次操作" : "账户流水的首行与首次操作",
        stated: text(p.stated),
        recorded: text(p.found),
        place: text(p.place),
    }),
    "ledger.case.later": (p) => ({
        what: "最后一行的时间",
        stated: `材料准备于 ${text(p.stated)}`,
        recorded: text(p.found),
        place: text(p.place),
    }),
    "ledger.case.earlier": (p) => ({
        what: "早于所称首次操作的记录",
        stated: text(p.stated),
        recorded: text(p.found),
        place: text(p.place),
    }),
    "ledger.case.used-before": (p) => ({
        what: "事发前是否用过合约、杠杆",
        stated: "称从未使用",
        recorded: text(p.found),
        place: text(p.place),
    }),
    "ledger.case.uid": (p) => ({
        what: "账户 UID",
        stated: text(p.stated),
        recorded: text(p.found),
        place: text(p.label),
    }),
    "ledger.case.equivalent": (p) => ({
        what: "折算值",
        stated: text(p.stated),
        recorded: text(p.computed),
        place: "按账户自己的兑换均价，见《损失计算说明》",
    }),
}
/** What was typed and what the rows of the exports have, by the code of the finding. */
export const CONTRADICTION: Readonly<Record<string, Told>> = TOLD
