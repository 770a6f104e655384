import { type Issue, type IssueParams, issue } from "../../base/issue.ts"
import type { Named } from "../../base/issues/journal.ts"
import { findInvisible, halfWidth, hasLoneSurrogate, oneLine } from "../../base/text/hygiene.ts"
import { printMoment } from "../../base/text/local-time.ts"
import { findSecret } from "../../base/text/secrets.ts"
import { isMoment, parseTime } from "../../base/text/time.ts"
import { sameInAll } from "../../messages/message.ts"
import {
    ACTS,
    type Act,
    actNamed,
    type Book,
    FIELDS,
    type Field,
    type FieldId,
    fieldsOf,
    REQUEST_TYPES,
} from "./acts.data.ts"
import type { Entry, FileHash, Journal } from "./chain.ts"
import { numberOf, standing } from "./due.ts"

/** What somebody wants recorded, as typed. */
export interface NewEntry {
    readonly act: string
    /** Time of the act with its zone; that of the recording where absent. */
    readonly at?: string
    /** Texts of fields by their names. */
    readonly fields: Readonly<Record<string, string>>
    readonly files: readonly FileHash[]
}

/** Longest text of a field, in characters. */
const LONGEST = 300

/**
 * The entry that stands behind those of a journal, or why it may not.
 *
 * @param recordedAt - RFC 3339 by the clock of the shell.
 */
export function checkEntry(
    journal: Journal,
    book: Book,
    typed: NewEntry,
    recordedAt: string,
): { readonly entry?: Entry; readonly issues: readonly Issue[] } {
    const act = actNamed(typed.act)
    if (act === undefined || act.book !== book) {
        return { issues: [issue("journal.act.unknown", ["act"], { found: typed.act, expected: actsOf(book) })] }
    }
    const named: Named = { id: typed.act, words: act.words }
    const issues: Issue[] = []
    const fields: Record<string, string> = {}
    for (const [name, text] of Object.entries(typed.fields)) {
        const field = fieldsOf(act).find((one) => one === name)
        if (field === undefined) {
            issues.push(issue("journal.field.not-taken", [name], { act: named, field: name, expected: taken(act) }))
            continue
        }
        const value = readField(field, text, issues)
        if (value !== undefined) fields[name] = value
    }
    for (const field of act.asks)
        if (typed.fields[field] === undefined)
            issues.push(issue("journal.field.missing", [field], { act: named, field: fieldOf(field) }))
    if (typed.files.length > 0 && act.files === undefined)
        issues.push(issue("journal.field.not-taken", ["file"], { act: named, field: "file", expected: taken(act) }))
    const at = readAt(typed.at, recordedAt, issues)
    const entry: Entry = { n: journal.entries.length + 1, at, recordedAt, act: typed.act, fields, files: typed.files }
    issues.push(...gates(act, entry, journal))
    return issues.length > 0 ? { issues } : { entry, issues }
}

/** The acts that a book takes. */
export function actsOf(book: Book): readonly Named[] {
    return Object.entries<Act>(ACTS).flatMap(([id, act]) => (act.book === book ? [{ id, words: act.words }] : []))
}

const fieldOf = (id: FieldId): Named => ({ id, words: FIELDS[id].words })
const actOf = (id: string): Named => ({ id, words: actNamed(id)?.words ?? sameInAll(id) })
const FILE: Named = { id: "file", words: { "zh-CN": "文件", en: "file" } }

const taken = (act: Act): readonly Named[] => [
    ...fieldsOf(act).map(fieldOf),
    ...(act.files === undefined ? [] : [FILE]),
]

function readField(name: FieldId, typed: string, issues: Issue[]): string | undefined {
    const field: Field = FIELDS[name]
    const text = typed.trim()
    const fault = (expected: IssueParams["journal.field.value"]["expected"]): undefined => {
        issues.push(issue("journal.field.value", [name], { field: fieldOf(name), found: oneLine(typed), expected }))
        return undefined
    }
    if (text === "") return fault("text")
    switch (field.kind) {
        case "day":
            return isRealDay(halfWidth(text)) ? halfWidth(text) : fault("day")
        case "count":
            return /^[1-9]\d{0,4}$/.test(halfWidth(text)) ? halfWidth(text) : fault("count")
        case "code": {
            const digits = halfWidth(text).replace(/[\s-]/g, "").toLowerCase()
            return /^[0-9a-f]{32}$/.test(digits) ? digits.replace(/(.{4})(?=.)/g, "$1 ") : fault("code")
        }
        case "recipient":
            return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? text : fault("recipient")
        case "choice":
            return Object.hasOwn(field.choices ?? {}, text)
                ? text
                : fault(Object.entries(field.choices ?? {}).map(([id, words]) => ({ id, words })))
        default:
            if ([...text].length > LONGEST || /[\n\r\t]/.test(text)) return fault("text")
            if (findInvisible(text) !== undefined || hasLoneSurrogate(text)) return fault("visible")
            return findSecret(text) === undefined ? text : fault("secret")
    }
}

function isRealDay(text: string): boolean {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && typeof parseTime(text, "UTC") !== "string"
}

function readAt(typed: string | undefined, recordedAt: string, issues: Issue[]): string {
    if (typed === undefined) return recordedAt
    const time = parseTime(typed)
    if (typeof time === "string" || !isMoment(time) || time.epochMs === undefined) {
        issues.push(issue("journal.time.unread", ["at"], { found: typed }))
        return recordedAt
    }
    if (time.epochMs > Date.parse(recordedAt) + 999)
        issues.push(issue("journal.time.future", ["at"], { at: typed, recordedAt }))
    return printMoment(time.epochMs, time.offsetMinutes ?? 0)
}

/** What must stand in a journal before an act may. */
function gates(act: Act, entry: Entry, { entries }: Journal): readonly Issue[] {
    const found: Issue[] = []
    const valid = standing(entries)
    const no = numberOf(entry)
    const isSame = (other: Entry): boolean =>
        entry.act === "access-granted" ? other.fields.recipient === entry.fields.recipient : numberOf(other) === no
    if (act.needs !== undefined && !valid.some((other) => act.needs?.includes(other.act) === true && isSame(other)))
        found.push(issue("journal.act.needs", ["act"], { act: actOf(entry.act), needs: act.needs.map(actOf), no }))
    if (entry.fields.type === "follow-up" && entry.act === "sent" && !valid.some((other) => other.act === "sent"))
        found.push(
            issue("journal.act.needs", ["type"], {
                act: { id: "follow-up", words: REQUEST_TYPES["follow-up"] },
                needs: [actOf("sent")],
                no: "1",
            }),
        )
    if (entry.fields.route === "email" && entry.act === "sent" && entry.fields.mailbox === undefined)
        found.push(issue("journal.field.missing", ["mailbox"], { act: actOf(entry.act), field: fieldOf("mailbox") }))
    const closed = valid.find((other) => other.act === "closed")
    if (closed !== undefined && act.afterClosing !== true)
        found.push(issue("journal.act.closed", ["act"], { act: actOf(entry.act), n: closed.n }))
    if (entry.act === "voided" && !valid.some(({ n }) => String(n) === entry.fields.entry))
        found.push(issue("journal.entry.unknown", ["entry"], { n: entry.fields.entry ?? "" }))
    return found
}
