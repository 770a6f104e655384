import { beijingWall, parseTime } from "../../base/text/time.ts"
import { REQUEST_TYPES } from "../../facts/journal/acts.data.ts"
import type { Journal } from "../../facts/journal/chain.ts"
import { type Due, numberOf, standing } from "../../facts/journal/due.ts"
import { actSaid, basisSaid, daySaid, entrySaid, sourceSaid, stateSaid } from "../../facts/journal/said.ts"
import { wordsOf } from "../../messages/message.ts"
import { shown } from "../shared/print.ts"
import * as words from "./progress.words.ts"

/** 办理进度, one page for the officer and whoever asks the officer: requests, terms, what was done, and the end code. */

/** What one page holds besides entries. */
const MOST = { due: 6, requests: 5, detail: 90 }

/** Data of 办理进度 as a journal stands on a day, with the last so many entries. */
export function progressView(journal: Journal, due: readonly Due[], on: string, most: number): object {
    const { entries, codes, head } = journal
    const valid = new Set(standing(entries).map(({ n }) => n))
    const last = entries.slice(-most)
    const running = due.filter(({ state }) => state !== "ended")
    const open = running.slice(0, MOST.due)
    const hidden = entries.length - last.length
    const requests = requestsOf(journal)
    const further = requests.length - MOST.requests
    const bases = open.map(basisOf)
    return {
        ref: shown(head?.ref),
        checkCode: shown(head?.checkCode),
        on,
        count: String(entries.length),
        endCode: codes.at(-1) ?? "",
        requests: requests.slice(-MOST.requests),
        earlierRequests: further > 0 ? words.earlierRequests(further) : undefined,
        due: open.map((one, i) => ({
            title: one.rule.words["zh-CN"],
            from: one.from,
            day: daySaid(one)["zh-CN"],
            state: stateSaid(one)["zh-CN"],
            basis: bases[i] === bases[i - 1] ? words.AS_ABOVE : bases[i],
        })),
        laterTerms: running.length > open.length ? words.laterTerms(running.length - open.length) : undefined,
        nothingDue: open.length === 0 ? words.NOTHING_DUE : undefined,
        entries: last.map((entry) => ({
            n: String(entry.n),
            at: minute(entry.at),
            act:
                shown(actSaid(entry.act)["zh-CN"]) + (valid.has(entry.n) || entry.act === "voided" ? "" : words.VOIDED),
            detail: shortened(entrySaid(entry)["zh-CN"]),
        })),
        earlier: hidden > 0 ? words.earlier(hidden) : undefined,
    }
}

/** What law leaves open is told with its source; of a term that is plain the source is enough. */
function basisOf({ day, rule, basis }: Due): string {
    return (day === undefined || rule.law !== undefined ? basisSaid : sourceSaid)(basis)["zh-CN"]
}

/** How far each request is: what was sent, its ticket, and the last that came back. */
function requestsOf({ entries }: Journal): readonly object[] {
    const valid = standing(entries)
    const sent = valid.filter(({ act }) => act === "sent")
    const numbers = [...new Set(sent.map(numberOf))]
    return numbers.map((no) => {
        const own = valid.filter((entry) => numberOf(entry) === no)
        const first = own.find(({ act }) => act === "sent")
        const ticket = own.findLast(({ act }) => act === "ticket")
        const heard = own.findLast(({ act }) => ANSWERS.includes(act))
        return {
            no: words.request(no),
            type: shown(wordsOf(REQUEST_TYPES, first?.fields.type ?? "")["zh-CN"]),
            recipient: shown(first?.fields.recipient),
            sent: first?.at.slice(0, 10) ?? words.NOT_YET,
            ticket: shortened(shown(ticket?.fields.number, words.NOT_YET)),
            heard: heard === undefined ? words.NOT_YET : `${actSaid(heard.act)["zh-CN"]} ${heard.at.slice(0, 10)}`,
        }
    })
}

/** `2026-11-27 10:30` in Beijing, as the head of the column says. */
function minute(moment: string): string {
    const time = parseTime(moment)
    return (typeof time === "string" ? moment : (beijingWall(time) ?? moment)).slice(0, 16)
}

const ANSWERS: readonly string[] = ["acknowledged", "answered-in-part", "answered", "refused", "withdrawn"]

function shortened(text: string): string {
    const characters = [...shown(text, words.NOT_YET)]
    return characters.length > MOST.detail ? `${characters.slice(0, MOST.detail).join("")}…` : characters.join("")
}
