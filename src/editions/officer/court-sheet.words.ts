/**
 * Words of 庭前准备: ten questions that readers will ask, where in the packet each answer stands, and what it does not
 * show. None of them is a conclusion; what no list of files can show is left to whoever handles the case.
 */

export const QUESTION_IDS = [
    "taker",
    "time",
    "origin",
    "persons",
    "hash",
    "limits",
    "account",
    "loss",
    "open",
    "translation",
] as const
export type QuestionId = (typeof QUESTION_IDS)[number]

export interface CourtQuestion {
    readonly question: string
    /** Where in the packet the answer stands; answers of desks are added. */
    readonly where: string
    /** What the answer does not show. */
    readonly limit: string
    /** Provisions that the limit rests on, by their ids in the law texts. */
    readonly law: readonly string[]
}

export const QUESTIONS: Readonly<Record<QuestionId, CourtQuestion>> = {
    taker: {
        question: "谁取得的",
        where: "data/evidence.json；电子数据清单",
        limit: "制作人、提取人是填写人自己写的；程序看不到操作电脑的人，数字签名只对应密钥，不对应人",
        law: [],
    },
    time: {
        question: "什么时候取得的",
        where: "data/evidence.json；各层 index.json",
        limit: "第 1 层的时间取自报案人的电脑，报案人可以修改，没有第三方证明；其余时间由民警填写。能够对照的最早时间，是材料核对单上签收的日期",
        law: [],
    },
    origin: {
        question: "从什么地方取得的",
        where: "电子数据清单“来源”“原始载体”两项",
        limit: "原始存储介质没有随包移送；能不能从同一账户重新导出，要由民警另行提取并制作笔录",
        law: ["authenticity"],
    },
    persons: {
        question: "是不是二人进行",
        where: "境外电子数据来源情况说明；笔录",
        limit: "姓名由填写人填写；是否二人在场，以笔录、签名和录像为准，程序没有看到",
        law: ["lawfulness", "dataFlaws"],
    },
    hash: {
        question: "有没有改动过",
        where: "manifest-sha256.txt；各层清单；材料核对单",
        limit: "校验值一致只说明登记以后没有变动，不说明登记以前的内容；各层核对码要与当时记下的（第 1 层在材料核对单，以后各层在办理台账）比对",
        law: ["completeness"],
    },
    limits: {
        question: "对方有没有限制使用范围",
        where: "境外电子数据来源情况说明；对方来信原文",
        limit: "“没有看到”不等于没有限制；限制常写在邮件页脚和平台的执法指引里。有明确限制的，见所列条文",
        law: ["foreignMaterial"],
    },
    account: {
        question: "是谁的账户",
        where: "情况说明；标识信息表",
        limit: "谁持有密码，不说明谁操作",
        law: [],
    },
    loss: {
        question: "损失是怎么算出来的",
        where: "损失计算说明",
        limit: "没有作价格认定；报案人填写的数额是其陈述，与平台的记录是否一致，要由平台的答复或者重新提取的记录核对",
        law: [],
    },
    open: {
        question: "还有哪些没有查清",
        where: "request.json；材料中有《需要核实的事项》《各方说法》的，见其中各项",
        limit: "这里只列材料没有回答的问题，不是全部；由办案人员判断还要查什么",
        law: [],
    },
    translation: {
        question: "外文有没有译本",
        where: "电子数据清单；境外电子数据来源情况说明",
        limit: "报案人写的中文说明不是译本；译本由谁翻译、怎样核对，要另外写明",
        law: ["translation"],
    },
}

export const NONE = "材料中没有"
/** Where an answer stands. */
export const ofAnswer = (n: number): string => `第 ${String(n)} 层 received.json`
export const layer = (n: number): string => `第 ${String(n)} 层`
const listed = (names: readonly string[], most: number): string =>
    names.slice(0, most).join("、") + (names.length > most ? ` 等 ${String(names.length)} 种` : "")

export const takenByReporter = (name: string, exports: number, others: number, makers: readonly string[]): string =>
    `第 1 层由报案人${name}整理：导出文件 ${String(exports)} 件，截图等 ${String(others)} 件；填写的制作人：${makers.length === 0 ? "没有填写" : listed(makers, 4)}`
export const takenByOfficers = (n: number, files: number, officers: string): string =>
    `${layer(n)}：${officers} 提取对方答复的 ${String(files)} 个文件`
export const registered = (first: string, last: string, prepared: string): string =>
    `第 1 层：登记在 ${first === last ? first : `${first} 至 ${last}`}，材料包的时间 ${prepared}`
export const requested = (n: number, no: number, at: string): string => `${layer(n)}：第 ${String(no)} 次请求，${at}`
export const cameAt = (n: number, received: string, extracted: string): string =>
    `${layer(n)}：${received} 收到，${extracted} 提取`
export const beforeLayer = (n: number, earlier: number): string =>
    `${layer(n)}写的时间早于${layer(earlier)}的：先后颠倒，要能说明原因（如哪一台电脑的时间不对）`
export const sources = (all: readonly string[]): string =>
    `填写的来源：${all.length === 0 ? "没有填写" : listed(all, 5)}`
export const originals = (all: readonly string[], without: number): string =>
    all.length === 0
        ? `原始载体：${without === 0 ? "没有文件" : `${String(without)} 件都没有填写`}`
        : `原始载体：${listed(all, 4)}${without > 0 ? `；没有填写的 ${String(without)} 件` : ""}`
export const cameFrom = (n: number, from: string, way: string, place: string): string =>
    `${layer(n)}：来自 ${from}${way === "" ? "" : `（${way}）`}，在${place}提取`
export const REPORTER_ALONE = "第 1 层：报案人自行整理，没有民警参与的记录"
export const twoOfficers = (n: number, officers: string, witness: string, recorded: string): string =>
    `${layer(n)}：填写的是 ${officers}；见证人：${witness}；录音录像：${recorded}`
export const code = (n: number, value: string): string => `${layer(n)}核对码 ${value}`
export const EACH_FILE = "每个文件有 SHA-256，列在清单里"
/** What MD5 and SHA-1 do not show: also in 境外电子数据来源情况说明. */
export const WEAK_HASH =
    "这两种算法，有人能事先做出内容不同而校验值相同的两个文件，一致只供比对；是否变动，以收到时计算的 SHA-256 为准"
type StatedCounts = Readonly<Record<"agree" | "differ" | "without" | "weak", number>>
export const statedHashes = (n: number, { agree, differ, without, weak }: StatedCounts): string =>
    `${layer(n)}：对方给出校验值的，一致 ${String(agree)} 个，不一致 ${String(differ)} 个；没有给出的 ${String(without)} 个${weak === 0 ? "" : `；只给出 MD5 或者 SHA-1 的 ${String(weak)} 个，${WEAK_HASH}`}`
/** Whose account it is, before and after a desk has answered. */
export const OWNER_STATED = "账户属于谁，目前只有报案人的陈述；实名资料、登录记录要由平台提供"
export const OWNER_ANSWERED = "答复写明账户属于谁的，以答复原文为准，程序没有读；没有写明的，仍只有报案人的陈述"
export const NO_ANSWER = "还没有登记境外单位的答复"
export const limitsOf = (n: number, text: string): string => `${layer(n)}：${text}`
export const stated = (exchange: string, ids: readonly string[]): string =>
    `报案人陈述：平台 ${exchange}${ids.length === 0 ? "" : `，${ids.join("，")}`}`
export const answersOf = (count: number): string =>
    count === 0 ? "还没有平台的答复" : `已登记平台的答复 ${String(count)} 份，是否写明账户属于谁，看答复原文`
export const chosen = (by: "rows" | "times" | "none", rows: number, files: number): string =>
    by === "none"
        ? `导出文件 ${String(files)} 份读过，没有选定行`
        : `${by === "rows" ? "报案人逐行选定" : "按报案人所述起止时间取"}，共 ${String(rows)} 行，出自导出文件 ${String(files)} 份`
/** Where figures of the exports stand, and what they do not show. */
export const LEDGER_WHERE = "data/ledger.json；annex/ledger-rows.csv"
export const LEDGER_LIMIT = {
    none: "哪些行不是本人所为，由报案人选定，导出文件看不出操作的人；程序只做加减",
    some: "哪些行不是本人所为、哪些是因受骗付出，由报案人选定，导出文件看不出操作的人，也看不出为什么付；程序只做加减",
    all: "哪些行是因受骗付出，由报案人选定，导出文件看不出为什么付；程序只做加减",
}
/** The holder, where another reports. */
export const heldBy = (name: string, relation: string): string =>
    `报案人陈述：持有人${name}，报案人与持有人的关系：${relation}`
export const NO_LEDGER = "没有读过导出文件，数额是报案人填写的"
export const method = (text: string): string => `报案人填写的方法：${text}`
/** Whom the packet does not name, by what is said to have happened. */
export const OPERATOR = "材料不能说明操作的人是谁；“未经授权”是报案人的陈述"
export const RECEIVER = "材料不能说明收款的人是谁；“受骗”是报案人的陈述"
export const transfers = (all: number, traced: number): string =>
    all === 0 ? "资产去向：没有列出转账" : `资产去向：列出转账 ${String(all)} 笔，有交易哈希的 ${String(traced)} 笔`
export const unanswered = (numbers: readonly number[]): string => `没有登记答复的请求：第 ${numbers.join("、")} 次`
/** @param then - Layers of later answers to the same request: whether they close the gap nobody has recorded. */
export const outstanding = (n: number, text: string, then: readonly number[]): string =>
    `${layer(n)}的答复尚缺：${text}${then.length === 0 ? "" : `（登记时；其后第 ${then.join("、")} 层又登记了同一次请求的答复，是否补齐看原文）`}`
export const setAside = (count: number): string => `民警注明“本次请求未采用”的事实 ${String(count)} 项`
export const foreign = (count: number, silent: number): string =>
    `第 1 层：注明含外文的 ${String(count)} 件，没有注明的 ${String(silent)} 件`
/** What the reporter wrote in another language. */
export const notChinese = (count: number): string => `第 1 层：报案人的陈述有 ${String(count)} 处不是中文，未附译文`
export const NOT_SAID = "未填"
export const WITHOUT_LIMITS = "填写人没有看到限制"
export const withLimits = (text: string): string => `有限制：${text}`
export const account = { uid: "用户编号", email: "注册邮箱" } as const
