import { verificationOf } from "../shared/source-said.words.ts"
import type { FollowUpKind, SentRequest } from "./sent-request.ts"

/** Words of the mails after a request was sent. */

const SUBJECT: Readonly<Record<FollowUpKind, string>> = {
    receipt: "receipt",
    outstanding: "outstanding items",
    thanks: "answer received",
}
export const subjectOf = (
    kind: FollowUpKind,
    ref: string,
    ticket: string | undefined,
): { readonly before: string; readonly after: string } => ({
    before: `Law enforcement request - follow-up, ${SUBJECT[kind]} - `,
    after: ` - Ref ${ref}${ticket === undefined ? "" : ` - Ticket ${ticket}`}`,
})

export const addressedTo = (addressee: string): string => `To: ${addressee}`

/** Types of requests and routes as a journal names them. */
const TYPE_EN: Readonly<Record<string, string>> = {
    disclosure: "disclosure of account records",
    preservation: "preservation of records",
    "data-freeze": "freeze of electronic data",
    freeze: "freeze of property",
    "follow-up": "further identifiers to an earlier request",
    emergency: "emergency disclosure",
}
const TYPE_ZH: Readonly<Record<string, string>> = {
    disclosure: "提供账户电子数据",
    preservation: "保全数据",
    "data-freeze": "冻结电子数据",
    freeze: "冻结财产",
    "follow-up": "就补充标识提供数据",
    emergency: "紧急提供数据",
}
const ROUTE_EN: Readonly<Record<string, string>> = {
    "existing-account": "through an account that you have verified",
    portal: "through the portal",
    email: "by e-mail",
    post: "by post",
    phone: "by telephone",
    person: "in person",
    treaty: "through the treaty channel",
}
const ROUTE_ZH: Readonly<Record<string, string>> = {
    "existing-account": "由已核验的账号提交",
    portal: "由门户提交",
    email: "由邮件提交",
    post: "邮寄",
    phone: "电话提出",
    person: "当面提交",
    treaty: "经司法协助渠道提出",
}

export const requestEn = ({ ref, type, route, sentOn, mailbox, ticket }: SentRequest): string =>
    `We refer to our request for ${TYPE_EN[type] ?? "records"}, Ref ${ref}, submitted on ${sentOn} ${ROUTE_EN[route] ?? ""}${mailbox === undefined ? "" : ` from ${mailbox}`}. ${ticket === undefined ? "No ticket number has reached us yet." : `Your ticket number: ${ticket}.`}`
        .replace(/ {2,}/g, " ")
        .replace(/ \./g, ".")
export const requestZh = ({ ref, type, route, sentOn, mailbox, ticket }: SentRequest): string =>
    `我单位${sentOn}${ROUTE_ZH[route] ?? ""}的请求（${TYPE_ZH[type] ?? "提供数据"}，编号 ${ref}${mailbox === undefined ? "" : `，发件邮箱 ${mailbox}`}）${ticket === undefined ? "，尚未收到受理编号。" : `，贵方受理编号 ${ticket}。`}`

/** A line to fill in where the journal names no item. */
const BLANK = "____________"
const itemsEn = (numbers: readonly number[]): string =>
    numbers.length === 0
        ? `items ${BLANK} of our request`
        : `item${numbers.length === 1 ? "" : "s"} ${numbers.map(String).join(", ")} of our request`
const itemsZh = (numbers: readonly number[]): string =>
    numbers.length === 0 ? `请求中的第${BLANK}项` : `请求中的第${numbers.map(String).join("、")}项`

type Text = (sent: SentRequest, days: number | undefined) => readonly string[]

export const EN: Readonly<Record<FollowUpKind, Text>> = {
    receipt: () => [
        "Please confirm that it has reached you, and tell us:",
        "1. your ticket or case number;",
        "2. which team handles it and when we may expect an answer;",
        "3. whether anything is missing, unclear, or wanted in another form.",
    ],
    outstanding: ({ answeredOn, outstanding }) => [
        `Thank you for your answer of ${answeredOn ?? BLANK}. Still outstanding: ${itemsEn(outstanding)}.`,
        "Please tell us:",
        "1. when these items will be provided;",
        "2. whether you hold no such records, hold them no longer, or decline to provide them, and on what ground;",
        "3. whether a further legal document is needed, and which.",
        "Please do not delete the records concerned in the meantime.",
    ],
    thanks: ({ answeredOn, files }, days) => [
        `Thank you for your answer of ${answeredOn ?? BLANK}${files === undefined ? "" : `; we received ${String(files)} ${files === 1 ? "file" : "files"}`}.`,
        `Please keep the records concerned, including those that were not provided, for as long as your rules allow${days === undefined ? "" : ` (as far as we know, ${String(days)} days, renewable where your rules say so)`}, and tell us:`,
        "1. until what day they are kept, and what document you need for a longer period;",
        "2. whether there are limits on the use of what you provided;",
        "3. whether the files bear hash values of your own, so that we can compare them.",
    ],
}
export const ZH: Readonly<Record<FollowUpKind, Text>> = {
    receipt: () => [
        "请确认是否收到，并告知：",
        "1. 受理编号；",
        "2. 由哪个部门办理，预计何时答复；",
        "3. 材料有无缺少、不清，或者需要其他形式。",
    ],
    outstanding: ({ answeredOn, outstanding }) => [
        `${answeredOn ?? BLANK}的答复收悉，谢谢。尚缺：${itemsZh(outstanding)}。`,
        "请告知：",
        "1. 何时提供；",
        "2. 是没有、不再保存，还是不予提供，理由是什么；",
        "3. 是否还需要其他法律文书，需要哪一种。",
        "在此期间请勿删除有关记录。",
    ],
    thanks: ({ answeredOn, files }, days) => [
        `${answeredOn ?? BLANK}的答复收悉${files === undefined ? "" : `，共 ${String(files)} 个文件`}，谢谢。`,
        `请在贵方规则允许的期限内继续保存有关记录，包括没有提供的部分${days === undefined ? "" : `（据我们所知为 ${String(days)} 日，规则允许的可以续期）`}，并告知：`,
        "1. 保存到哪一天，延长需要哪一种文书；",
        "2. 所提供的数据有没有使用限制；",
        "3. 文件有没有贵方自己的校验值，以便核对。",
    ],
}

export const NO_DATA_EN = "This mail holds no new data and no documents."
export const NO_DATA_ZH = "本邮件不含新的数据和文件。"
export const HEAD_ZH = "（中文译文）"
export const reply = (ref: string, ticket: string | undefined): string =>
    `Please reply to the e-mail address above and quote Ref ${ref}${ticket === undefined ? "" : ` and your ticket number`}.`

/** For the officer: where it goes. */
export const way = (
    address: string,
    fact: {
        readonly source: string
        readonly grade: string
        readonly reportedOn?: string | undefined
        readonly verifiedOn?: string | undefined
    },
    page: string | undefined,
): string =>
    `收件人：${address}（${fact.source}；${verificationOf(fact.grade, fact.reportedOn, fact.verifiedOn)}）。${page === undefined ? "" : `发送前与官方页面 ${page} 对照。`}由门户提交的，也可以在门户的往来消息中发同样的文字。`
