import type { SendingIssues } from "../base/issues/sending.ts"
import type { Messages } from "./message.ts"

export const sendingIssues: Messages<keyof SendingIssues> = {
    "sending.period.zone-unknown": (p) => ({
        "zh-CN": {
            message: `请求的期间（${p.from} 至 ${p.to}）没有注明时区，收件方无法查询`,
            hint: "请在“数据期间”写明起止时间和时区，例如 2023-03-21 00:00 北京时间，或 2023-03-20 16:00 UTC",
        },
        en: {
            message: `the period asked for (${p.from} to ${p.to}) names no time zone, so no desk can search it`,
            hint: "give request.period with start, end and zone, for example 2023-03-20 16:00 Z or +08:00",
        },
    }),
    "sending.period.unknown": () => ({
        "zh-CN": {
            message: "案件材料中发生的时间不清楚，请求没有期间，收件方无法查询",
            hint: "请在“数据期间”写明起止时间和时区，例如 2023-03-21 00:00 北京时间，或 2023-03-20 16:00 UTC",
        },
        en: {
            message: "the case does not know when it happened, so the request has no period to search",
            hint: "give request.period with start, end and zone, for example 2023-03-20 16:00 Z or +08:00",
        },
    }),
    "sending.account.other-platform": (p) => ({
        "zh-CN": {
            message: `材料中账户所在平台写作“${p.platform}”，收件方是${p.recipient}；发出的文件不写平台名称`,
            hint: "请核对“收件方”一项；向其他平台追查的，请说明该平台上的账户",
        },
        en: {
            message: `the case says that the account is with "${p.platform}", the recipient is ${p.recipient}; what leaves names no platform`,
            hint: "check the recipient; where funds are followed to another platform, name the account there",
        },
    }),
    "sending.group.no-orders": (p) => ({
        "zh-CN": {
            message: `请求的数据“${p.zh}”（${p.id}）只针对所列订单，本次没有列入订单，公函和请求都不写这一项`,
            hint: "不需要的，请取消选择这一项；需要的，请报案人在案件材料中补充订单",
        },
        en: {
            message: `the data group "${p.en}" (${p.id}) is about the listed orders alone and no order is listed, so letter and request leave it out`,
            hint: "leave this group out, or have the account holder add the orders to the case",
        },
    }),
    "sending.transfer.party-unread": (p) => ({
        "zh-CN": {
            message: `划转记录中有 ${p.count} 处转出方或转入方（例如“${p.found}”）既不是常见的账户种类，也不是地址，发出的文件只写“Not provided”`,
            hint: "知道地址的，请报案人在 case.yaml 的 transfers 中写明完整地址",
        },
        en: {
            message: `${String(p.count)} senders or receivers of transfers (for example "${p.found}") are neither a known kind of wallet nor an address; what leaves says "Not provided"`,
            hint: "where an address is known, have the account holder give it in full in case.yaml, transfers",
        },
    }),
}
