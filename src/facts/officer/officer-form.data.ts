/**
 * The questions of 民警信息表 in the order an officer meets them. Every field of the officer schema stands here, so that
 * a new one is one new row; a test holds the table against the schema.
 *
 * Kinds: `text` is kept as typed; `english`, `code` (numbers, addresses, ids), `date` and `time` are read in half width;
 * `choice` has one word per value of the schema; `gate` says whether the rows below it are wanted; `record` holds the
 * parts of one entry of a list, `list` a whole list.
 */
export type RowKind = "text" | "english" | "code" | "date" | "time" | "choice" | "gate" | "record" | "list"

export interface FormRow {
    /** Path in the officer data, `agency.nameZh`; a record's, `exhibits[]`, stands for a row each. */
    readonly field: string
    readonly kind: RowKind
    /** What the row is called on the sheet; distinct. */
    readonly label: string
    readonly hint: string
    /** For `choice`: word on the sheet -> value of the schema. Further words that people use follow in `also`. */
    readonly words?: Readonly<Record<string, string>>
    readonly also?: Readonly<Record<string, string>>
    /** Offered in a drop-down, yet anything may be typed. */
    readonly offers?: readonly string[]
    /** For `record`: the fields of an entry in the order they are written, and how many rows there are. */
    readonly parts?: readonly string[]
    readonly count?: number
}

export interface FormSection {
    readonly title: string
    readonly rows: readonly FormRow[]
}

/** The word of yes and no rows. */
export const YES = "是"
export const NO = "否"

const text = (field: string, label: string, hint: string): FormRow => ({ field, kind: "text", label, hint })
const english = (field: string, label: string, hint: string): FormRow => ({ field, kind: "english", label, hint })
const code = (field: string, label: string, hint: string): FormRow => ({ field, kind: "code", label, hint })
const date = (field: string, label: string, hint: string): FormRow => ({ field, kind: "date", label, hint })
const time = (field: string, label: string, hint: string): FormRow => ({ field, kind: "time", label, hint })

export const FORM: readonly FormSection[] = [
    {
        title: "一、单位和民警",
        rows: [
            text("agency.nameZh", "单位全称（中文）", "与人民警察证正面所印的单位一致，如：××市公安局××分局"),
            english("agency.nameEn", "单位全称（英文）", "如：×× Branch, ×× Municipal Public Security Bureau"),
            text("agency.departmentZh", "部门（中文）", "派出所、大队等，如：××派出所"),
            english("agency.departmentEn", "部门（英文）", "如：×× Police Station"),
            text("agency.countryZh", "国家（中文）", "填 中国"),
            english("agency.countryEn", "国家（英文）", "填 China"),
            text("officer.positionZh", "职务（中文）", "如：民警、副大队长"),
            english("officer.positionEn", "职务（英文）", "如：Police Officer"),
            text("agency.addressZh", "单位通信地址（中文）", "单位地址，勿填家庭住址"),
            english("agency.addressEn", "单位通信地址（英文）", "如：100 ×× Road, ×× District, ××"),
            text("officer.givenNameZh", "名（汉字）", "只写名，不写姓"),
            text("officer.surnameZh", "姓（汉字）", "只写姓；复姓写全"),
            english("officer.givenNamePinyin", "名（拼音）", "不带声调，如：Jianguo"),
            english("officer.surnamePinyin", "姓（拼音）", "不带声调，如：Zhang"),
            code("officer.badgeNumber", "警号", "可不填；收件方要求时填写，照抄，开头的 0 不能省"),
            code(
                "officer.email",
                "工作邮箱",
                "单位域名的邮箱；建议用单位公用信箱，便于交接。QQ、163 等邮箱可能不予受理",
            ),
            code("officer.phone", "办公电话", "座机优先，勿填私人手机；+86 开头，如：+86 24 0000 0000"),
            {
                field: "officer.phoneType",
                kind: "choice",
                label: "电话类型",
                hint: "从下拉列表中选",
                words: { 座机: "landline", 手机: "mobile" },
                also: { 固定电话: "landline", 固话: "landline", 移动电话: "mobile" },
            },
        ],
    },
    {
        title: "二、案件编号和法律文书",
        rows: [
            text("caseNumbers.caseNumber", "案件编号", "受案登记表上的编号"),
            text("caseNumbers.receiptNumber", "受案回执编号", "可不填；没有案件编号的填这一项"),
            date("caseNumbers.receiptOn", "受案回执日期", "可不填，如：2023-03-23"),
            text("caseNumbers.filingNumber", "立案决定书文号", "如有"),
            date("caseNumbers.filingOn", "立案日期", "如有，如：2023-04-01"),
            {
                field: "instrument.nameZh",
                kind: "text",
                label: "法律文书名称（中文）",
                hint: "可从下拉列表中选，也可直接填写；扫描件另外提供，不放在表里",
                offers: ["调取证据通知书", "协助查询财产通知书", "协助冻结财产通知书"],
            },
            english("instrument.nameEn", "法律文书名称（英文）", "调取证据通知书：Notice of Obtaining Evidence"),
            text("instrument.number", "法律文书文号", "文书上的编号，照抄；写入公函，打印公函以前填好"),
            date("instrument.date", "法律文书日期", "写入公函，打印公函以前填好，如：2023-05-05"),
        ],
    },
    {
        title: "三、渠道",
        rows: [
            {
                field: "route",
                kind: "choice",
                label: "渠道",
                hint: "必填。上级账号：上级或网安、反诈部门已注册的账号（建议先问）；门户：用单位邮箱在门户注册；邮件：发电子邮件",
                words: { 上级账号: "existing-account", 门户: "portal", 邮件: "email" },
                also: { 已有账号: "existing-account", 门户网站: "portal", 电子邮件: "email", 邮箱: "email" },
            },
            text("channelConfirmed.by", "渠道核实人", "尚未核实的，三项都留空：可以先去信询问，证件图像不会生成"),
            date("channelConfirmed.on", "渠道核实日期", "如：2023-05-06"),
            text("channelConfirmed.how", "渠道核实方式", "如：经上级网安部门核对官方页面，并去信询问后得到答复"),
            text(
                "mailboxAccepted.by",
                "邮箱认可：经手人",
                "用 gov.cn 邮箱或上级账号的，三项都留空；其他邮箱得到收件方认可后填写",
            ),
            date("mailboxAccepted.on", "邮箱认可：日期", "如：2023-05-06"),
            text("mailboxAccepted.how", "邮箱认可：方式", "如：收件方复信认可本邮箱"),
            text(
                "identityUnmarked.approver",
                "证件图像不加字样：批准人",
                "通常不填；只在收件方拒收加了“仅供核验”字样的图像时填写",
            ),
            text("identityUnmarked.reason", "证件图像不加字样：理由", "如：收件方 2023-05-06 复信要求原图"),
            {
                field: "verifiedAddresses[]",
                kind: "record",
                label: "已核实的相似地址",
                hint: "一般留空。程序提示某个网址或邮箱与收件方的很像，而经核实无误的，写：地址；核实人；日期；核实方式",
                parts: ["address", "by", "on", "how"],
                count: 2,
            },
        ],
    },
    {
        title: "四、批准",
        rows: [
            text("approval.approver", "批准人", "调取：办案部门负责人；涉及财产的：县级以上公安机关负责人"),
            text("approval.position", "批准人职务", "如：办案部门负责人"),
            date("approval.date", "批准日期", "如：2023-05-05"),
            text("approval.legalReview", "法制部门意见", "建议先听取；如：无不同意见"),
            text("approval.countyHead.name", "县级公安机关负责人", "冻结、查询财产时填写"),
            text("approval.countyHead.position", "县级公安机关负责人职务", "冻结、查询财产时填写"),
            date("approval.countyHead.date", "县级公安机关负责人批准日期", "冻结、查询财产时填写"),
            text("secondOfficer.nameZh", "第二名民警", "姓名；可不填，有的收件方要求两名民警"),
        ],
    },
    {
        title: "五、请求内容",
        rows: [
            {
                field: "request.type",
                kind: "choice",
                label: "请求类型",
                hint: "调取：请对方提供数据",
                words: { 调取: "disclosure" },
            },
            time(
                "request.period.from",
                "数据期间：起",
                "不填则从首笔涉案操作起，取整到小时；填写的须写明时区，如：2023-03-21 00:00 北京时间，或 2023-03-20 16:00 UTC",
            ),
            time("request.period.to", "数据期间：止", "不填则到末笔涉案操作止；起、止要填都填"),
            date("request.replyBy", "提供期限", "可不填；请对方在哪一天以前提供，如：2023-06-08"),
            {
                field: "request.withholdNotice",
                kind: "gate",
                label: "是否请对方暂不告知用户",
                hint: "一般留空；填“是”的，须填下面三项，并与法律文书一致",
            },
            date("request.withholdNotice.until", "暂不告知：至哪一天", "如：2023-08-01"),
            text("request.withholdNotice.reasonZh", "暂不告知的理由（中文）", "如：可能导致证据灭失"),
            english(
                "request.withholdNotice.reasonEn",
                "暂不告知的理由（英文）",
                "如：notice may lead to loss of evidence",
            ),
        ],
    },
    {
        title: "六、单位公开信息（供对方核实）",
        rows: [
            code("agency.website", "单位官网", "建议填写；对方据此核实来函，如：gaj.××.gov.cn"),
            code("agency.switchboard", "单位总机", "建议填写；官网公布的总机，+86 开头，不同于办公电话"),
        ],
    },
    {
        title: "七、对外截图（全部留空则用报案人标明可对外的全部截图）",
        rows: [
            {
                field: "exhibits[]",
                kind: "record",
                label: "对外截图",
                hint: "证据编号；英文说明。如：E003；Order history of the account, UTC",
                parts: ["label", "captionEn"],
                count: 10,
            },
        ],
    },
    {
        title: "八、办理时间和其他",
        rows: [
            time("completedAt", "办理时间", "必填；每一步办理前更新，写明时区，如：2023-05-08 15:30 北京时间"),
            code("letterCode", "公函核对码", "第一步留空；第二步照抄盖章公函末尾的 8 位公函核对码"),
            {
                field: "factsNotUsed[]",
                kind: "list",
                label: "本次请求未采用的事实",
                hint: "一般留空；照抄标识信息表中的订单号、交易哈希、IP 地址，或证据编号（如 E004），多项用顿号隔开",
            },
            code("recipient", "收件方", "一般留空，沿用材料包中的收件方；要换的填收件方资料的英文编号"),
            code("ref", "材料编号", "一般留空，沿用材料包中的编号"),
        ],
    },
]

/** What the rows for data groups are called; the groups themselves are the recipient's. */
export const GROUP_LABEL = "数据项"
export const GROUP_FIELD = "request.dataGroups[]"
export const GROUP_SECTION = "五、请求内容"
