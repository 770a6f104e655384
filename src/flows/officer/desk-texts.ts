import { byLang, type Lang } from "../../base/lang.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"

/** Words in which the shells say what is known of a desk. */

type Closed<T extends string> = Readonly<Record<T, string>>

export interface DeskTexts {
    readonly grade: Closed<"A" | "B" | "C" | "D">
    readonly route: Closed<keyof Recipient["routes"]>
    readonly language: Closed<Recipient["languages"]["accepted"][number]>
    readonly mailbox: Closed<"required" | "expected" | "unknown">
    readonly images: Closed<"yes" | "no">
    readonly form: Closed<"text" | "xlsx" | "csv" | "docx" | "pdf" | "image">
    readonly document: Closed<"court-order" | "police-order" | "official-letter">
    readonly withoutIt: Closed<"not-processed" | "unknown">
    readonly byDefault: Closed<"told" | "may-be-told" | "unknown">
    readonly about: Closed<"access" | "answer">
    readonly letterDocx: Closed<"yes" | "no">
    readonly identifiersCsv: Closed<"yes" | "no">
    readonly letterForPhotos: Closed<"yes" | "ask">
    readonly photo: Closed<"front" | "back" | "holding">
    readonly heads: Closed<
        | "addressee"
        | "identityReceivers"
        | "routes"
        | "officialPage"
        | "otherPages"
        | "followUp"
        | "questions"
        | "officialMail"
        | "officialDocument"
        | "userNotice"
        | "responseTimes"
        | "languages"
        | "identifierFormats"
        | "identifiersCsv"
        | "letterForPhotos"
        | "letterDocx"
        | "limits"
        | "freeze"
        | "preservation"
        | "emergency"
        | "attestation"
        | "notes"
        | "items"
        | "dataGroups"
        | "invented"
        | "reason"
        | "instead"
        | "readiness"
        | "age"
    >
    /** Before what another source says of the same. */
    readonly reading: (said: string) => string
    readonly differing: (count: number) => string
    readonly inventedAddress: (of: { readonly seen: string; readonly on: string; readonly grade: string }) => string
    readonly noChannel: string
    readonly insteadOf: string
    readonly undated: (heads: string) => string
    readonly months: (count: number) => string
    readonly ages: (newest: string, oldest: string, undated: number) => string
    readonly noDates: string
    readonly source: string
    readonly noDate: string
    readonly reported: (day: string) => string
    readonly verified: (day: string | undefined) => string
    readonly noAddress: string
    readonly noPage: string
    readonly toState: (said: string) => string
    readonly periods: (of: {
        readonly daysBefore?: number | undefined
        readonly daysAfter?: number | undefined
        readonly fromKeyCreation?: string | undefined
    }) => string
    readonly old: (limit: number) => string
    readonly noSuffix: string
    readonly refused: string
    readonly bytes: (file: string | undefined, mail: string | undefined, total: string | undefined) => string
    /** Of an account with a desk. */
    readonly notRecorded: string
    readonly since: (day: string) => string
    readonly compiledOn: (day: string) => string
    readonly legend: string
    readonly compiled: (day: string, age: number) => string
    readonly counts: (facts: number, verified: number) => string
    readonly newest: (day: string | undefined) => string
    readonly own: string
    readonly check: string
    readonly separator: string
    readonly comma: string
    readonly colon: string
    readonly bracket: (text: string) => string
    /** Behind an item: what the profile notes about it, in Chinese only. */
    /** In English nothing where the profile has no English. */
    readonly itemNote: (note: string, noteEn: string | undefined) => string
}

export const deskTexts = byLang<DeskTexts>({
    grade: {
        "zh-CN": { A: "A 官方页面或法规原文", B: "B 可信二手", C: "C 较弱", D: "D 推断或假定" },
        en: {
            A: "A official page or text of a rule",
            B: "B credible second hand",
            C: "C weak",
            D: "D inferred or assumed",
        },
    },
    route: {
        "zh-CN": { "existing-account": "已注册账号", portal: "门户", email: "邮件" },
        en: { "existing-account": "existing account", portal: "portal", email: "e-mail" },
    },
    language: { "zh-CN": { "zh-CN": "中文", en: "英文" }, en: { "zh-CN": "Chinese", en: "English" } },
    mailbox: {
        "zh-CN": { required: "必须用单位邮箱", expected: "应当用单位邮箱", unknown: "邮箱要求未知" },
        en: {
            required: "official mailbox required",
            expected: "official mailbox expected",
            unknown: "rule for mailboxes not known",
        },
    },
    images: {
        "zh-CN": { yes: "需要证件图像", no: "不需要证件图像" },
        en: { yes: "identity images wanted", no: "no identity images" },
    },
    form: {
        "zh-CN": { text: "文字", xlsx: "Excel 表格", csv: "CSV", docx: "Word 文件", pdf: "PDF", image: "图片" },
        en: { text: "text", xlsx: "Excel sheet", csv: "CSV", docx: "Word file", pdf: "PDF", image: "picture" },
    },
    document: {
        "zh-CN": { "court-order": "法院命令", "police-order": "警方命令、令状", "official-letter": "单位正式公函" },
        en: {
            "court-order": "court order",
            "police-order": "police order or warrant",
            "official-letter": "official letter of the agency",
        },
    },
    withoutIt: {
        "zh-CN": { "not-processed": "未附的不予处理", unknown: "未附的如何处理，未见说明" },
        en: { "not-processed": "not processed without", unknown: "what happens without is not stated" },
    },
    byDefault: {
        "zh-CN": { told: "一般会告知", "may-be-told": "可能告知", unknown: "未知" },
        en: { told: "told as a rule", "may-be-told": "may be told", unknown: "not known" },
    },
    about: { "zh-CN": { access: "账号申请", answer: "答复" }, en: { access: "access", answer: "answer" } },
    letterDocx: {
        "zh-CN": { yes: "随附可编辑的公函（04-Letter.docx）", no: "不随附" },
        en: { yes: "an editable letter goes along (04-Letter.docx)", no: "none" },
    },
    identifiersCsv: {
        "zh-CN": { yes: "需要另附 CSV", no: "不需要" },
        en: { yes: "wanted besides the sheet", no: "not wanted" },
    },
    letterForPhotos: {
        "zh-CN": { yes: "接受单位公函", ask: "说法不一或者没有写明，请先询问" },
        en: { yes: "a letter of the agency is accepted", ask: "sources differ or say nothing; ask first" },
    },
    photo: {
        "zh-CN": { front: "证件正面照片", back: "证件反面照片", holding: "手持证件照片" },
        en: {
            front: "photo of the ID, front",
            back: "photo of the ID, back",
            holding: "photo of the officer holding the ID",
        },
    },
    heads: {
        "zh-CN": {
            addressee: "收件人",
            identityReceivers: "证件图像的接收单位（图上标注）",
            routes: "渠道",
            officialPage: "官方页面",
            otherPages: "本单位的其他页面",
            followUp: "跟进地址",
            questions: "询问地址",
            officialMail: "单位邮箱",
            officialDocument: "法律文书",
            userNotice: "是否告知用户",
            responseTimes: "办理时间",
            languages: "语言",
            identifierFormats: "编号的提供形式",
            identifiersCsv: "编号的 CSV",
            letterForPhotos: "以公函代替证件照片",
            letterDocx: "可编辑的公函",
            limits: "大小限制",
            freeze: "冻结",
            preservation: "保全（保存期限）",
            emergency: "紧急情形（限于危及生命）",
            attestation: "声明文字",
            notes: "其他",
            items: "所需信息",
            dataGroups: "可请求的数据（按重要程度）",
            invented: "网上流传、不要使用的地址",
            reason: "没有可以核实的受理渠道",
            instead: "怎么办",
            readiness: "账号",
            age: "各项事实距今多久（一格 3 个月，按本机时间）",
        },
        en: {
            addressee: "Addressee",
            identityReceivers: "Receivers of identity images (named in the mark)",
            routes: "Routes",
            officialPage: "Official page",
            otherPages: "Other pages of its own",
            followUp: "Follow-up",
            questions: "Questions",
            officialMail: "Official mailbox",
            officialDocument: "Legal papers",
            userNotice: "Notice to the user",
            responseTimes: "Times",
            languages: "Languages",
            identifierFormats: "Form of identifiers",
            identifiersCsv: "Identifiers as CSV",
            letterForPhotos: "A letter in place of photos of the ID",
            letterDocx: "Editable letter",
            limits: "Size limits",
            freeze: "Freeze",
            preservation: "Preservation",
            emergency: "Emergency (danger to life alone)",
            attestation: "Attestation",
            notes: "Also",
            items: "Items wanted",
            dataGroups: "Data that can be asked for, in order of importance",
            invented: "Addresses in circulation that are not to be used",
            reason: "No channel that could be checked",
            instead: "What to do",
            readiness: "Account",
            age: "How long ago each fact was said or verified (a cell is three months, by this machine's clock)",
        },
    },
    reading: {
        "zh-CN": (said) => `另一说法：${said}`,
        en: (said) => `another reading: ${said}`,
    },
    differing: {
        "zh-CN": (count) => `${String(count)} 处说法不一`,
        en: (count) => (count === 1 ? "1 fact has readings that differ" : `${String(count)} readings differ`),
    },
    inventedAddress: {
        "zh-CN": ({ seen, on, grade }) => `见于${seen}；${on} 查看；可信程度 ${grade}`,
        en: ({ seen, on, grade }) => `seen in ${seen}; looked at ${on}; grade ${grade}`,
    },
    noChannel: {
        "zh-CN": "没有可以核实的受理渠道，不能向它办理",
        en: "no channel that could be checked: it cannot be asked",
    },
    insteadOf: {
        "zh-CN":
            "由网安从它的官方网站查找，或者请示上级，按国际刑事司法协助、警务合作的途径办理。查到渠道的，写成收件方资料，用 --recipients 给出",
        en: "Have its official site searched, or ask superiors for mutual legal assistance or police cooperation. Where a channel is found, write it as a profile and give it with --recipients.",
    },
    undated: {
        "zh-CN": (heads) => `来源没有日期：${heads}`,
        en: (heads) => `from undated sources: ${heads}`,
    },
    months: {
        "zh-CN": (count) => (count === 0 ? "不到 1 个月" : `${String(count)} 个月`),
        en: (count) => (count === 0 ? "under a month" : count === 1 ? "1 month" : `${String(count)} months`),
    },
    ages: {
        "zh-CN": (newest, oldest, undated) => `最新 ${newest}，最旧 ${oldest}，${String(undated)} 项来源无日期`,
        en: (newest, oldest, undated) => `newest ${newest}, oldest ${oldest}, ${String(undated)} undated`,
    },
    noDates: { "zh-CN": "来源均无日期", en: "no source is dated" },
    source: { "zh-CN": "来源", en: "source" },
    noDate: { "zh-CN": "来源无日期", en: "source undated" },
    reported: { "zh-CN": (day) => `${day} 告知或发布`, en: (day) => `said or published ${day}` },
    verified: {
        "zh-CN": (day) => (day === undefined ? "尚无人核实" : `${day} 核实`),
        en: (day) => (day === undefined ? "verified by nobody yet" : `verified ${day}`),
    },
    noAddress: { "zh-CN": "地址未知", en: "address not known" },
    noPage: {
        "zh-CN": "没有查到，先请网安查明官方页面",
        en: "none was found; find it first",
    },
    toState: {
        "zh-CN": (said) => `请求须写明：${said}`,
        en: (said) => `the request is to state: ${said}`,
    },
    periods: {
        "zh-CN": ({ daysBefore, daysAfter, fromKeyCreation }) =>
            [
                fromKeyCreation && "期间自密钥创建起",
                daysBefore && `期间提前 ${String(daysBefore)} 天`,
                daysAfter && `期间延后 ${String(daysAfter)} 天`,
            ]
                .filter(Boolean)
                .join("，") || "期间取整点",
        en: ({ daysBefore, daysAfter, fromKeyCreation }) =>
            [
                fromKeyCreation && "from the key's creation",
                daysBefore && `${String(daysBefore)} days before`,
                daysAfter && `${String(daysAfter)} days after`,
            ]
                .filter(Boolean)
                .join(", ") || "whole hours",
    },
    old: {
        "zh-CN": (limit) => `按本机时间已超过 ${String(limit)} 天，请重新核对`,
        en: (limit) => `older than ${String(limit)} days by this machine's clock: check it anew`,
    },
    noSuffix: { "zh-CN": "没有写明域名，须向对方确认", en: "no domain is named; ask the desk" },
    refused: { "zh-CN": "不接受：", en: "not accepted: " },
    bytes: {
        "zh-CN": (file, mail, total) =>
            [file && `单个文件 ${file} 字节`, mail && `每封邮件附件 ${mail} 字节`, total && `合计 ${total} 字节`]
                .filter(Boolean)
                .join("，"),
        en: (file, mail, total) =>
            [
                file && `${file} bytes per file`,
                mail && `${mail} bytes of attachments per mail`,
                total && `${total} bytes in all`,
            ]
                .filter(Boolean)
                .join(", "),
    },
    notRecorded: { "zh-CN": "没有记录", en: "not recorded" },
    since: { "zh-CN": (day) => `${day} 起`, en: (day) => `from ${day}` },
    compiledOn: { "zh-CN": (day) => `整理于 ${day}`, en: (day) => `compiled ${day}` },
    legend: {
        "zh-CN": "横条一格 3 个月：█ 到最新的一项，- 到最旧的一项；按本机时间。",
        en: "A cell of a bar is three months: █ to the newest fact, - to the oldest, by this machine's clock.",
    },
    compiled: {
        "zh-CN": (day, age) => `整理于 ${day}（按本机时间，距今 ${String(age)} 天）`,
        en: (day, age) => `compiled ${day} (${String(age)} days ago by this machine's clock)`,
    },
    counts: {
        "zh-CN": (facts, verified) =>
            `${String(facts)} 项事实，${verified === 0 ? "尚无一项核实" : `${String(verified)} 项已核实`}`,
        en: (facts, verified) =>
            `${String(facts)} facts, ${verified === 0 ? "none verified yet" : `${String(verified)} verified`}`,
    },
    newest: {
        "zh-CN": (day) => (day === undefined ? "来源均无日期" : `最近的来源日期 ${day}`),
        en: (day) => (day === undefined ? "no source is dated" : `newest date of a source ${day}`),
    },
    own: { "zh-CN": "自备资料", en: "your own profile" },
    check: {
        "zh-CN": "地址和规则随时可能变化：发送前请由民警或网安部门从官方页面核对，并填入民警信息表的“渠道核实”各项。",
        en: "Addresses and rules change at any time: have them checked against the official page before sending, and note it in channelConfirmed.",
    },
    separator: { "zh-CN": "；", en: "; " },
    comma: { "zh-CN": "、", en: ", " },
    colon: { "zh-CN": "：", en: ": " },
    itemNote: { "zh-CN": (note) => `（${note}）`, en: (_, noteEn) => (noteEn === undefined ? "" : ` (${noteEn})`) },
    bracket: { "zh-CN": (text) => `（${text}）`, en: (text) => ` (${text})` },
})

/** What a profile says, in the languages that it has. */
export interface Said {
    readonly zh?: string | undefined
    readonly en?: string | undefined
}

const SAID: Readonly<Record<Lang, (said: Said) => string | undefined>> = {
    "zh-CN": ({ zh }) => zh,
    en: ({ zh, en }) => en ?? zh,
}

/** A profile's words for a reader; Chinese where it says nothing in English. */
export function saidIn(lang: Lang, said: Said): string {
    return SAID[lang](said) ?? ""
}
