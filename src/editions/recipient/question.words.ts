import type { RouteId } from "../../facts/recipients/recipient-schema.ts"
import { verificationOf } from "../shared/source-said.words.ts"

/** Words of the question about a channel and its safety. */

export const questionSubject = (ref: string): string =>
    `Question about the channel for law enforcement requests - Ref ${ref}`

/** What the unit that checks links asks about. */
export interface Safety {
    /** Registered domains of the desk's addresses. */
    readonly domains?: readonly string[]
    /** Host of the portal. */
    readonly host?: string
}
interface Asked extends Safety {
    readonly recipient: { readonly zh: string; readonly en: string }
    readonly route: RouteId
    /** The address in doubt, without its scheme. */
    readonly address: string | undefined
}

const CHANNEL_EN: Readonly<Record<RouteId, (address: string) => string>> = {
    email: (address) => `the mailbox ${address}`,
    portal: (address) => `the web portal ${address}`,
    "existing-account": (address) => `an account at ${address}`,
}
const CHANNEL_ZH: Readonly<Record<RouteId, (address: string) => string>> = {
    email: (address) => `邮箱 ${address} `,
    portal: (address) => `门户 ${address} `,
    "existing-account": (address) => `${address} 的账号`,
}

export const questionsEn = ({ recipient, route, address, domains = [], host }: Asked): readonly string[] => [
    address === undefined
        ? `Which channel do you accept for requests of mainland China police to ${recipient.en}?`
        : `Is ${CHANNEL_EN[route](address)} an accepted channel for requests of mainland China police to ${recipient.en}? If not, which channel is?`,
    "On which page of your own website is that channel named?",
    ...(host === undefined
        ? []
        : [
              `Which company operates ${host}, and in which country is it established?`,
              `Does ${host} pass visitors on to other domains, and which authority issues its certificate?`,
          ]),
    ...(domains.length < 2
        ? []
        : [`How are the domains ${listEn(domains)} related, and which of them do you use today?`]),
    "Where are images of identity documents and the data of a request stored, who can see them, and for how long are they kept? Are they deleted on request?",
    "Which proof of identity do you accept in place of ID photographs, for example an official letter?",
    "Which e-mail domains do you accept from the requesting agency?",
]
export const questionsZh = ({ recipient, route, address, domains = [], host }: Asked): readonly string[] => [
    address === undefined
        ? `中国大陆公安机关向${recipient.zh}提出请求，贵方接受哪一条渠道？`
        : `${CHANNEL_ZH[route](address)}是不是贵方接受中国大陆公安机关向${recipient.zh}提出请求的渠道？如果不是，请告知正确的渠道。`,
    "贵方自己网站的哪一个页面写明了这一渠道？",
    ...(host === undefined
        ? []
        : [`${host} 由哪家公司运营，设立在哪个国家？`, `${host} 会不会把访问者转到其他域名？证书由哪家机构签发？`]),
    ...(domains.length < 2 ? [] : [`域名 ${domains.join("、")} 相互是什么关系，现在使用哪一个？`]),
    "证件图像和请求中的数据存放在哪里，谁可以看到，保存多久？可否应请求删除？",
    "除证件照片以外，贵方接受哪些身份证明，例如单位公函？",
    "贵方接受请求单位的哪些邮箱域名？",
]
const listEn = (all: readonly string[]): string => `${all.slice(0, -1).join(", ")} and ${all.at(-1) ?? ""}`

export const LAST_EN = "Please answer from an address of your own domain. This question holds no case data."
export const LAST_ZH = "请从贵方自己域名的邮箱答复。本询问不含案件资料。"
export const HEAD_ZH = "（中文译文）"

/** Lines to fill in, where nobody asks yet. */
export const BLANK_EN = "____________"
export const SIGNED_BLANK: readonly string[] = [
    `Name and position: ${BLANK_EN}`,
    `Agency, department, country: ${BLANK_EN}`,
    `Official e-mail: ${BLANK_EN}`,
]

/** For the officer: where the question goes, and what its answer is worth. */
const ANSWER_ALONE = "被询问的地址自己发来的答复，不能证明该地址属实；答复还要与官方页面对照。"
export const askFrom = (page: string, mailbox: string | undefined): string =>
    `去处：请网安打开官方页面 ${page}，先用该页面列出的联系方式询问；不用从别处抄来的邮箱。${mailbox ?? ""}${ANSWER_ALONE}`
export const mailboxToAsk = (
    address: string,
    fact: {
        readonly source: string
        readonly grade: string
        readonly reportedOn?: string | undefined
        readonly verifiedOn?: string | undefined
    },
): string =>
    `资料中用于询问的邮箱：${address}（${fact.source}；${verificationOf(fact.grade, fact.reportedOn, fact.verifiedOn)}）。`
export const NO_PAGE_TO_ASK = `去处：先请网安查明官方页面，再用该页面列出的联系方式询问；本程序的资料中没有这一页面，因此不写任何邮箱。${ANSWER_ALONE}`
