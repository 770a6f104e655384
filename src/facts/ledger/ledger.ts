import { inRowList } from "../case/row-list.ts"
import type { Case } from "../case/schema.ts"
import type { Format, Report } from "./format.ts"
import { FORMATS } from "./formats/index.ts"
import { type DecimalText, magnitude } from "./number.ts"
import { type ExportFile, eachRow } from "./read-file.ts"
import { type Choose, type ExportAnswer, epochOf, openExport, type Reading, readExport } from "./reading.ts"
import type { LedgerRow } from "./row.ts"
import type { TableFault } from "./table.ts"
import { DAY, MINUTE } from "./wall.ts"

/** All exports of a case as one ledger: what was read, what was chosen, what overlaps and what is missing. */
export interface Ledger {
    readonly readings: readonly Reading[]
    readonly unread: readonly UnreadFile[]
    /** How rows were chosen: by lists of the reporter's, by the times that they state, or not at all. */
    readonly chosenBy: "rows" | "times" | "none"
    readonly overlaps: readonly Overlap[]
    /** Files of one report that reach over the same time and have no market or asset in common: all of both counts. */
    readonly filtered: readonly Pick<Overlap, "first" | "second">[]
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

/** Reads all exports. The order of the files is that of their labels. */
export async function readLedger(files: readonly ExportFile[], options: LedgerOptions): Promise<Ledger> {
    const { formats = FORMATS } = options
    const chosenBy = hasLists(options) ? "rows" : options.window === undefined ? "none" : "times"
    const readings: Reading[] = []
    const unread: UnreadFile[] = []
    const overlaps: Overlap[] = []
    const filtered: Ledger["filtered"][number][] = []
    for (const file of files) {
        const answer = answerOf(options, file.label)
        const given = { answer, choose: choiceIn(options, file.label), isCited: citedIn(options, file.label) }
        const reading = await readExport(file, formats, given)
        if ("fault" in reading) {
            unread.push({ label: file.label, name: file.name, ...reading })
            continue
        }
        const beside = readings.filter(
            (other) => isSameReport(other, reading) && commonSpan(other, reading) !== undefined,
        )
        const apart = beside.filter((other) => isApart(other, reading))
        filtered.push(...apart.map(({ label }) => ({ first: label, second: reading.label })))
        const others = beside.filter((other) => !apart.includes(other))
        const found = await overlapsOf(others, reading, files, options)
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
    return { readings, unread, chosenBy, overlaps, filtered, gaps: gapsOf(readings) }
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
    // A time without seconds is a minute, and it counts where any of it is within.
    return (_, epochMs, { kind, span = 1 }) =>
        window !== undefined &&
        epochMs !== undefined &&
        kind !== "purchase" &&
        epochMs + span > window.from &&
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
    return `${asset.toUpperCase()} ${plain(magnitude(amount))}`
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
        const span = commonSpan(other, reading)
        if (span === undefined) continue
        const how = { ...span, unit: unitOf(other, reading), isBare: isBare(other, reading) }
        const [first, second] = await Promise.all([other, reading].map((one) => rowsWithin(one, how, files, options)))
        if (first === undefined || second === undefined) continue
        const isSame = sameRows(first, second)
        // One instant that both touch and that neither repeats is where one ends and the next begins.
        if (!isSame && span.to - span.from < how.unit) continue
        const rows = [countRows(first), countRows(second)] as const
        found.push({ first: other.label, second: reading.label, ...span, isSame, rows })
    }
    return found
}

/** The span that both reach over, in whole units of what both have of the time. */
function commonSpan(a: Reading, b: Reading): { from: number; to: number } | undefined {
    const [a1, a2, b1, b2] = [a.first?.epochMs, a.last?.epochMs, b.first?.epochMs, b.last?.epochMs]
    if (a1 === undefined || a2 === undefined || b1 === undefined || b2 === undefined) return undefined
    const unit = unitOf(a, b)
    const begin = (at: number): number => Math.floor(at / unit) * unit
    const [from, to] = [Math.max(begin(a1), begin(b1)), Math.min(begin(a2), begin(b2)) + unit - 1]
    return from <= to ? { from, to } : undefined
}

/** A spreadsheet leaves no seconds: such a copy is compared with its original by the minute. */
function unitOf(a: Reading, b: Reading): number {
    return [a, b].some(({ rows }) => rows.minutes > 0) ? MINUTE : 1
}

/** Two layouts do not have the same columns, and a damaged copy has lost numbers: then what moved is compared alone. */
function isBare(a: Reading, b: Reading): boolean {
    const isOneLayout = a.format.id === b.format.id && a.version === b.version && a.lang === b.lang
    return !isOneLayout || a.rows.spoiled > 0 || b.rows.spoiled > 0 || unitOf(a, b) > 1
}

/** Files that were exported for some markets or assets alone: what one lists the other has nothing of. */
function isApart(a: Reading, b: Reading): boolean {
    const [first, second] = [namesOf(a), namesOf(b)]
    return first.size > 0 && second.size > 0 && [...first].every((name) => !second.has(name))
}

function namesOf({ totals }: Reading): ReadonlySet<string> {
    const own = totals.filter(({ kind }) => kind !== "fee" && kind !== "realised")
    return new Set(
        own.map(({ kind, symbol = "", asset, counter }) =>
            kind === "change" ? asset : counter === undefined ? `${symbol}${asset}` : `${asset}/${counter.asset}`,
        ),
    )
}

/** How often each row stands in a span of a file. */
async function rowsWithin(
    reading: Reading,
    how: { readonly from: number; readonly to: number; readonly unit: number; readonly isBare: boolean },
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
        if (row === undefined || at === undefined || at < how.from || at > how.to) return
        const told = how.isBare ? barely(row) : wholly(row)
        const key = JSON.stringify([Math.floor(at / how.unit), Object.entries(told).sort(byName)])
        counts.set(key, (counts.get(key) ?? 0) + 1)
    })
    return counts
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

/** What a row says, in one spelling of its numbers: a workbook keeps `47250` for `47250.00`. */
function wholly({
    wall: _wall,
    offset: _offset,
    span: _span,
    spoiled: _spoiled,
    uid: _uid,
    ...row
}: LedgerRow): object {
    const { fees, realised } = row
    return {
        ...row,
        ...Object.fromEntries(NUMBERS.flatMap((name) => (row[name] === undefined ? [] : [[name, plain(row[name])]]))),
        ...(fees === undefined ? {} : { fees: fees.map(({ asset, amount }) => [asset, plain(amount)]) }),
        ...(realised === undefined ? {} : { realised: [realised.asset, plain(realised.amount)] }),
    }
}

const NUMBERS = ["amount", "balance", "price", "quantity", "filled", "average", "value"] as const

/** What was moved or traded by a row, and nothing that another layout may not have. */
function barely({ kind, side, asset, amount, base, quote, symbol, filled, value }: LedgerRow): object {
    const moved = { kind, asset, amount: plain(amount) }
    if (kind === "change" || kind === "deposit" || kind === "withdrawal") return moved
    const market = base === undefined || quote === undefined ? symbol : `${base}/${quote}`
    return { ...moved, side, market, filled: plain(filled), value: plain(value) }
}

/** Without zeros behind the last place, and none with a sign. */
function plain(text: DecimalText = ""): string {
    const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text
    return short === "-0" ? "0" : short
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
