import {
    beijingWall,
    compareTimes,
    isDay,
    isUnknown,
    parseTime,
    precisionMs,
    printDate,
    printUtc,
    type Time,
} from "../../base/text/time.ts"
import { paidPart } from "../../facts/case/paid.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import * as words from "./chronology.words.ts"
import { isHeldByOther } from "./owner.ts"

/** Schedule B: what was noticed, done and reported, and when. What Schedule A says of orders, transfers and API key is not repeated. */

/**
 * Rows of the schedule in time order; a date alone is the date in China, a time is UTC.
 *
 * @param teller - Who states it: the holder of the account that is asked about, a complainant who is not its holder, or
 *   one whose account is with another platform.
 */
export function chronology(
    facts: Case,
    officer: Officer,
    teller: keyof typeof words.EVENTS = isHeldByOther(facts) ? "others" : "own",
): readonly { readonly at: string; readonly text: string }[] {
    const { kind, firstOperation, lastOperation, noticedAt } = facts.incident
    const { first, last } = words.EVENTS[teller][paidPart(kind)]
    const { receiptOn, filingOn } = officer.caseNumbers ?? {}
    const events: { readonly at: Time; readonly text: string }[] = [
        { at: firstOperation.at, text: first },
        ...(lastOperation === undefined ? [] : [{ at: lastOperation.at, text: last }]),
        { at: noticedAt, text: words.NOTICED[teller] },
        ...(receiptOn === undefined ? [] : [{ at: receiptOn, text: words.REPORTED }]),
        ...(filingOn === undefined ? [] : [{ at: filingOn, text: words.FILED }]),
    ]
    return events
        .filter(({ at }) => !isUnknown(at))
        .sort((a, b) => compareTimes(endOf(a.at), endOf(b.at)))
        .map(({ at, text }) => ({
            at: isDayInChina(at) ? words.dateInChina(printDate(at), at.about === true) : printUtc(at),
            text,
        }))
}

/** A day alone is one of China, unless another zone stands with it. */
const isDayInChina = (time: Time): boolean =>
    isDay(time) && (time.epochMs === undefined || beijingWall(time) !== undefined)

/** A day, one of China, is told behind what happened on it: nobody reports what is still to come. */
function endOf(time: Time): Time {
    const day = isDay(time) && time.epochMs === undefined ? parseTime(time.local, "+08:00") : time
    if (!isDay(time) || typeof day === "string" || day.epochMs === undefined) return time
    return { ...time, epochMs: day.epochMs + precisionMs(time) - 1 }
}
