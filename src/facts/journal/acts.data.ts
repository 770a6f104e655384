import type { Words } from "../../base/lang.ts"
import { type RequestTypeId, REQUEST_TYPES as TYPES } from "../officer/request-types.data.ts"

/**
 * What a journal records, as data: acts, what is asked of each, and what must have been recorded before it. A new act or
 * field is a line here; command line, table, page and paper follow.
 */

/** How the text of a field is read; `text` is one line. */
export type FieldKind = "text" | "day" | "count" | "choice" | "code" | "recipient"

export interface Field {
    readonly kind: FieldKind
    readonly words: Words
    /** Of a choice: what may be given, each with its words. */
    readonly choices?: Readonly<Record<string, Words>>
}

const words = (zh: string, en: string): Words => ({ "zh-CN": zh, en })

/** What kinds of requests are called. */
export const REQUEST_TYPES = {
    disclosure: TYPES.disclosure.words,
    preservation: TYPES.preservation.words,
    "data-freeze": TYPES["data-freeze"].words,
    freeze: TYPES.freeze.words,
    "follow-up": TYPES["follow-up"].words,
    emergency: TYPES.emergency.words,
} as const satisfies Readonly<Record<RequestTypeId, Words>>

const ROUTES = {
    "existing-account": words("已注册的账号", "existing account"),
    portal: words("门户", "portal"),
    email: words("邮件", "e-mail"),
    post: words("邮寄", "post"),
    phone: words("电话", "telephone"),
    person: words("当面", "in person"),
    treaty: words("司法协助", "treaty channel"),
} as const

/** Whether an account with a desk is there to send through. */
export const CHANNEL_STATES = {
    none: words("没有账号", "no account"),
    applied: words("已申请", "applied for"),
    active: words("可以使用", "active"),
} as const satisfies Readonly<Record<string, Words>>

/** Fields by the name that they have in a line. At the command line `replyBy` is `--reply-by`. */
export const FIELDS = {
    no: { kind: "count", words: words("第几次请求", "request number") },
    type: { kind: "choice", words: words("请求种类", "type of request"), choices: REQUEST_TYPES },
    recipient: { kind: "recipient", words: words("收件方", "recipient") },
    route: { kind: "choice", words: words("渠道", "route"), choices: ROUTES },
    by: { kind: "text", words: words("经办人", "by whom") },
    approver: { kind: "text", words: words("批准人", "approver") },
    unit: { kind: "text", words: words("接收单位", "receiving unit") },
    mailbox: { kind: "text", words: words("发件邮箱", "sent from") },
    to: { kind: "text", words: words("收件地址", "sent to") },
    from: { kind: "text", words: words("来自", "from") },
    how: { kind: "text", words: words("核实方式", "how verified") },
    instrument: { kind: "text", words: words("文书文号", "instrument number") },
    letterCode: { kind: "text", words: words("公函核对码", "letter code") },
    code: { kind: "code", words: words("核对码", "check code") },
    number: { kind: "text", words: words("受理编号", "ticket number") },
    replyBy: { kind: "day", words: words("提供时限", "to be provided by") },
    until: { kind: "day", words: words("期限届满", "term ends") },
    renews: { kind: "count", words: words("续办第几次请求", "renews request number") },
    outstanding: { kind: "text", words: words("尚缺", "outstanding") },
    reason: { kind: "text", words: words("理由", "reason") },
    count: { kind: "count", words: words("数量", "how many") },
    entry: { kind: "count", words: words("条目", "entry") },
    state: { kind: "choice", words: words("账号状态", "state of the account"), choices: CHANNEL_STATES },
    note: { kind: "text", words: words("备注", "note") },
} as const satisfies Readonly<Record<string, Field>>

export type FieldId = keyof typeof FIELDS

/** A journal of a case, or the one of channels in the user's configuration. */
export type Book = "case" | "channels"

export interface Act {
    readonly book: Book
    readonly words: Words
    /** Fields that must be given. */
    readonly asks: readonly FieldId[]
    /** Fields that may be given. */
    readonly takes: readonly FieldId[]
    /** Hashes of files may stand with it. */
    readonly files?: true
    /** One of these must be recorded before it, of the same request where both have a number. */
    readonly needs?: readonly string[]
    /** May be recorded after the closing. */
    readonly afterClosing?: true
}

const SENT = ["sent"]

export const ACTS = {
    built: { book: "case", words: words("材料包生成", "draft built"), asks: [], takes: ["code", "note"], files: true },
    "handed-over": {
        book: "case",
        words: words("材料移交", "handed over"),
        asks: ["unit"],
        takes: ["by", "note"],
        files: true,
    },
    prepared: {
        book: "case",
        words: words("公函和附件备好", "letter and annexes prepared"),
        asks: [],
        takes: ["no", "type", "recipient", "letterCode", "note"],
    },
    approved: {
        book: "case",
        words: words("批准", "approved"),
        asks: ["approver"],
        takes: ["no", "type", "instrument", "note"],
    },
    completed: {
        book: "case",
        words: words("对外发送件和留存包完成", "submission and archive completed"),
        asks: [],
        takes: ["no", "type", "recipient", "letterCode", "code", "note"],
        files: true,
    },
    asked: {
        book: "case",
        words: words("询问渠道", "channel asked about"),
        asks: ["to"],
        takes: ["recipient", "route", "by", "mailbox", "note"],
        files: true,
    },
    "channel-confirmed": {
        book: "case",
        words: words("渠道已核实", "channel confirmed"),
        asks: ["by", "how"],
        takes: ["recipient", "to", "note"],
    },
    "access-requested": {
        book: "case",
        words: words("申请门户账号", "access requested"),
        asks: ["recipient"],
        takes: ["by", "to", "note"],
    },
    "access-granted": {
        book: "case",
        words: words("门户账号可用", "access granted"),
        asks: ["recipient"],
        takes: ["note"],
        needs: ["access-requested"],
    },
    sent: {
        book: "case",
        words: words("已发送", "sent"),
        asks: ["type", "recipient", "route", "by"],
        takes: ["no", "mailbox", "to", "replyBy", "until", "renews", "note"],
        files: true,
    },
    ticket: {
        book: "case",
        words: words("取得受理编号", "ticket number"),
        asks: ["number"],
        takes: ["no", "note"],
        needs: SENT,
    },
    acknowledged: {
        book: "case",
        words: words("对方确认收到", "acknowledged"),
        asks: [],
        takes: ["no", "from", "note"],
        needs: SENT,
    },
    "answered-in-part": {
        book: "case",
        words: words("收到部分答复", "answered in part"),
        asks: ["outstanding"],
        takes: ["no", "from", "note"],
        files: true,
        needs: SENT,
    },
    answered: {
        book: "case",
        words: words("收到答复", "answered"),
        asks: [],
        takes: ["no", "from", "note"],
        files: true,
        needs: SENT,
    },
    refused: {
        book: "case",
        words: words("对方拒绝", "refused"),
        asks: ["reason"],
        takes: ["no", "from", "note"],
        files: true,
        needs: SENT,
    },
    withdrawn: {
        book: "case",
        words: words("撤回请求", "request withdrawn"),
        asks: ["reason"],
        takes: ["no", "to", "by", "note"],
        files: true,
        needs: SENT,
    },
    "followed-up": {
        book: "case",
        words: words("去信跟进", "followed up"),
        asks: ["to"],
        takes: ["no", "by", "mailbox", "note"],
        files: true,
        needs: SENT,
    },
    "photos-deleted": {
        book: "case",
        words: words("证件图像已删除", "identity images deleted"),
        asks: [],
        takes: ["by", "count", "note"],
        afterClosing: true,
    },
    closed: { book: "case", words: words("办结", "closed"), asks: ["reason"], takes: ["by", "note"] },
    voided: {
        book: "case",
        words: words("更正作废", "an entry voided"),
        asks: ["entry", "reason"],
        takes: ["by"],
        afterClosing: true,
    },
    channel: {
        book: "channels",
        words: words("账号状态", "state of an account"),
        asks: ["recipient", "state"],
        takes: ["route", "by", "note"],
    },
} as const satisfies Readonly<Record<string, Act>>

export type ActId = keyof typeof ACTS

/** The act of that name; undefined where there is none. */
export function actNamed(name: string): Act | undefined {
    return Object.hasOwn(ACTS, name) ? ACTS[name as ActId] : undefined
}

/** The field of that name; undefined where there is none. */
export function fieldNamed(name: string): Field | undefined {
    return Object.hasOwn(FIELDS, name) ? FIELDS[name as FieldId] : undefined
}

/** All fields of an act, those it asks for first. */
export function fieldsOf({ asks, takes }: Act): readonly FieldId[] {
    return [...asks, ...takes]
}

/** `reply-by` of `replyBy`: the field as the command line has it. */
export function optionOf(field: string): string {
    return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
