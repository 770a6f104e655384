/** Words of 需要核实的事项: what each item is about, and its two sides with their sources. */

/** A moment on both clocks. */
export const bothZones = (beijing: string, utc: string): string => `${beijing}，即 ${utc}`

/** What an item is about. */
export const EVENT_TIME = "事情发生的时间"
export const BEFORE_FIRST = "早于所称首次操作的记录"
export const AFTER_LAST = "晚于所称末次操作的记录"
export const DECREASE = "减少的数额"
export const DECREASE_TWO_UNITS = "减少的数额（两种计量单位，未作换算）"
export const decreaseAndRecords = (asset: string): string => `${asset} 减少的数量和转出记录`
export const MADE_AND_TAKEN_IN = "材料制作时间和文件登记时间"
export const TIME_ORDER = "两处时间的先后"
export const CREDIT_CODE = "统一社会信用代码"
export const ZONE_UNSTATED = "未注明时区的时间"
export const SAME_BYTES = "两个文件内容完全相同"
export const DISPUTED = "各方说法不一的事项"
export const twice = (kind: string): string => `同一${kind}出现两次`
export const OTHER_CASE = "（大小写不同）"

/** Operations that the reporter names. */
export const FIRST_OPERATION = "所称首次操作"
export const LAST_OPERATION = "所称末次操作"
export const labelled = (label: string, text: string): string => `${label}：${text}`

/** Amounts. */
export const screenValues = (before: string, after: string, difference: string): string =>
    `页面显示值：${before} − ${after} = ${difference}`
export const netLoss = (amount: string): string => `报案人计算的净亏损：${amount}`
export const decreased = (amount: string): string => `减少 ${amount}`
export const transferredOut = (records: number, amount: string): string =>
    `转出记录 ${String(records)} 笔，合计 ${amount}`
export const LOSS_DOCUMENT = "《损失计算说明》减少的资产"
export const IDENTIFIERS_DOCUMENT = "《标识信息表》有关划转"

/** When the materials were made and files were taken in. */
export const madeAt = (time: string): string => `材料制作时间 ${time}`
export const MADE_AT_SOURCE = "报案人填写"
export const takenInAt = (time: string): string => `校验值计算时间，最早 ${time}`
export const takenInSource = (labels: readonly string[]): string => `${labels.join("、")}，报案人电脑的时间`

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
    "reportDetails.occurredAt": "网络违法犯罪举报内容",
}
export const SOME_PLACE = "案件材料"
export const REPORTED_EVENT_TIME = "网络违法犯罪举报内容“事件发生时间”"
export const order = (id: string): string => `订单 ${id}`
export const TRANSFER = "划转"
export const transferOf = (amount: string): string => `划转 ${amount}`
export const TIMELINE = "时间顺序"
export const REPORTS = "已经作出的报告"

/** Kinds of numbers that should be one of a kind. */
export const orderId = (symbol: string): string => `${symbol} 订单号`
export const CLIENT_ORDER_ID = "客户端订单号"
export const HASH = "交易哈希"

/** Sources and sides of what is disputed. */
export const REPORTER = "报案人"
export const OTHERS_ABSENT = "其他说法未附"
export const OTHERS_ELSEWHERE = "其他说法见《各方说法及报案人意见》"
