import type { Words } from "../../base/lang.ts"

/**
 * Kinds of requests, as data: title of the letter, instrument, who approves, from which stage of the procedure, whether
 * the recipient's items and images of the police ID go along, how much of the case, by which channel, what the officer
 * must say besides, and what rests on which source. Letters, English pages, gates, forms and journal take it from here.
 *
 * The sources are those that the laws of this program name, read on the day that stands with them; `unchecked` marks what
 * nobody has held against a text.
 */

export type RequestTypeId = "disclosure" | "preservation" | "data-freeze" | "freeze" | "follow-up" | "emergency"

/** What is said of a kind of request, and where that is known from. */
export interface Statement {
    readonly says: Words
    readonly source: Words
    readonly grade: "A" | "B" | "C" | "D"
    /** Day on which it was read; absent where the source is not dated. */
    readonly readOn: string
    readonly unchecked?: true
}

export interface RequestType {
    /** As drop-downs, journal and papers call it. */
    readonly words: Words
    readonly title: Words
    /** The Chinese instrument that goes along; absent where the letter stands alone. */
    readonly instrument?: {
        readonly name: Words
        /** Names of the instrument that are right; any where absent. */
        readonly only?: RegExp
    }
    /** Who approves: 办案部门负责人, or 县级以上公安机关负责人. */
    readonly approver: "department" | "county"
    /** Whether a case must be filed (立案) before. `unregulated`: no provision was found, so the legal department is asked. */
    readonly filing: "not-needed" | "unregulated" | "required"
    /** Whether the recipient's items (八项信息) are asked; where not, their number reads 不适用. */
    readonly items: boolean
    /** Whether images of the police ID go along where the route asks for them. */
    readonly photos: boolean
    /** How much of what happened is told: with chronology, losses and pictures; one sentence; nothing. */
    readonly narrative: "whole" | "sentence" | "none"
    /** Which identifiers leave: all; account, targets, orders and transfers; the assets to be frozen alone. */
    readonly schedule: "all" | "records" | "assets"
    /** Whether it is about data and a period. */
    readonly data: boolean
    /** Whether data are to be handed over, with a day by which. */
    readonly provides: boolean
    /** Whether the account holder's consent is enclosed. */
    readonly consent: boolean
    readonly channel: Statement
    /** Member of `request` in the officer data that is this type's own. */
    readonly own?: "preservation" | "dataFreeze" | "freeze" | "emergency" | "earlier"
    /** Fields that must be filled in, one of each. */
    readonly asks: readonly (readonly string[])[]
    readonly explains: readonly Statement[]
}

const words = (zh: string, en: string): Words => ({ "zh-CN": zh, en })

const READ_ON = "2026-11-27"
const PROCEDURE = (zh: string, en: string): Words =>
    words(
        `《公安机关办理刑事案件程序规定》（2020 年修正，LawRefBook 汇编）${zh}`,
        `Provisions on Procedures for Criminal Cases (amended 2020-07-20; text of the LawRefBook/Laws collection), ${en}`,
    )
const DATA_RULES = (zh: string, en: string): Words =>
    words(
        `法发〔2016〕22号${zh}（cuploeru.com、bendibao.com 转载）`,
        `Fa Fa [2016] No. 22, ${en} (copies at cuploeru.com and bendibao.com)`,
    )
const OURS = words("据现有资料推断", "inferred from what is at hand")

const CHOSEN_ROUTE: Statement = {
    says: words("按民警信息表所选渠道", "by the route that the officer chose"),
    source: words("收件方资料", "recipient profile"),
    grade: "D",
    readOn: READ_ON,
}

const OBTAINING: Statement = {
    says: words(
        "调取证据由办案部门负责人批准，开具调取证据通知书，写明调取的证据和提供时限",
        "obtaining evidence is approved by the head of the department in charge, with a notice that states the evidence and by when",
    ),
    source: PROCEDURE("第六十二条", "article 62"),
    grade: "B",
    readOn: READ_ON,
}
const BEFORE_FILING: Statement = {
    says: words(
        "立案前调查核实，可以调取证据材料，不得冻结财产",
        "verification before a case is filed may obtain evidence and may not freeze property",
    ),
    source: PROCEDURE("第一百七十四条", "article 174"),
    grade: "B",
    readOn: READ_ON,
}

export const REQUEST_TYPES: Readonly<Record<RequestTypeId, RequestType>> = {
    disclosure: {
        words: words("调取", "disclosure"),
        title: words("关于协助提供有关账户电子数据的函", "Request for disclosure of account records"),
        instrument: { name: words("调取证据通知书", "Notice of Obtaining Evidence") },
        approver: "department",
        filing: "not-needed",
        items: true,
        photos: true,
        narrative: "whole",
        schedule: "all",
        data: true,
        provides: true,
        consent: true,
        channel: CHOSEN_ROUTE,
        asks: [],
        explains: [OBTAINING, BEFORE_FILING],
    },
    preservation: {
        words: words("以函保全", "preservation by letter"),
        title: words("关于协助保全电子数据的函", "Request for preservation of account records"),
        approver: "department",
        filing: "unregulated",
        items: false,
        photos: false,
        narrative: "none",
        schedule: "records",
        data: true,
        provides: false,
        consent: false,
        channel: {
            says: words(
                "有的收件方另设保全请求的入口，与提供数据的请求分开；没有的，按所选渠道",
                "some desks take preservation requests apart from requests for data; where not, by the route chosen",
            ),
            source: words(
                "币安执法指南目录；Coinbase 执法指南的转述",
                "headings of Binance's guidelines; a report of Coinbase's guide",
            ),
            grade: "B",
            readOn: READ_ON,
        },
        own: "preservation",
        asks: [["request.preservation.days"]],
        explains: [
            {
                says: words(
                    "以函请求境外平台保全数据，现行法律未见明文：批准权限、文书和立案前能否提出，请问法制部门；本程序按办案部门负责人批准处理",
                    "no provision on asking a platform abroad by letter to preserve data was found: who approves, by which paper and whether before filing is for the legal department; this program takes approval by the head of the department",
                ),
                source: OURS,
                grade: "D",
                readOn: READ_ON,
            },
            {
                says: words(
                    "以函保全不是冻结电子数据：冻结电子数据须经县级以上公安机关负责人批准，制作协助冻结通知书；用哪一种，由办案单位决定",
                    "preservation by letter is no freeze of electronic data, which needs approval at county level and a notice of its own; which of them is made is the officer's choice",
                ),
                source: DATA_RULES("第十一条、第十二条", "articles 11 and 12"),
                grade: "B",
                readOn: READ_ON,
            },
            {
                says: words(
                    "保存多久由收件方决定，期限见收件方资料，到期前可以请求延长",
                    "the desk decides how long it keeps; see its profile, and ask for more before the end",
                ),
                source: words("收件方资料", "recipient profile"),
                grade: "D",
                readOn: READ_ON,
            },
        ],
    },
    "data-freeze": {
        words: words("冻结电子数据", "freeze of electronic data"),
        title: words("关于协助冻结电子数据的函", "Request for freezing of electronic data"),
        instrument: {
            name: words("协助冻结电子数据通知书", "Notice of Assistance in Freezing Electronic Data"),
            only: /^协助冻结(?:电子数据)?通知书$/,
        },
        approver: "county",
        filing: "unregulated",
        items: true,
        photos: true,
        narrative: "sentence",
        schedule: "records",
        data: true,
        provides: false,
        consent: false,
        channel: CHOSEN_ROUTE,
        own: "dataFreeze",
        asks: [["request.dataFreeze.until"]],
        explains: [
            {
                says: words(
                    "冻结电子数据，经县级以上公安机关负责人批准；冻结的是数据，不是财产",
                    "electronic data are frozen with approval of the head of an agency at county level or above; data, not property",
                ),
                source: DATA_RULES("第十一条", "article 11"),
                grade: "B",
                readOn: READ_ON,
            },
            {
                says: words(
                    "制作协助冻结通知书，注明网络应用账号等信息；可以采取计算完整性校验值、锁定网络应用账号等方法；解除的，三日内制作协助解除冻结通知书",
                    "a notice names the accounts; methods are hash values, locking the account and the like; when it ends, a notice follows within three days",
                ),
                source: DATA_RULES("第十二条", "article 12"),
                grade: "B",
                readOn: READ_ON,
            },
            {
                says: words(
                    "电子数据取证规则中文书的名称（协助冻结电子数据通知书）、条文和期限未核对，请按本单位文书式样填写",
                    "name of the notice, articles and term in the rules on electronic evidence were not checked; take them from the forms of your agency",
                ),
                source: words(
                    "《公安机关办理刑事案件电子数据取证规则》（公通字〔2018〕41号，正在修订）",
                    "Rules on Obtaining Electronic Data in Criminal Cases (Gong Tong Zi [2018] No. 41, under revision)",
                ),
                grade: "C",
                readOn: READ_ON,
                unchecked: true,
            },
            {
                says: words(
                    "立案前能否冻结电子数据，上列条文没有写明，请问法制部门",
                    "the articles above do not say whether data may be frozen before a case is filed; ask the legal department",
                ),
                source: DATA_RULES("第十一条、第十二条", "articles 11 and 12"),
                grade: "D",
                readOn: READ_ON,
            },
        ],
    },
    freeze: {
        words: words("冻结财产", "freeze of property"),
        title: words("关于协助冻结有关账户资产的函", "Request for freezing of assets"),
        instrument: {
            name: words("协助冻结财产通知书", "Notice of Assistance in Freezing Property"),
            only: /^协助冻结财产通知书$/,
        },
        approver: "county",
        filing: "required",
        items: true,
        photos: true,
        narrative: "sentence",
        schedule: "assets",
        data: false,
        provides: false,
        consent: false,
        channel: CHOSEN_ROUTE,
        own: "freeze",
        asks: [
            ...["kind", "value", "asset", "amount", "until", "scope", "fruits"].map((field) => [
                `request.freeze.${field}`,
            ]),
            ["request.freeze.confirmedBy.who"],
            ["request.freeze.confirmedBy.on"],
            ["request.freeze.confirmedBy.document", "request.freeze.confirmedBy.layer"],
        ],
        explains: [
            {
                says: words(
                    "立案前调查核实，不得查封、扣押、冻结被调查对象的财产",
                    "before a case is filed property may not be sealed, seized or frozen",
                ),
                source: PROCEDURE("第一百七十四条", "article 174"),
                grade: "B",
                readOn: READ_ON,
            },
            {
                says: words(
                    "经县级以上公安机关负责人批准，制作协助冻结财产通知书，写明账户名称、账户号码、冻结数额、期限、范围以及是否及于孳息",
                    "with approval at county level, by a notice that states name and number of the account, amount, term, scope and whether fruits are included",
                ),
                source: PROCEDURE("第二百三十九条", "article 239"),
                grade: "B",
                readOn: READ_ON,
            },
            {
                says: words(
                    "存款、汇款等财产冻结期限为六个月，届满前办理续冻，逾期视为自动解除；条文没有写明虚拟货币，以通知书写明的为准",
                    "deposits and the like are frozen for six months, to be renewed before the end, else it lapses; virtual currency is not named, so the notice prevails",
                ),
                source: PROCEDURE("第二百四十条、第二百四十三条", "articles 240 and 243"),
                grade: "B",
                readOn: READ_ON,
            },
            {
                says: words(
                    "第二百四十一条、第二百四十二条的内容未核对",
                    "what articles 241 and 242 say was not checked",
                ),
                source: PROCEDURE("第二百四十一条、第二百四十二条", "articles 241 and 242"),
                grade: "D",
                readOn: READ_ON,
                unchecked: true,
            },
            {
                says: words(
                    "只冻结收件方自己答复中列明为其一名用户的账户或者充值地址；链上看到的地址可能是平台共用的，冻结会及于他人",
                    "only an account or deposit address that the desk itself has named as one customer's: an address seen on chain may be a pooled one, and others would be hit",
                ),
                source: OURS,
                grade: "D",
                readOn: READ_ON,
            },
        ],
    },
    "follow-up": {
        words: words("补充标识", "further identifiers"),
        title: words("关于补充提供有关账户电子数据的函", "Request for further account records"),
        instrument: { name: words("调取证据通知书", "Notice of Obtaining Evidence") },
        approver: "department",
        filing: "not-needed",
        items: false,
        photos: false,
        narrative: "none",
        schedule: "all",
        data: true,
        provides: true,
        consent: false,
        channel: {
            says: words(
                "与首次请求同一渠道，引用受理编号",
                "by the route of the first request, quoting its ticket number",
            ),
            source: OURS,
            grade: "D",
            readOn: READ_ON,
        },
        own: "earlier",
        asks: [["request.earlier.no"], ["request.earlier.ticket"], ["request.earlier.checkCode"]],
        explains: [OBTAINING, BEFORE_FILING],
    },
    emergency: {
        words: words("紧急", "emergency"),
        title: words("关于紧急协助提供有关账户电子数据的函", "Emergency request for disclosure of account records"),
        instrument: { name: words("调取证据通知书", "Notice of Obtaining Evidence") },
        approver: "department",
        filing: "not-needed",
        items: true,
        photos: true,
        narrative: "sentence",
        schedule: "all",
        data: true,
        provides: true,
        consent: false,
        channel: {
            says: words(
                "门户有紧急类型的，选该类型（币安 Exigent，Bitget Emergency）；OKX 另收电子邮件",
                "where the portal has a type for emergencies choose it (Binance: Exigent, Bitget: Emergency); OKX also takes e-mail",
            ),
            source: words(
                "2026-09 抄录的官方页面；OKX 执法指南",
                "official pages as copied in September 2026; OKX's guide",
            ),
            grade: "B",
            readOn: READ_ON,
        },
        own: "emergency",
        asks: [["request.emergency.danger"], ["request.emergency.factsZh"], ["request.emergency.factsEn"]],
        explains: [
            {
                says: words(
                    "收件方所称紧急，指有人面临死亡或者严重人身伤害；已经结束的盗窃不属于紧急。误用会降低对本单位以后请求的信任",
                    "desks call emergency a risk of death or serious bodily harm; a theft that is over is none, and misuse costs the trust in later requests",
                ),
                source: words(
                    "Coinbase、LinkedIn 执法指南的转述；Kodex 公布的核验数字",
                    "reports of Coinbase's and LinkedIn's guides; figures published by Kodex",
                ),
                grade: "B",
                readOn: READ_ON,
            },
            {
                says: words(
                    "紧急不改变取证的依据：现行法律未见对境外平台紧急取证的专门规定，仍按调取证据办理",
                    "an emergency changes nothing of the basis: no special provision on platforms abroad was found, so evidence is obtained as usual",
                ),
                source: OURS,
                grade: "D",
                readOn: READ_ON,
            },
            OBTAINING,
        ],
    },
}

/** Ids in the order in which they are offered. */
export const REQUEST_TYPE_IDS = Object.keys(REQUEST_TYPES) as [RequestTypeId, ...RequestTypeId[]]
