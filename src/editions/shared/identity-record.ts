import { printBeijing } from "../../base/text/time.ts"
import type { Checklist } from "../../facts/checklist/checklist.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { photosAsked } from "../../facts/recipients/recipient.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"

/** What the archive says of identity images: in words alone, because neither image nor hash may outlive the sending. */
export interface IdentityRecord {
    readonly text: string
    /** Whether there is an act of providing them to write down: the program sends nothing, so it can not know of it. */
    readonly provided: boolean
}

/** `undefined` while nothing may be sent: then there is nothing to keep. */
export function identityRecord(
    recipient: Recipient,
    checklist: Checklist,
    officer: Officer | undefined,
): IdentityRecord | undefined {
    if (officer === undefined || checklist.conclusion === "stop") return undefined
    const asked = photosAsked(recipient)
    const images = checklist.items
        .flatMap((item) => item.leaves)
        .filter(({ photo, state }) => photo !== undefined && asked.includes(photo) && state !== "not-needed")
    if (images.length === 0)
        return { text: "所选渠道不查验证件照片，本次未制作、未对外提供证件图像。", provided: false }
    if (checklist.conclusion === "ask-channel")
        return { text: "渠道或邮箱尚未确认，本次未制作、未对外提供证件图像。", provided: false }
    const { address } = recipient.routes.email ?? {}
    const way =
        officer.route === "email" && address !== undefined ? `以单独的邮件发至 ${address}` : "在注册门户账号时上传"
    const names = images.map(({ label }) => label).join("、")
    return {
        text: `${printBeijing(officer.completedAt)}备好证件图像 ${String(images.length)} 份（${names}），供 ${recipient.identityReceivers.zh} 核验民警身份，${way}。图像另放，发送后删除；本包不含图像，也不记录其校验值。`,
        provided: true,
    }
}
