import { RECEIVED_ROWS } from "./officer-form-received.data.ts"
import { code, date, english, type FormSection, text } from "./officer-form-row.ts"
import { TYPE_SECTION } from "./officer-form-types.data.ts"

/** Questions of the second sheet: what the second step adds, and what only some requests need. */

/** Identifiers at a desk of which a form has rows: a suspect has several addresses. */
const TARGETS = 6

export const FURTHER_SECTIONS: readonly FormSection[] = [
    {
        title: "五、公函盖章以后填写（第二步）",
        who: "民警本人",
        rows: [
            {
                ...code("letterCode", "公函核对码", "第一步留空；第二步照抄盖章公函末尾的 8 位核对码"),
                formerLabel: "附件核对码",
            },
            text("letter.number", "发文字号", "照抄盖章公函，如：×公×函〔2023〕3号", "内勤"),
            english("letter.numberEn", "发文字号（英文写法）", "可不填，如：Letter No. 3 (2023)", "内勤"),
            date("letter.date", "成文日期", "盖章公函上的日期，如：2023-05-08", "内勤"),
            code("ownForm.pages", "套用本单位格式的公函页数", "套用本单位格式盖章的才填，只写数字，如：3"),
            text("approval.approver", "批准人", "调取：办案部门负责人；涉及财产的：县级以上公安机关负责人", "办案部门"),
            text("approval.position", "批准人职务", "如：办案部门负责人", "办案部门"),
            date("approval.date", "批准日期", "如：2023-05-05", "办案部门"),
            text("approval.legalReview", "法制部门意见", "建议先听取；如：无不同意见", "法制部门"),
        ],
    },
    {
        title: "六、渠道和邮箱的核实",
        who: "网安部门",
        rows: [
            code(
                "confirmedFor",
                "核实的收件方",
                "渠道、邮箱、替代照片是向哪个收件方核实的，写其编号，如：okx；换了收件方，重新核实",
            ),
            text("channelConfirmed.by", "渠道核实人", "尚未核实的，四项都留空：先询问渠道，不发案件材料"),
            date("channelConfirmed.on", "渠道核实日期", "如：2023-05-06"),
            {
                field: "channelConfirmed.way",
                kind: "choice",
                label: "渠道核实途径",
                hint: "从下拉列表中选；所问地址自己的答复不能证明该地址",
                words: {
                    官方页面点进: "official-page",
                    上级已有账号: "superior-account",
                    官方客服工单并有回函: "official-ticket",
                    其他: "other",
                },
            },
            text("channelConfirmed.how", "渠道核实方式", "写具体，如：从官方网站的执法页面点进，地址与资料一致"),
            text(
                "mailboxAccepted.by",
                "邮箱认可：经手人",
                "用 gov.cn 邮箱或上级账号的，三项都留空；其他邮箱得到收件方认可后填写",
                "民警本人",
            ),
            date("mailboxAccepted.on", "邮箱认可：日期", "如：2023-05-06", "民警本人"),
            text("mailboxAccepted.how", "邮箱认可：方式", "如：收件方复信认可本邮箱", "民警本人"),
            {
                field: "verifiedAddresses[]",
                kind: "record",
                label: "已核实的相似地址",
                hint: "一般留空。程序提示某个网址或邮箱与收件方的很像，而经核实无误的，写：地址；核实人；日期；核实方式",
                parts: ["address", "by", "on", "how"],
                partLabels: ["地址", "核实人", "日期", "核实方式"],
                count: 2,
            },
        ],
    },
    {
        title: "七、证件图像（缺批准或者评估的，不生成证件图像）",
        who: "办案部门",
        rows: [
            text(
                "identityApproval.approver",
                "证件图像对外提供：批准人",
                "照片由民警本人放入“证件照”文件夹，不贴在表里",
            ),
            date("identityApproval.date", "证件图像对外提供：批准日期", "如：2023-05-05"),
            text("exportAssessment.by", "出境安全评估：部门", "《个人信息保护法》第三十六条；写评估的部门", "法制部门"),
            date("exportAssessment.on", "出境安全评估：日期", "如：2023-05-05", "法制部门"),
            text("exportAssessment.result", "出境安全评估：结论", "结论、不适用的理由，填一项", "法制部门"),
            text(
                "exportAssessment.notApplicable",
                "出境安全评估：不适用的理由",
                "由法制部门认定不适用的才填",
                "法制部门",
            ),
            text(
                "identityReplaced.by",
                "不提供证件照片：经手人",
                "收件方同意以单位公函代替照片的才填，三项都填",
                "民警本人",
            ),
            date("identityReplaced.on", "不提供证件照片：日期", "收件方同意的日期，如：2023-05-06", "民警本人"),
            text("identityReplaced.how", "不提供证件照片：依据", "如：收件方复信同意以单位公函证明身份", "民警本人"),
            text(
                "identityUnmarked.approver",
                "证件图像不加字样：批准人",
                "通常不填；只在收件方拒收加了“仅供核验”字样的图像时填写",
            ),
            text("identityUnmarked.reason", "证件图像不加字样：理由", "如：收件方 2023-05-06 复信要求原图"),
        ],
    },
    {
        title: "八、单位和民警的其他信息",
        who: "内勤",
        rows: [
            code("agency.website", "单位官网", "建议填写；对方据此核实来函，如：gaj.××.gov.cn"),
            code("agency.switchboard", "单位总机", "建议填写；官网公布的总机，+86 开头，不同于办公电话"),
            code("agency.email", "单位信箱", "可不填；民警不在岗时也能收到答复的单位信箱"),
            text("agency.superiorZh", "上级单位（中文）", "可不填；收件方可以向其核实的上级公安机关"),
            english("agency.superiorEn", "上级单位（英文）", "如：×× Municipal Public Security Bureau"),
            text("agency.countryZh", "国家（中文）", "填 中国"),
            english("agency.countryEn", "国家（英文）", "填 China"),
            code("officer.badgeNumber", "警号", "可不填；收件方要求时填写，照抄，开头的 0 不能省", "民警本人"),
            text("secondOfficer.nameZh", "第二名民警", "姓名；可不填，有的收件方要求两名民警", "办案部门"),
            english("secondOfficer.namePinyin", "第二名民警（拼音）", "如：Li Minghua", "办案部门"),
            code("secondOfficer.badgeNumber", "第二名民警的警号", "收件方要求时填写", "办案部门"),
        ],
    },
    {
        title: "九、案件和文书的其他编号",
        who: "办案部门",
        rows: [
            english("caseNumbers.caseNumberEn", "案件编号（英文写法）", "可不填，如：Case No. 3 (2023)"),
            text("caseNumbers.receiptNumber", "受案回执编号", "可不填；没有案件编号的填这一项"),
            date("caseNumbers.receiptOn", "受案回执日期", "可不填，如：2023-03-23"),
            text("caseNumbers.filingNumber", "立案决定书文号", "如有"),
            english(
                "caseNumbers.filingNumberEn",
                "立案决定书文号（英文写法）",
                "可不填，如：Filing Decision No. 5 (2023)",
            ),
            date("caseNumbers.filingOn", "立案日期", "如有，如：2023-04-01"),
            english("instrument.numberEn", "法律文书文号（英文写法）", "可不填，如：Evidence Notice No. 7 (2023)"),
            text("approval.countyHead.name", "县级公安机关负责人", "冻结、查询财产时填写"),
            text("approval.countyHead.position", "县级公安机关负责人职务", "冻结、查询财产时填写"),
            date("approval.countyHead.date", "县级公安机关负责人批准日期", "冻结、查询财产时填写"),
        ],
    },
    TYPE_SECTION,
    {
        title: "十一、请求的其他内容",
        who: "办案部门",
        rows: [
            {
                field: "request.periods[]",
                kind: "span",
                label: "期间",
                hint: "与“数据期间”不同的才填：起；止，写明时区，如：2023-02-18 00:00 UTC；2023-03-21 16:00 UTC。",
            },
            {
                field: "request.targets[].kind",
                kind: "choice",
                label: "其他标识：种类",
                hint: "案件材料以外、属于该收件方平台的标识；从下拉列表中选；多于六个的，改用 officer.yaml",
                words: { 用户编号: "uid", 邮箱: "email", 手机号码: "phone", 地址: "address", 交易哈希: "txHash" },
                count: TARGETS,
            },
            { ...code("request.targets[].value", "其他标识：内容", "照抄"), count: TARGETS },
            {
                ...english("request.targets[].network", "其他标识：网络", "地址、交易哈希的才填，如：TRC20"),
                count: TARGETS,
            },
            {
                field: "request.targets[].role",
                kind: "choice",
                label: "其他标识：属于何人",
                hint: "从下拉列表中选",
                words: { 报案人: "complainant", 嫌疑人: "suspect", 其他人: "third" },
                count: TARGETS,
            },
            {
                ...english(
                    "request.targets[].source",
                    "其他标识：来源（英文）",
                    "如：bank records obtained by this unit",
                ),
                count: TARGETS,
            },
            {
                ...text(
                    "request.targets[].platform",
                    "其他标识：所属平台",
                    "属于本收件方的留空；属于其他平台的不能向本收件方提出",
                ),
                count: TARGETS,
            },
            {
                field: "request.labels[]",
                kind: "record",
                label: "事实的英文名称",
                hint: "可不填。案件材料中的地址、交易哈希、ips[0]（第一个 IP，从 0 数起）、apiKey 或 application；英文名称。如：apiKey；API key named by the application",
                parts: ["fact", "labelEn"],
                partLabels: ["事实", "英文名称"],
                count: 4,
            },
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
            date(
                "consent.on",
                "账户持有人同意书日期",
                "有签名的同意书才填，扫描件放入“同意书”文件夹，如：2023-05-04",
                "账户持有人",
            ),
            {
                field: "factsNotUsed[]",
                kind: "list",
                label: "本次请求未采用的事实",
                hint: "一般留空；照抄标识信息表中的订单号、交易哈希、IP 地址，或证据编号（如 E004），多项用顿号隔开",
            },
        ],
    },
    {
        title: "十二、对外截图（全部留空则用报案人标明可对外的全部截图）",
        who: "办案部门",
        rows: [
            {
                field: "exhibits[]",
                kind: "record",
                label: "对外截图",
                hint: "证据编号；英文说明。如：E003；Order history of the account, UTC",
                parts: ["label", "captionEn"],
                partLabels: ["证据编号", "英文说明"],
                count: 10,
            },
        ],
    },
    {
        title: "十三、一般不填",
        who: "民警本人",
        rows: [
            code("recipient", "收件方", "沿用材料包中的收件方；要换的填收件方资料的英文编号"),
            code("ref", "材料编号", "沿用材料包中的编号"),
        ],
    },
    {
        title: "十四、收到答复以后填写（登记答复用，对外文件中没有）",
        who: "民警本人",
        rows: RECEIVED_ROWS,
    },
]
