import type { Words } from "../../base/lang.ts"
import { oneLine } from "../../base/text/hygiene.ts"
import { sameInAll, wordsOf } from "../../messages/message.ts"
import { ACTS, type Act, actNamed, fieldNamed, fieldsOf } from "./acts.data.ts"
import type { Entry } from "./chain.ts"
import type { Due } from "./due.ts"
import type { Basis, Term } from "./rules.data.ts"

/** What entries and due dates say to people, in each language: for the terminal, the page and the paper. */

const ACT_WORDS: Readonly<Record<string, Words>> = Object.fromEntries(
    Object.entries<Act>(ACTS).map(([id, { words }]) => [id, words]),
)

/** `已发送` of `sent`. */
export const actSaid = (act: string): Words => wordsOf(ACT_WORDS, act)

/** `2026-11-27 10:30 +08:00`: the clock that the entry names, with its zone. */
export function momentSaid(moment: string): string {
    return `${moment.slice(0, 10)} ${moment.slice(11, 16)} ${moment.slice(19).replace("Z", "UTC")}`
}

/** `收件方：okx；渠道：邮件`; files by name with the beginning of their hash. Empty where there is nothing to say. */
export function entrySaid({ act, fields, files }: Entry): Words {
    const known = Object.keys(fields).sort((a, b) => orderOf(act, a) - orderOf(act, b))
    const parts = known.map((name) => fieldSaid(name, fields[name] ?? ""))
    for (const { name, sha256 } of files) parts.push(sameInAll(`${oneLine(name)} (SHA-256 ${sha256.slice(0, 16)}…)`))
    return {
        "zh-CN": parts.map((part) => part["zh-CN"]).join("；"),
        en: parts.map((part) => part.en).join("; "),
    }
}

/** Place of a field among those of its act; what the act does not have comes last. */
function orderOf(act: string, field: string): number {
    const known = actNamed(act)
    const own: readonly string[] = known === undefined ? [] : fieldsOf(known)
    const at = own.indexOf(field)
    return at === -1 ? own.length : at
}

/** `渠道：邮件`: a field with its name, a choice in its words. */
export function fieldSaid(name: string, text: string): Words {
    const field = fieldNamed(name)
    const label = field?.words ?? sameInAll(name)
    const value = wordsOf(field?.choices ?? {}, oneLine(text))
    return { "zh-CN": `${label["zh-CN"]}：${value["zh-CN"]}`, en: `${label.en}: ${value.en}` }
}

const STATES: Readonly<Record<Due["state"], Words>> = {
    overdue: { "zh-CN": "已过期", en: "overdue" },
    today: { "zh-CN": "今日到期", en: "due today" },
    running: { "zh-CN": "未到期", en: "running" },
    undated: { "zh-CN": "期限未定", en: "no day" },
    ended: { "zh-CN": "已了结", en: "ended" },
}
export const stateSaid = ({ state }: Due): Words => STATES[state]

const OPEN: Readonly<Record<Due["rule"]["otherwise"], Words>> = {
    silent: { "zh-CN": "台账没有写明；法律未见明文", en: "none in the journal; the law is silent" },
    unverified: { "zh-CN": "台账没有写明；未核对", en: "none in the journal; not checked" },
    desk: { "zh-CN": "收件方没有写明", en: "the desk does not say" },
}

/** The day with what it was reckoned by, and that it is a Saturday or Sunday; both days where only business days count. */
export function daySaid({ day, term, calendarDay, rule }: Due): Words {
    if (day === undefined) return OPEN[rule.otherwise]
    const rest = weekendSaid(day)
    if (term === undefined)
        return { "zh-CN": `${day}（文书写明${rest["zh-CN"]}）`, en: `${day} (as the paper states${rest.en})` }
    const length = termSaid(term)
    if (calendarDay === undefined)
        return { "zh-CN": `${day}（${length["zh-CN"]}${rest["zh-CN"]}）`, en: `${day} (${length.en}${rest.en})` }
    return {
        "zh-CN": `${day}（${length["zh-CN"]}，按周一至周五计，未计法定节假日；按自然日为 ${calendarDay}）`,
        en: `${day} (${length.en}, Monday to Friday, public holidays not counted; by plain days ${calendarDay})`,
    }
}

/** A term that ends on a day of rest is no shorter for it, but whoever has to act does so before. */
function weekendSaid(day: string): Words {
    const weekday = new Date(day).getUTCDay()
    if (weekday === 6) return { "zh-CN": "；星期六", en: "; a Saturday" }
    return weekday === 0 ? { "zh-CN": "；星期日", en: "; a Sunday" } : sameInAll("")
}

function termSaid({ count, unit }: Term): Words {
    const counted = (noun: string): string => `${String(count)} ${noun}${count === 1 ? "" : "s"}`
    switch (unit) {
        case "business-days":
            return { "zh-CN": `${String(count)} 个工作日`, en: counted("business day") }
        case "days":
            return { "zh-CN": `${String(count)} 日`, en: counted("day") }
        case "months":
            return { "zh-CN": `${String(count)} 个月`, en: counted("month") }
    }
}

/** Source, grade, and when it was read, where the day itself says the rest. */
export function sourceSaid({ source, readOn, grade }: Basis): Words {
    return {
        "zh-CN": `${source["zh-CN"]}（可信程度 ${grade}，${readOn === undefined ? "日期不详" : `${readOn} 查阅`}）`,
        en: `${source.en} (grade ${grade}, ${readOn === undefined ? "date not known" : `as of ${readOn}`})`,
    }
}

/** Source, what it says, grade, and when it was read. */
export function basisSaid({ source, says, readOn, grade }: Basis): Words {
    return {
        "zh-CN": `${source["zh-CN"]}：${says["zh-CN"]}（可信程度 ${grade}，${readOn === undefined ? "日期不详" : `${readOn} 查阅`}）`,
        en: `${source.en}: ${says.en} (grade ${grade}, ${readOn === undefined ? "date not known" : `as of ${readOn}`})`,
    }
}
