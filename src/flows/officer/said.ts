import type { Words } from "../../base/lang.ts"
import { conclusionZh, numbersZh } from "../../editions/officer/checklist.ts"
import type { Checklist, Conclusion } from "../../facts/checklist/checklist.ts"
import type { OutputSize } from "../../typeset/mail/budget.ts"

/** What every shell says of a request behind a step: the two numbers, the conclusion, and how large things are. */

export function numbersSaid(checklist: Checklist): Words {
    const { items, conditions } = numbersZh(checklist)
    return {
        "zh-CN": `${items} · ${conditions}`,
        en: `items ${checklist.itemsAsked ? `${String(checklist.itemsDone)}/${String(checklist.items.length)}` : "not applicable"} · conditions ${String(checklist.conditionsMet)}/${String(checklist.conditions.length)}`,
    }
}

const CONCLUSIONS_EN: Readonly<Record<Conclusion, string>> = {
    send: "may be sent",
    "no-identity-images": "may be sent; identity images must not be sent, see the checklist",
    "ask-channel": "you may write to ask about the channel; neither case data nor identity images may be sent",
    stop: "must not be sent yet; see the checklist",
}

export function conclusionSaid(checklist: Checklist): Words {
    return { "zh-CN": conclusionZh(checklist), en: CONCLUSIONS_EN[checklist.conclusion] }
}

/** Millions of bytes; never 0.0 for something that is there. */
const megabytes = (bytes: number): string => Math.max(0.1, bytes / 1_000_000).toFixed(1)

export function sizeSaid({ files, bytes, mails, mailBytes }: OutputSize): Words {
    if (files === 0) return { "zh-CN": "无", en: "none" }
    return {
        "zh-CN": `${String(files)} 个，共 ${megabytes(bytes)} MB；用邮件需 ${String(mails)} 封（每封附件以 ${megabytes(mailBytes)} MB 计）`,
        en: `${counted(files, "file")}, ${megabytes(bytes)} MB; ${counted(mails, "mail")} of ${megabytes(mailBytes)} MB of attachments`,
    }
}

const counted = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? "" : "s"}`
