import { type Issue, issue } from "../../base/issue.ts"
import type { OfficerSoFar } from "../officer/officer.ts"
import type { Recipient } from "../recipients/recipient-schema.ts"

/** Domains of mailboxes that anybody can open, also below them (`vip.qq.com`). By provider. */
const PUBLIC_MAIL: readonly string[] = [
    "qq.com",
    "foxmail.com", // Tencent
    "163.com",
    "126.com",
    "yeah.net",
    "188.com",
    "netease.com", // NetEase
    "sina.com",
    "sina.cn",
    "sina.com.cn",
    "weibo.com",
    "sohu.com",
    "tom.com",
    "21cn.com",
    "263.net",
    "139.com",
    "189.cn",
    "wo.cn", // carriers
    "aliyun.com",
    "alibaba.net",
    "china.com",
    "eyou.com",
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "live.cn",
    "msn.com",
    "outlook.cn",
    "icloud.com",
    "me.com",
    "mac.com",
    "yahoo.com",
    "yahoo.cn",
    "yahoo.com.cn",
    "ymail.com",
    "aol.com",
    "proton.me",
    "protonmail.com",
    "pm.me",
    "tutanota.com",
    "gmx.com",
    "mail.com",
    "mail.ru",
    "yandex.com",
    "yandex.ru",
    "zoho.com",
    "fastmail.com",
]

/** The public provider of a mailbox, if it is one. */
export function publicProvider(email: string): string | undefined {
    const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase()
    return PUBLIC_MAIL.find((one) => domain === one || domain.endsWith(`.${one}`))
}

/** A public mailbox: refused only where the route's profile says that the desk refuses it and nobody answered for it. */
export function checkMail(file: string, officer: OfficerSoFar, recipient: Recipient): Issue[] {
    const found = officer.officer?.email
    const domain = found === undefined ? undefined : publicProvider(found)
    if (found === undefined || domain === undefined) return []
    const path = [file, "officer", "email"]
    const isAccepted = officer.mailboxAccepted !== undefined
    const route = recipient.routes[officer.route]
    if (route?.officialMailbox === "required" && !isAccepted)
        return [
            issue("request.mail.public-refused", path, { found, domain, route: route.name.zh, routeEn: route.name.en }),
        ]
    const answered = isAccepted ? "accepted" : "no"
    return [issue("request.mail.public", path, { found, domain, answered }, isAccepted ? "note" : "warning")]
}
