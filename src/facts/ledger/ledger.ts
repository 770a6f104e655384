import { inRowList } from "../case/row-list.ts"
import type { Case } from "../case/schema.ts"
import type { Format, Report } from "./format.ts"
import { FORMATS } from "./formats/index.ts"
import { type DecimalText, magnitude } from "./number.ts"
import { type ExportFile, eachRow } from "./read-file.ts"
import { type Choose, type ExportAnswer, epochOf, openExport, type Reading, readExport } from "./reading.ts"
import type { LedgerRow } from "./row.ts"
import type { TableFault } from "./table.ts"

/** All exports of a case as one ledger: what was read, what was chosen, what overlaps and what is missing. */
export interface Ledger {
    readonly readings: readonly Reading[]
    readonly unread: readonly UnreadFile[]
    /** How rows were chosen: by lists of the reporter's, by the times that they state, or not at all. */
    readonly chosenBy: "rows" | "times" | "none"
    readonly overlaps: readonly Overlap[]
    readonly gaps: readonly Gap[]
}

/** A file of which no row could be read; it stays evidence. */
export type UnreadFile = { readonly label: string; readonly name: string } & (TableFault | { readonly fault: "nested" })

/** Two files of one report and account that reach over the same time. */
export interface Overlap {
    readonly first: string
    readonly second: string
    readonly from: number
    readonly to: number
    /** Whether both have the same rows there; then those of the second count for nothing. */
    readonly isSame: boolean
    /** Rows of the span in each. */
    readonly rows: readonly [first: number, second: number]
}

/** A span of more than a day between two files of one report, of which no file tells. */
export interface Gap {
    readonly report: Report
    readonly before: string
    readonly after: string
    readonly from: number
    readonly to: number
}

export interface LedgerOptions {
    /** By label of the file; members of a ZIP have `X05/<name>`. */
    readonly answers: ReadonlyMap<string, ExportAnswer>
    /** First and last instant of the rows that are proposed, in ms since 1970; both included. */
    readonly window?: { readonly from: number; readonly to: number }
    readonly formats?: readonly Format[]
    /** Rows that the case cites. */
    readonly cited?: Case["exportRows"]
    /** Numbers of typed orders, in lower case: their rows are kept, chosen or not. */
    readonly typedOrders?: ReadonlySet<string>
    /** Typed transfers by {@link moveKey}: their rows are kept, chosen or not. */
    readonly typedTransfers?: ReadonlySet<string>
}

const DAY = 86_400_000

/** Reads all exports. The order of the files is that of their labels. */
export async function readLedger(files: readonly ExportFile[], options: LedgerOptions): Promise<Ledger> {
    const { formats = FORMATS } = options
    const chosenBy = hasLists(options) ? "rows" : options.window === undefined ? "none" : "times"
    const readings: Reading[] = []
    const unread: UnreadFile[] = []
    const overlaps: Overlap[] = []
    for (const file of files) {
        const answer = answerOf(options, file.label)
        const given = { answer, choose: choiceIn(options, file.label), isCited: citedIn(options, file.label) }
        const reading = await readExport(file, formats, given)
        if ("fault" in reading) {
            unread.push({ label: file.label, name: file.name, ...reading })
            continue
        }
        const found = await overlapsOf(readings, reading, files, options)
        overlaps.push(...found)
        const same = found.filter(({ isSame }) => isSame)
        if (same.length === 0) {
            readings.push(reading)
            continue
        }
        const isRepeated = (at: number): boolean => same.some(({ from, to }) => at >= from && at <= to)
        const again = await readExport(file, formats, { ...given, isRepeated })
        readings.push("fault" in again ? reading : again)
    }
    return { readings, unread, chosenBy, overlaps, gaps: gapsOf(readings) }
}

/** What was said of a file; of a member of a ZIP, what was said of the ZIP where nothing was said of the member. */
export function answerOf({ answers }: LedgerOptions, label: string): ExportAnswer {
    return answers.get(label) ?? answers.get(label.split("/")[0] ?? "") ?? {}
}

function hasLists({ answers }: LedgerOptions): boolean {
    return [...answers.values()].some(({ unauthorised }) => unauthorised !== undefined)
}

/** Which rows of a file are reckoned with: those that were listed, else those within the window. */
export function choiceIn(options: LedgerOptions, label: string): Choose {
    const { window } = options
    if (hasLists(options)) {
        const list = options.answers.get(label)?.unauthorised
        return (row) => list !== undefined && inRowList(list, row)
    }
    // What a person bought from another user is their own doing.
    return (_, epochMs, { kind }) =>
        window !== undefined &&
        epochMs !== undefined &&
        kind !== "purchase" &&
        epochMs >= window.from &&
        epochMs <= window.to
}

function citedIn(options: LedgerOptions, label: string): (row: number, of: LedgerRow) => boolean {
    const { cited = [], typedOrders = new Set(), typedTransfers = new Set() } = options
    const here = cited.filter(({ file }) => file === label)
    const isTyped = (id: string | undefined): boolean => id !== undefined && typedOrders.has(id.toLowerCase())
    return (row, of) =>
        here.some(({ rows, id }) => (rows === undefined ? id === of.orderId : inRowList(rows, row))) ||
        (of.kind === "order" && typedOrders.size > 0 && (isTyped(of.orderId) || isTyped(of.clientOrderId))) ||
        (typedTransfers.size > 0 && isMove(of) && typedTransfers.has(moveKey(of.asset ?? "", of.amount ?? "0")))
}

const MOVES: readonly string[] = ["transfer", "deposit", "withdrawal"]

function isMove(row: LedgerRow): boolean {
    return MOVES.includes(row.kind === "change" ? (row.class ?? "") : row.kind)
}

/** `BTC 0.5`: asset and amount of a transfer, without its sign and zeros behind its last place. */
export function moveKey(asset: string, amount: DecimalText): string {
    const plain = magnitude(amount)
    return `${asset.toUpperCase()} ${plain.includes(".") ? plain.replace(/\.?0+$/, "") : plain}`
}

/** Whether two readings tell of the same report of the same account. */
function isSameReport(a: Reading, b: Reading): boolean {
    if (a.report === undefined || a.report !== b.report || a.format.exchange !== b.format.exchange) return false
    return a.uids.length === 0 || b.uids.length === 0 || a.uids.some((uid) => b.uids.includes(uid))
}

async function overlapsOf(
    before: readonly Reading[],
    reading: Reading,
    files: readonly ExportFile[],
    options: LedgerOptions,
): Promise<Overlap[]> {
    const found: Overlap[] = []
    for (const other of before) {
        const span = isSameReport(other, reading) ? commonSpan(other, reading) : undefined
        if (span === undefined) continue
        const [first, second] = await Promise.all([other, reading].map((one) => rowsWithin(one, span, files, options)))
        if (first === undefined || second === undefined) continue
        const isSame = sameRows(first, second)
        // One instant that both touch and that neither repeats is where one ends and the next begins.
        if (!isSame && span.from === span.to) continue
        const rows = [countRows(first), countRows(second)] as const
        found.push({ first: other.label, second: reading.label, ...span, isSame, rows })
    }
    return found
}

function commonSpan(a: Reading, b: Reading): { from: number; to: number } | undefined {
    const [a1, a2, b1, b2] = [a.first?.epochMs, a.last?.epochMs, b.first?.epochMs, b.last?.epochMs]
    if (a1 === undefined || a2 === undefined || b1 === undefined || b2 === undefined) return undefined
    const [from, to] = [Math.max(a1, b1), Math.min(a2, b2)]
    return from <= to ? { from, to } : undefined
}

/** How often each row stands in a span of a file. */
async function rowsWithin(
    reading: Reading,
    span: { readonly from: number; readonly to: number },
    files: readonly ExportFile[],
    options: LedgerOptions,
): Promise<ReadonlyMap<string, number> | undefined> {
    const file = files.find(({ label }) => label === reading.label)
    if (file === undefined) return undefined
    const table = await openExport(file, options.formats ?? FORMATS, answerOf(options, file.label))
    if ("fault" in table) return undefined
    const counts = new Map<string, number>()
    await eachRow(table, reading.report, (_, use) => {
        const row = use.use === "problem" ? undefined : use.row
        const at = row === undefined ? undefined : epochOf(row, reading.zone)
        if (row === undefined || at === undefined || at < span.from || at > span.to) return
        const { wall: _wall, offset: _offset, spoiled: _spoiled, ...told } = row
        const key = JSON.stringify([at, Object.entries(told).sort(([a], [b]) => (a < b ? -1 : 1))])
        counts.set(key, (counts.get(key) ?? 0) + 1)
    })
    return counts
}

function sameRows(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
    return a.size === b.size && [...a].every(([key, count]) => b.get(key) === count)
}

function countRows(counts: ReadonlyMap<string, number>): number {
    return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

/** Spans between files of one report. Within a file nothing can be told from a quiet time. */
function gapsOf(readings: readonly Reading[]): Gap[] {
    const gaps: Gap[] = []
    for (const [i, reading] of readings.entries()) {
        if (readings.findIndex((one) => isSameReport(one, reading)) !== i) continue
        const same = readings.filter((one) => isSameReport(one, reading))
        const spans = same
            .flatMap(({ label, first, last }) =>
                first?.epochMs === undefined || last?.epochMs === undefined
                    ? []
                    : [{ label, from: first.epochMs, to: last.epochMs }],
            )
            .sort((a, b) => a.from - b.from)
        let end: (typeof spans)[number] | undefined
        for (const span of spans) {
            if (end !== undefined && span.from - end.to > DAY && reading.report !== undefined)
                gaps.push({ report: reading.report, before: end.label, after: span.label, from: end.to, to: span.from })
            if (end === undefined || span.to > end.to) end = span
        }
    }
    return gaps
}
